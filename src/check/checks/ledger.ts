/** The log against the yearly summary, and the yearly summary against the cycle: hours.ledger-mismatch at the summary's cell. */
import { blocksOf, mainHours } from "../../rules/hours";
import type { RuleOf } from "../../policy/schema";
import { agrees, exact, show, sum, toNumber, type Exact } from "../../values/exact";
import { eachRecord, sheetsOfKind, type Check, type CheckContext, type Sheet } from "../context";
import { Directory, personOf } from "../people";
import type { Entry } from "../record";

type Hours = RuleOf<"hours">;

/** One line of the log, as far as sums go. */
interface Line {
  readonly entry: Entry;
  readonly category: string;
  readonly year: number | null;
  /** Null: the hours cannot be told. */
  readonly hours: Exact | null;
}

function lineOf(entry: Entry): Line {
  const state = [entry.number("hours"), entry.number("credited")].find((each) => each.kind !== "none");
  const date = entry.date("date");
  const year = date.kind === "date" ? date.date.year : date.kind === "month" ? date.year : null;
  const hours = state?.kind === "number" ? state.amount : state?.kind === "blank" ? exact(0) : null;
  return { entry, category: entry.text("category"), year, hours };
}

/** The year a summary is about, from its title, captions or sheet name: 2024年度. */
function yearOfSheet(sheet: Sheet): number | null {
  const { title, captions, sheet: grid } = sheet.table;
  const texts = [title, ...captions.map((caption) => `${caption.label}${caption.text}`), grid.name].join(" ");
  const years = new Set([...texts.matchAll(/(?:19|20)\d{2}/gu)].map(([year]) => Number(year)));
  const [only] = years;
  return years.size === 1 && only !== undefined ? only : null;
}

function blockOf(blocks: readonly Hours[], category: string): Hours | null {
  const written = category.replace(/\s+/gu, "");
  const names = (rule: Hours): readonly string[] => [rule.name, ...(rule.categories ?? []), ...(rule.aliases ?? [])];
  return (
    blocks.find((rule) => names(rule).includes(written)) ??
    blocks.find((rule) => names(rule).some((name) => written.includes(name))) ??
    null
  );
}

class Ledger {
  private readonly lines = new Map<Entry, Line[]>();

  constructor(logs: readonly Sheet[], summary: Directory) {
    for (const sheet of logs) {
      for (const entry of sheet.records) {
        const person = personOf(entry);
        const [owner, another] = person ? summary.find(person) : [];
        if (!owner || another) continue;
        const lines = this.lines.get(owner) ?? [];
        lines.push(lineOf(entry));
        this.lines.set(owner, lines);
      }
    }
  }

  linesOf(entry: Entry, year: number | null): readonly Line[] {
    const lines = this.lines.get(entry) ?? [];
    return year === null ? lines : lines.filter((line) => line.year === null || line.year === year);
  }
}

function compare(context: CheckContext, sheet: Sheet, entry: Entry, key: string, rule: Hours, lines: readonly Line[]): void {
  const state = entry.number(key);
  if (state.kind !== "number" && state.kind !== "blank") return;
  const hours = lines.flatMap((line) => line.hours ?? []);
  if (hours.length !== lines.length) return;
  const logged = sum(hours);
  const written = state.kind === "number" ? state.amount : exact(0);
  if (agrees(toNumber(written), logged, sheet.judging.pack.rounding)) return;
  const values = { subject: entry.subject, name: rule.name, written: show(written), due: show(logged), count: lines.length };
  const [first] = lines;
  const other = first ? { other: first.entry.place } : {};
  const common = { rule, at: state.at, subject: entry.subject, value: show(written), expected: show(logged), ...other };
  context.findings.add({ code: "hours.ledger-mismatch", ...common, says: { id: "hours.ledger-mismatch", values } });
}

function judgeSummary(context: CheckContext, sheet: Sheet, entry: Entry, main: Hours, ledger: Ledger): void {
  const blocks = blocksOf(sheet.judging, main);
  const lines = ledger.linesOf(entry, yearOfSheet(sheet));
  const placed = lines.map((line) => ({ line, block: blockOf(blocks, line.category) }));
  const byBlock = blocks.length > 1 && blocks.some((block) => entry.cell(block.id)) && placed.every(({ block }) => block !== null);
  if (byBlock) {
    for (const block of blocks) {
      const own = placed.filter((each) => each.block === block).map(({ line }) => line);
      compare(context, sheet, entry, block.id, block, own);
    }
    return;
  }
  compare(context, sheet, entry, "total", main, lines);
}

function* logToYear(context: CheckContext): Generator<void, void> {
  const logs = sheetsOfKind(context, "hours-log").filter((sheet) => sheet.records.length > 0);
  if (logs.length === 0) return;
  for (const sheet of sheetsOfKind(context, "hours-year")) {
    const main = mainHours(sheet.judging);
    if (!main) continue;
    const ledger = new Ledger(logs, new Directory(sheet));
    yield* eachRecord(sheet, (entry) => judgeSummary(context, sheet, entry, main, ledger));
  }
}

/** The cycle's column of the year that a yearly summary is about, by the year in its header. */
function yearKey(cycle: Sheet, year: number): string | null {
  const column = cycle.table.columns.find((candidate) => /^year\d+$/u.test(candidate.key ?? "") && candidate.header.includes(String(year)));
  return column?.key ?? null;
}

function* yearToCycle(context: CheckContext): Generator<void, void> {
  for (const cycle of sheetsOfKind(context, "hours-cycle")) {
    for (const sheet of sheetsOfKind(context, "hours-year")) {
      const year = yearOfSheet(sheet);
      const key = year === null ? null : yearKey(cycle, year);
      const main = mainHours(sheet.judging);
      if (key === null || !main) continue;
      const directory = new Directory(sheet);
      yield* eachRecord(cycle, (entry) => {
        const person = personOf(entry);
        const [own, another] = person ? directory.find(person) : [];
        const total = own && !another ? own.number("total") : null;
        if (!own || total?.kind !== "number") return;
        compare(context, cycle, entry, key, main, [{ entry: own, category: "", year, hours: total.amount }]);
      });
    }
  }
}

export const ledger: Check = function* (context) {
  yield* logToYear(context);
  yield* yearToCycle(context);
};
