/** 学时登记: the hours of one training against its days, category, cap and absence: hours.not-half-days, hours.credit-mismatch, hours.cap-exceeded. */
import { conversionsFor, convert, findConversion, judgeAbsence, type Found } from "../../rules/conversion";
import type { Outcome } from "../../rules/outcome";
import { agrees, exact, show, sum, toNumber, type Exact } from "../../values/exact";
import words from "../words.json";
import { eachRecord, sheetsOfKind, type Check, type CheckContext, type Sheet } from "../context";
import type { Entry, NumberState } from "../record";
import { judgeLogCaps } from "./hours-caps";

const zero = exact(0);

/** An amount of training as the record states it: 3 天, 40 小时. */
interface Measured {
  readonly unit: string;
  readonly state: NumberState;
}

function categoryOf(entry: Entry): string | null {
  return entry.text("category") || null;
}

/** The header of a column: 时长（小时）, 缺勤学时. */
function headerOf(entry: Entry, key: string): string {
  return entry.table.columns.find((column) => column.key === key)?.header ?? "";
}

/** The unit that a text names, among those that the training's conversions know; the longest where one is in another (半天, 天). */
function unitIn(text: string, sheet: Sheet, category: string | null): string | null {
  const units = conversionsFor(sheet.judging, category).flatMap((rule) => rule.units);
  const names = [...units.flatMap((unit) => [unit.unit, ...(unit.aliases ?? [])]), sheet.judging.pack.unit];
  const named = names.filter((name) => text.includes(name)).sort((a, b) => b.length - a.length);
  return named[0] ?? null;
}

/** The unit of 时长: said by the header, by a cell beside it, else the only one that the category has. */
function durationUnit(sheet: Sheet, entry: Entry): string | null {
  if (!entry.cell("duration")) return null;
  const category = categoryOf(entry);
  const said = unitIn(headerOf(entry, "duration"), sheet, category) ?? unitIn(entry.text("unit"), sheet, category);
  if (said !== null) return said;
  const [only, another] = conversionsFor(sheet.judging, category).flatMap((rule) => rule.units);
  return only && !another ? only.unit : null;
}

function measuredIn(sheet: Sheet, entry: Entry): Measured[] {
  const unit = durationUnit(sheet, entry);
  const measured = [
    { unit: words.units.day, state: entry.number("days") },
    { unit: words.units.halfDay, state: entry.number("halfDays") },
    ...(unit === null ? [] : [{ unit, state: entry.number("duration") }]),
  ];
  return measured.filter(({ state }) => state.kind === "number" || state.kind === "refused");
}

/** Hours beside credited hours: where nothing else tells how long a training was, its own hours do. */
function ownHours(sheet: Sheet, entry: Entry): Found | null {
  if (entry.number("credited").kind === "none") return null;
  const { unit } = sheet.judging.pack;
  const found = findConversion(sheet.judging, unit, categoryOf(entry));
  const [only, another] = conversionsFor(sheet.judging, categoryOf(entry));
  const rule = found?.rule ?? (another ? undefined : only);
  if (!rule || (rule.capPerTraining === undefined && rule.voidAbsence === undefined)) return null;
  return found ?? { rule, unit: { unit, hours: 1 } };
}

interface Earned {
  readonly hours: Exact;
  /** Without the cap on a single training. */
  readonly uncapped: Exact;
  readonly found: Found;
  readonly amount: Exact;
  readonly outcome: Outcome<unknown>;
}

function notWholeSteps(context: CheckContext, entry: Entry, found: Found, state: NumberState, outcome: Outcome<Exact>): void {
  if (outcome.decided || outcome.because !== "refused" || state.kind !== "number") return;
  const amount = show(state.amount);
  const { unit, step = 1 } = found.unit;
  const isOfDays = unit === words.units.day || unit === words.units.halfDay;
  const id = isOfDays ? "hours.not-half-days" : "hours.not-whole-steps";
  const says = { id, values: { subject: entry.subject, amount, unit, step } };
  const common = { rule: found.rule, at: state.at, subject: entry.subject, value: amount, outcome };
  context.findings.add({ code: "hours.not-half-days", ...common, says });
}

function convertOne(context: CheckContext, sheet: Sheet, entry: Entry, found: Found, state: NumberState): Earned | "refused" | null {
  if (state.kind === "refused") return "refused";
  if (state.kind !== "number") return null;
  context.judged.add(found.rule.id);
  const outcome = convert(sheet.judging, found, state.amount);
  if (!outcome.decided) {
    notWholeSteps(context, entry, found, state, outcome);
    return "refused";
  }
  const raw = state.amount.mul(exact(found.unit.hours ?? 0));
  const uncapped = found.rule.capPerTraining === undefined ? outcome.value : raw;
  return { hours: outcome.value, uncapped, found, amount: state.amount, outcome };
}

/** Absence and duration in one unit: the duration's own, hours where the header says so, a share (缺勤率). */
function absenceOf(sheet: Sheet, entry: Entry, { found, amount, uncapped }: Earned): readonly [Exact, Exact] | null {
  const absence = entry.number("absence");
  if (absence.kind !== "number") return null;
  const header = headerOf(entry, "absence");
  if (words.shares.some((word) => header.includes(word))) return [absence.amount, exact(absence.amount.compare(1) > 0 ? 100 : 1)];
  const named = unitIn(header, sheet, categoryOf(entry));
  if (named === sheet.judging.pack.unit) return [absence.amount, uncapped];
  const other = named === null ? undefined : findConversion(sheet.judging, named, categoryOf(entry))?.unit;
  if (!other || other === found.unit || other.hours === null) return [absence.amount, amount];
  return [absence.amount.mul(exact(other.hours)), uncapped];
}

/** A training missed too much counts nothing. */
function afterAbsence(sheet: Sheet, entry: Entry, earned: Earned): Earned {
  const shares = absenceOf(sheet, entry, earned);
  if (!shares) return earned;
  const outcome = judgeAbsence(earned.found.rule, ...shares);
  return outcome.decided && !outcome.value ? { ...earned, hours: zero, outcome } : earned;
}

function earnedIn(context: CheckContext, sheet: Sheet, entry: Entry): Earned[] | "refused" {
  const category = categoryOf(entry);
  const measured = measuredIn(sheet, entry).flatMap(({ unit, state }) => {
    const found = findConversion(sheet.judging, unit, category);
    return found ? [{ found, state }] : [];
  });
  const own = measured.length > 0 ? null : ownHours(sheet, entry);
  const all = own ? [{ found: own, state: entry.number("hours") }] : measured;
  const parts = all.map(({ found, state }) => convertOne(context, sheet, entry, found, state));
  if (parts.includes("refused")) return "refused";
  return parts.filter((part) => part !== null && part !== "refused").map((part) => afterAbsence(sheet, entry, part));
}

/** One stated number of hours against what the training is worth. `mayBeRaw`: another column holds what counts. */
function judgeStated(
  context: CheckContext,
  sheet: Sheet,
  entry: Entry,
  state: NumberState,
  earned: readonly Earned[],
  mayBeRaw: boolean,
): void {
  const [first] = earned;
  if (state.kind !== "number" || !first) return;
  const hours = sum(earned.map((part) => part.hours));
  const uncapped = sum(earned.map((part) => part.uncapped));
  const agreesWith = (due: Exact): boolean => agrees(toNumber(state.amount), due, sheet.judging.pack.rounding);
  if (agreesWith(hours) || (mayBeRaw && agreesWith(uncapped))) return;
  const overCap = !uncapped.equals(hours) && !hours.equals(zero) && agreesWith(uncapped);
  const code = overCap ? "hours.cap-exceeded" : "hours.credit-mismatch";
  const values = { subject: entry.subject, written: show(state.amount), due: show(hours), unit: sheet.judging.pack.unit };
  context.findings.add({
    code,
    rule: first.found.rule,
    at: state.at,
    subject: entry.subject,
    value: show(state.amount),
    expected: show(hours),
    says: { id: code, values },
    outcome: first.outcome,
  });
}

function judgeRecord(context: CheckContext, sheet: Sheet, entry: Entry): void {
  const earned = earnedIn(context, sheet, entry);
  if (earned === "refused") return;
  const hours = entry.number("hours");
  const credited = entry.number("credited");
  judgeStated(context, sheet, entry, hours, earned, credited.kind !== "none");
  judgeStated(context, sheet, entry, credited, earned, false);
}

export const hoursLog: Check = function* (context) {
  for (const sheet of sheetsOfKind(context, "hours-log")) {
    yield* eachRecord(sheet, (entry) => {
      if (!entry.isWaived) judgeRecord(context, sheet, entry);
    });
    judgeLogCaps(context, sheet);
  }
};
