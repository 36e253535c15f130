/**
 * What a training of a log is worth: its days, hours or times converted by category, capped, void where too much was
 * missed. Pure; what is wrong with what the log states is the business of the checks.
 */
import { conversionsFor, convert, findConversion, judgeAbsence, type Found } from "../rules/conversion";
import type { Judging } from "../rules/judging";
import type { Outcome } from "../rules/outcome";
import { exact, sum, type Exact } from "../values/exact";
import type { Sheet } from "./context";
import type { Entry, NumberState } from "./record";
import words from "./words.json";

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

export interface Earned {
  readonly hours: Exact;
  /** Without the cap on a single training. */
  readonly uncapped: Exact;
  readonly found: Found;
  readonly amount: Exact;
  readonly outcome: Outcome<unknown>;
}

/** One measure of a training with its conversion. */
export interface TrainingPart {
  readonly found: Found;
  readonly state: NumberState;
  /** Null where the cell holds no number. */
  readonly converted: Outcome<Exact> | null;
  /** Null where it cannot be converted. */
  readonly earned: Earned | null;
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

/** A log has a hundred thousand trainings and a few lengths: each is converted once. Equal numbers are one object mostly. */
const conversions = new WeakMap<Judging, WeakMap<Found["unit"], Map<Exact, Outcome<Exact>>>>();
const mostLengths = 1000;

function convertedOnce(judging: Judging, found: Found, amount: Exact): Outcome<Exact> {
  const ofUnits = conversions.get(judging) ?? new WeakMap<Found["unit"], Map<Exact, Outcome<Exact>>>();
  conversions.set(judging, ofUnits);
  const lengths = ofUnits.get(found.unit) ?? new Map<Exact, Outcome<Exact>>();
  ofUnits.set(found.unit, lengths);
  const known = lengths.get(amount);
  if (known) return known;
  const outcome = convert(judging, found, amount);
  if (lengths.size < mostLengths) lengths.set(amount, outcome);
  return outcome;
}

function partOf(sheet: Sheet, entry: Entry, found: Found, state: NumberState): TrainingPart {
  if (state.kind !== "number") return { found, state, converted: null, earned: null };
  const outcome = convertedOnce(sheet.judging, found, state.amount);
  if (!outcome.decided) return { found, state, converted: outcome, earned: null };
  const raw = state.amount.mul(exact(found.unit.hours ?? 0));
  const uncapped = found.rule.capPerTraining === undefined ? outcome.value : raw;
  const earned = afterAbsence(sheet, entry, { hours: outcome.value, uncapped, found, amount: state.amount, outcome });
  return { found, state, converted: outcome, earned };
}

/** The measures of a training, each converted. */
export function trainingParts(sheet: Sheet, entry: Entry): TrainingPart[] {
  const category = categoryOf(entry);
  const measured = measuredIn(sheet, entry).flatMap(({ unit, state }) => {
    const found = findConversion(sheet.judging, unit, category);
    return found ? [partOf(sheet, entry, found, state)] : [];
  });
  const own = measured.length > 0 ? null : ownHours(sheet, entry);
  return own ? [partOf(sheet, entry, own, entry.number("hours"))] : measured;
}

/** The hours of a training that states none; null where they cannot be told. */
export function convertedHours(sheet: Sheet, entry: Entry): Exact | null {
  const parts = trainingParts(sheet, entry);
  const earned = parts.flatMap((part) => part.earned ?? []);
  return parts.length > 0 && earned.length === parts.length ? sum(earned.map((part) => part.hours)) : null;
}
