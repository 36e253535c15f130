/**
 * 个人学时证明: what a workbook says of one teacher, put together from all its tables: scores, results, hours, and the clauses
 * they rest on. Plain data; identity numbers are masked here already.
 */
import type { Clause, Pack, Rule } from "../policy/schema";
import { amountText } from "../values/amount-text";
import type { Exact } from "../values/exact";
import { checkId, maskId } from "../values/id";
import { inBatches, sheetsOfKind, type CheckContext, type Sheet } from "./context";
import { cycleSteps, type CycleEntry } from "./cycle-states";
import { directoryOf, personOf, schoolOf, type Directory } from "./people";
import type { Entry } from "./record";
import { teachersIn, type TeacherState } from "./teachers";
import { yearSteps, type YearEntry } from "./year-states";

/** A line of the slip: what it is, how much, of how much; and how it was judged where it was. */
export interface SlipLine {
  readonly name: string;
  readonly amount: string | null;
  readonly unit: "分" | Pack["unit"] | null;
  readonly due: number | null;
  readonly met: boolean | null;
}

export interface Slip {
  /** Tells persons apart: sheet and row of their first record. */
  readonly key: string;
  readonly name: string;
  readonly school: string;
  /** Masked; null where none stands in the workbook. */
  readonly id: string | null;
  readonly policies: readonly string[];
  readonly isWaived: boolean;
  readonly scores: readonly SlipLine[];
  readonly hours: readonly SlipLine[];
  readonly clauses: readonly Clause[];
}

interface Part {
  readonly sheet: Sheet;
  readonly entry: Entry;
  readonly scores: readonly SlipLine[];
  readonly hours: readonly SlipLine[];
  readonly rules: readonly Rule[];
}

const written = (amount: Exact | null): string | null => (amount === null ? null : amountText(amount));

function teacherPart({ sheet, entry, assessment, lines, certificate, credited, isWaived }: TeacherState): Part {
  const { pack } = sheet.judging;
  const items = assessment.items.flatMap(({ name, full, state }): SlipLine[] =>
    state.kind === "number" ? [{ name, amount: amountText(state.amount), unit: "分", due: full, met: null }] : [],
  );
  const passes = lines.map(({ rule, score, passed }): SlipLine => ({
    name: rule.name,
    amount: written(score),
    unit: "分",
    due: rule.line,
    met: passed,
  }));
  const granted =
    certificate === null ? [] : [{ name: certificate.rule.name, amount: null, unit: null, due: null, met: certificate.granted }];
  const grants = pack.rules.filter((rule) => rule.kind === "grant");
  const [grant] = grants;
  const hours: SlipLine[] =
    grant && credited !== null ? [{ name: grant.name, amount: amountText(credited), unit: pack.unit, due: null, met: null }] : [];
  const rules = [...lines.map(({ rule }) => rule), ...grants, ...(certificate === null ? [] : [certificate.rule])];
  return isWaived
    ? { sheet, entry, scores: [], hours: [], rules: [] }
    : { sheet, entry, scores: [...items, ...passes, ...granted], hours, rules };
}

function yearPart({ sheet, entry, main, blocks, total, lacking }: YearEntry): Part {
  const { unit } = sheet.judging.pack;
  const done = (gap: Exact | null): boolean | null => (gap === null ? null : gap.equals(0));
  const parts = blocks.filter(({ rule }) => rule !== main);
  const lines = parts.map(({ rule, amount, gap }): SlipLine => ({
    name: rule.name,
    amount: written(amount),
    unit,
    due: rule.hours,
    met: done(gap),
  }));
  const whole: SlipLine = { name: main.name, amount: written(total), unit, due: main.hours, met: done(lacking) };
  return { sheet, entry, scores: [], hours: [...lines, whole], rules: [main, ...parts.map(({ rule }) => rule)] };
}

function cyclePart({ sheet, entry, rule, counted, lacking }: CycleEntry): Part {
  const met = lacking === null ? null : lacking.equals(0);
  const line: SlipLine = { name: rule.name, amount: written(counted), unit: sheet.judging.pack.unit, due: rule.hours, met };
  return { sheet, entry, scores: [], hours: counted === null ? [] : [line], rules: [rule] };
}

/** The ID number in a record, masked. */
function maskedId(entry: Entry): string | null {
  const id = checkId(entry.cell("id")?.value ?? null);
  return id.kind === "valid" ? maskId(id.normal) : null;
}

function slipOf(parts: readonly [Part, ...Part[]], roster: Entry | null): Slip {
  const [first] = parts;
  const entries = [...parts.map(({ entry }) => entry), ...(roster === null ? [] : [roster])];
  const rules = [...new Set(parts.flatMap((part) => part.rules))];
  return {
    key: `${first.entry.sheet}!${first.entry.row}`,
    name: first.entry.subject,
    school: entries.map(schoolOf).find((school) => school !== "") ?? "",
    id: entries.map(maskedId).find((id) => id !== null) ?? null,
    policies: [...new Set(parts.map(({ sheet }) => sheet.judging.pack.title))],
    isWaived: first.entry.isWaived,
    scores: parts.flatMap((part) => part.scores),
    hours: parts.flatMap((part) => part.hours),
    clauses: rules.map((rule) => rule.clause),
  };
}

function* partsIn(context: CheckContext): Generator<void, Part[]> {
  const parts: Part[] = [];
  for (const sheet of sheetsOfKind(context, "teacher-assessment")) parts.push(...(yield* teachersIn(context, sheet)).map(teacherPart));
  yield;
  for (const sheet of sheetsOfKind(context, "hours-year")) {
    for (const state of yield* yearSteps(sheet)) parts.push(yearPart(state));
    yield;
  }
  for (const sheet of sheetsOfKind(context, "hours-cycle")) {
    for (const state of yield* cycleSteps(sheet)) parts.push(cyclePart(state));
    yield;
  }
  return parts;
}

/** The record of the same person in the first table that he stands in; his own where he is in none before. */
function firstOf(part: Part, directories: ReadonlyMap<Sheet, Directory>): Entry {
  const person = personOf(part.entry);
  for (const [sheet, directory] of person ? directories : []) {
    if (sheet === part.sheet) return part.entry;
    const [found, another] = person ? directory.find(person) : [];
    if (found && !another) return found;
  }
  return part.entry;
}

/** The slips of all persons with a name, in the order of the workbook, in short steps. */
export function* slipSteps(context: CheckContext): Generator<void, readonly Slip[]> {
  const parts = yield* partsIn(context);
  const directories = new Map([...new Set(parts.map(({ sheet }) => sheet))].map((sheet) => [sheet, directoryOf(sheet)]));
  const rosters = sheetsOfKind(context, "roster").map(directoryOf);
  const byPerson = new Map<Entry, [Part, ...Part[]]>();
  yield* inBatches(parts, (part) => {
    if (part.entry.text("name") === "") return;
    const first = firstOf(part, directories);
    const own = byPerson.get(first);
    if (own) own.push(part);
    else byPerson.set(first, [part]);
  });
  const slips: Slip[] = [];
  yield* inBatches(byPerson.values(), (own) => {
    const person = personOf(own[0].entry);
    const listed = person ? rosters.map((roster) => roster.find(person)).find((found) => found.length === 1) : undefined;
    slips.push(slipOf(own, listed?.[0] ?? null));
  });
  return slips;
}
