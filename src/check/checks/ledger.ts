/** The log against the yearly summary and the cycle, and the yearly summary against the cycle: hours.ledger-mismatch at the summary's cell. */
import { ownersOf } from "../../rules/category";
import { countedInYear, mainCycle } from "../../rules/cycle";
import { readingOf } from "../../rules/judging";
import { blocksOf, mainHours } from "../../rules/hours";
import type { Rule, RuleOf } from "../../policy/schema";
import { agrees, exact, show, sum, toNumber, type Exact } from "../../values/exact";
import { eachRecord, sheetsOfKind, type Check, type CheckContext, type Sheet } from "../context";
import { blockColumn } from "../cycle-hours";
import { directorySteps, personOf, type Directory } from "../people";
import type { Entry } from "../record";
import { convertedHours } from "../training-hours";
import { countedHours, cycleBlockOf, loggedYear, type CycleBlock } from "./hours-caps";

type Hours = RuleOf<"hours">;
type Cycle = RuleOf<"cycle">;

/** One line of the log, as far as sums go. */
interface Line {
  readonly entry: Entry;
  readonly category: string;
  readonly year: number | null;
  /** Null: the hours cannot be told. */
  readonly hours: Exact | null;
}

/** What a line of the log counts: the hours that it states; where it has no column for them, what its days are worth. */
function hoursOf(sheet: Sheet, entry: Entry): Exact | null {
  const state = countedHours(entry);
  if (state.kind === "none") return convertedHours(sheet, entry);
  return state.kind === "number" ? state.amount : state.kind === "blank" ? exact(0) : null;
}

function lineOf(sheet: Sheet, entry: Entry): Line {
  const hours = hoursOf(sheet, entry);
  return { entry, category: entry.text("category"), year: loggedYear(entry), hours };
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
  const [block] = ownersOf(blocks, (rule) => [rule.name, ...(rule.categories ?? []), ...(rule.aliases ?? [])], category);
  return block ?? null;
}

class Ledger {
  private readonly lines = new Map<Entry, Line[]>();

  /** The lines of the logs, each with the record of its person in a summary. */
  static *ofLogs(logs: readonly Sheet[], summary: Sheet): Generator<void, Ledger> {
    const directory = yield* directorySteps(summary);
    const ledger = new Ledger();
    for (const sheet of logs) {
      yield* eachRecord(sheet, (entry) => {
        ledger.enter(sheet, entry, directory);
      });
    }
    return ledger;
  }

  private enter(sheet: Sheet, entry: Entry, summary: Directory): void {
    const person = personOf(entry);
    const [owner, another] = person ? summary.find(person) : [];
    if (!owner || another) return;
    const lines = this.lines.get(owner);
    if (lines) lines.push(lineOf(sheet, entry));
    else this.lines.set(owner, [lineOf(sheet, entry)]);
  }

  linesOf(entry: Entry, year: number | null): readonly Line[] {
    const lines = this.lines.get(entry) ?? [];
    return year === null ? lines : lines.filter((line) => line.year === null || line.year === year);
  }
}

/** A cell of a summary and what stands behind it. */
interface Comparison {
  readonly sheet: Sheet;
  readonly entry: Entry;
  readonly key: string;
  readonly rule: Rule;
  readonly name: string;
  readonly lines: readonly Line[];
  /** What may stand there instead of the sum: what counts of it after caps. */
  readonly counted?: Exact;
}

function compare(context: CheckContext, { sheet, entry, key, rule, name, lines, counted }: Comparison): void {
  const state = entry.number(key);
  if (state.kind !== "number" && state.kind !== "blank") return;
  const hours = lines.flatMap((line) => line.hours ?? []);
  if (hours.length !== lines.length) return;
  const logged = sum(hours);
  const written = state.kind === "number" ? state.amount : exact(0);
  const agreed = [logged, ...(counted ? [counted] : [])];
  if (agreed.some((due) => agrees(toNumber(written), due, sheet.judging.pack.rounding))) return;
  const [first] = lines;
  const from = first?.entry.place.sheet ?? "";
  const values = { subject: entry.subject, name, written: show(written), due: show(logged), count: lines.length, from };
  const other = first ? { other: first.entry.place } : {};
  const common = { rule, at: state.at, subject: entry.subject, value: show(written), expected: show(logged), ...other };
  const id = lines.length === 0 ? "hours.ledger-none" : "hours.ledger-mismatch";
  context.findings.add({ code: "hours.ledger-mismatch", ...common, says: { id, values } });
}

/** Hours that only some persons owe and that count beside the year's (班主任 30 学时), with a column of their own. */
function specialHours(sheet: Sheet, main: Hours): Hours[] {
  return sheet.judging.pack.rules.filter(
    (rule): rule is Hours =>
      rule.kind === "hours" && rule !== main && rule.who !== undefined && readingOf(sheet.judging, rule, "beside")?.value !== "within",
  );
}

function judgeSummary(context: CheckContext, sheet: Sheet, entry: Entry, main: Hours, ledger: Ledger): void {
  const blocks = blocksOf(sheet.judging, main);
  const all = ledger.linesOf(entry, yearOfSheet(sheet));
  const special = specialHours(sheet, main).filter((rule) => entry.cell(rule.id));
  for (const rule of special) {
    const own = all.filter((line) => blockOf(special, line.category) === rule);
    compare(context, { sheet, entry, key: rule.id, rule, name: rule.name, lines: own });
  }
  const lines = all.filter((line) => blockOf(special, line.category) === null);
  if (lines.length === 0 && entry.number("total").kind === "number") {
    // Nothing at all was logged: that is one thing to mend, not one a block.
    compare(context, { sheet, entry, key: "total", rule: main, name: main.name, lines });
    return;
  }
  const placed = lines.map((line) => ({ line, block: blockOf(blocks, line.category) }));
  const byBlock = blocks.length > 1 && blocks.some((block) => entry.cell(block.id)) && placed.every(({ block }) => block !== null);
  if (byBlock) {
    for (const block of blocks) {
      const own = placed.filter((each) => each.block === block).map(({ line }) => line);
      compare(context, { sheet, entry, key: block.id, rule: block, name: block.name, lines: own });
    }
    return;
  }
  compare(context, { sheet, entry, key: "total", rule: main, name: main.name, lines });
}

function* logToYear(context: CheckContext): Generator<void, void> {
  const logs = sheetsOfKind(context, "hours-log").filter((sheet) => sheet.records.length > 0);
  if (logs.length === 0) return;
  for (const sheet of sheetsOfKind(context, "hours-year")) {
    const main = mainHours(sheet.judging);
    if (!main) continue;
    const ledger = yield* Ledger.ofLogs(logs, sheet);
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
      const directory = yield* directorySteps(sheet);
      yield* eachRecord(cycle, (entry) => {
        const person = personOf(entry);
        const [own, another] = person ? directory.find(person) : [];
        const total = own && !another ? own.number("total") : null;
        if (!own || total?.kind !== "number") return;
        const lines = [{ entry: own, category: "", year, hours: total.amount }];
        compare(context, { sheet: cycle, entry, key, rule: main, name: main.name, lines });
      });
    }
  }
}

/** A column of a cycle's summary that the log can be added up for. */
interface CycleColumn {
  readonly key: string;
  readonly name: string;
  /** Null: the column holds all years. */
  readonly year: number | null;
  /** Null: the column holds all blocks. */
  readonly block: CycleBlock | null;
}

/** The columns of a block, a year or all of it, with the calendar year that the header names. */
function namedColumns(sheet: Sheet, rule: Cycle): (Omit<CycleColumn, "year"> & { readonly calendar: number })[] {
  return sheet.table.columns.flatMap(({ key, header }) => {
    if (key === null) return [];
    const block = (rule.blocks ?? []).find((each) => `${key}.`.startsWith(`${blockColumn(rule, each)}.`)) ?? null;
    return [{ key, name: header.split("/").join(" "), block, calendar: Number(/(?:19|20)\d{2}/u.exec(header)?.[0]) }];
  });
}

/** The totals of the blocks; where the form has none, the one total: it would only say again what a block says. */
function totalColumns(sheet: Sheet, rule: Cycle, year: number | null): CycleColumn[] {
  const named = namedColumns(sheet, rule);
  const blocks = named.filter(({ block }) => block !== null);
  return (blocks.length > 0 ? blocks : named.filter(({ key }) => key === "total")).map((column) => ({ ...column, year }));
}

/** The columns of single years by their header's calendar year; without such, the totals, if the log has every year. */
function cycleColumns(sheet: Sheet, rule: Cycle, logged: ReadonlySet<number>): CycleColumn[] {
  const years = namedColumns(sheet, rule).filter(({ key }) => /(?:^|\.)year\d+$/u.test(key));
  if (years.length === 0) return logged.size === rule.years ? totalColumns(sheet, rule, null) : [];
  return years.flatMap(({ calendar: year, ...column }) => (logged.has(year) ? [{ ...column, year }] : []));
}

/** The totals of one year's summary. */
function yearColumns(sheet: Sheet, rule: Cycle, logged: ReadonlySet<number>): CycleColumn[] {
  const [only] = logged;
  const year = yearOfSheet(sheet) ?? (logged.size === 1 ? (only ?? null) : null);
  return year === null || !logged.has(year) ? [] : totalColumns(sheet, rule, year);
}

/** What counts of some trainings, the yearly caps of their blocks applied. */
function countedOf(rule: Cycle, lines: readonly Line[]): Exact {
  const groups = new Map<string, { readonly block: CycleBlock | null; hours: Exact }>();
  for (const { category, year, hours } of lines) {
    const block = cycleBlockOf(rule, category);
    const key = `${block?.key ?? ""}|${String(year)}`;
    groups.set(key, { block, hours: (groups.get(key)?.hours ?? exact(0)).add(hours ?? exact(0)) });
  }
  return sum([...groups.values()].map(({ block, hours }) => (block ? countedInYear(block, hours) : hours)));
}

/** Whether a line belongs to a column; null where that cannot be told. */
function isIn(rule: Cycle, column: CycleColumn, line: Line): boolean | null {
  if (column.year !== null && line.year === null) return null;
  if (column.year !== null && line.year !== column.year) return false;
  if (column.block === null) return true;
  const block = cycleBlockOf(rule, line.category);
  return block === null ? null : block === column.block;
}

/** The log against a cycle's summary, and against a year's where the policy knows blocks of the cycle only. */
function* logToCycle(context: CheckContext): Generator<void, void> {
  const logs = sheetsOfKind(context, "hours-log").filter((sheet) => sheet.records.length > 0);
  const yearly = sheetsOfKind(context, "hours-year");
  // A year that is summed up elsewhere is compared there.
  const summed = new Set(yearly.filter((sheet) => mainHours(sheet.judging) !== null).map(yearOfSheet));
  const logged = new Set(logs.flatMap((sheet) => sheet.records.flatMap((entry) => loggedYear(entry) ?? [])));
  if (logs.length === 0) return;
  for (const sheet of [...sheetsOfKind(context, "hours-cycle"), ...yearly.filter(({ judging }) => mainHours(judging) === null)]) {
    const rule = mainCycle(sheet.judging);
    if (!rule) continue;
    const all = sheet.table.kind === "hours-year" ? yearColumns(sheet, rule, logged) : cycleColumns(sheet, rule, logged);
    const columns = summed.has(null) ? [] : all.filter(({ year }) => year === null || !summed.has(year));
    const book = yield* Ledger.ofLogs(logs, sheet);
    yield* eachRecord(sheet, (entry) => {
      for (const column of columns) compareColumn(context, sheet, entry, rule, column, book);
    });
  }
}

function compareColumn(context: CheckContext, sheet: Sheet, entry: Entry, rule: Cycle, column: CycleColumn, book: Ledger): void {
  const placed = book.linesOf(entry, null).map((line) => ({ line, isIn: isIn(rule, column, line) }));
  if (placed.some((each) => each.isIn === null)) return;
  const lines = placed.filter((each) => each.isIn === true).map(({ line }) => line);
  compare(context, { sheet, entry, key: column.key, rule, name: column.name, lines, counted: countedOf(rule, lines) });
}

export const ledger: Check = function* (context) {
  yield* logToYear(context);
  yield* yearToCycle(context);
  yield* logToCycle(context);
};
