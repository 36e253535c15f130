/** 学时折算 (kind conversion): what an amount of training is worth, by unit and category, with caps and void trainings. */
import { rulesOf } from "../policy/resolve";
import type { Pack, RuleOf } from "../policy/schema";
import { atLeast, exact, show, type Exact } from "../values/exact";
import { amountOf, atMost, inUnit, isNegative, isWhole, textOf, ZERO } from "./amount";
import { ownersOf } from "./category";
import { readingOf, type Judging } from "./judging";
import { defineKind } from "./kind";
import { decided, figures, refused, undecidable, type Outcome } from "./outcome";

type Conversion = RuleOf<"conversion">;
type Unit = Conversion["units"][number];

function unitNamed(rule: Conversion, name: string): Unit | null {
  return rule.units.find((unit) => unit.unit === name || (unit.aliases ?? []).includes(name)) ?? null;
}

/** What is left of a unit written with its category before it: 集中培训天, 网络研修/学时. */
function withoutCategory(rule: Conversion, written: string): string[] {
  const categories = (rule.categories ?? []).filter((name) => written.startsWith(name));
  return categories.map((name) => written.slice(name.length).replace(/^[/·\s-]+/u, ""));
}

/** A conversion and the unit of it that is meant. */
export interface Found {
  readonly rule: Conversion;
  readonly unit: Unit;
}

/** A log has a hundred thousand rows and a handful of categories: each is looked up once. */
const conversionsOf = new WeakMap<Pack, Map<string, readonly Conversion[]>>();
const mostCategories = 1000;

/** The conversions for a category; those for all where none is for it alone. */
export function conversionsFor(judging: Judging, category: string | null): readonly Conversion[] {
  const known = conversionsOf.get(judging.pack) ?? new Map<string, readonly Conversion[]>();
  conversionsOf.set(judging.pack, known);
  const written = category ?? "";
  const found = known.get(written);
  if (found) return found;
  const rules = rulesOf(judging.pack, "conversion");
  const own = ownersOf(rules, (rule) => rule.categories ?? [], written);
  const fitting = own.length > 0 ? own : rules.filter((rule) => rule.categories === undefined);
  if (known.size < mostCategories) known.set(written, fitting);
  return fitting;
}

/** The conversion for a unit, of a category of training where one is known. */
export function findConversion(judging: Judging, unit: string, category: string | null): Found | null {
  const written = unit.trim();
  for (const rule of conversionsFor(judging, category)) {
    const found = unitNamed(rule, written);
    if (found) return { rule, unit: found };
  }
  for (const rule of rulesOf(judging.pack, "conversion")) {
    for (const rest of withoutCategory(rule, written)) {
      const found = unitNamed(rule, rest);
      if (found) return { rule, unit: found };
    }
  }
  return null;
}

/** Hours for an amount in a unit: 2.5 天 → 20; refused where only whole steps (half days) count. */
export function convert(judging: Judging, found: Found, amount: Exact): Outcome<Exact> {
  const { rule, unit } = found;
  const read = [{ label: rule.name, value: inUnit(amount, unit.unit) }];
  if (isNegative(amount)) return refused(rule, { id: "hours.negative", values: { value: show(amount) } }, { read });
  if (unit.hours === null) return undecidable(rule, { id: "conversion.not-set", values: { name: rule.name } }, { read });
  const part = readingOf(judging, rule, "part");
  const stepped = inSteps(amount, unit, part?.value ?? "refuse");
  if (stepped === null) {
    const values = { amount: show(amount), unit: unit.unit, step: show(exact(unit.step ?? 1)) };
    return refused(rule, { id: "conversion.not-whole-steps", values }, { read, readings: [part] });
  }
  const raw = stepped.mul(exact(unit.hours));
  const hours = rule.capPerTraining === undefined ? raw : atMost(raw, exact(rule.capPerTraining));
  const cap = hours.equals(raw) ? "" : ` → ${show(hours)}`;
  const steps = [figures(`${show(stepped)}×${show(exact(unit.hours))}=${show(raw)}${cap}`)];
  return decided(rule, hours, inUnit(hours, judging.pack.unit), { read, steps, readings: [part] });
}

function inSteps(amount: Exact, unit: Unit, part: string): Exact | null {
  if (unit.step === undefined) return amount;
  const step = exact(unit.step);
  const count = amount.div(step);
  if (isWhole(count) || part === "pro-rata") return amount;
  return part === "floor" ? count.floor().mul(step) : null;
}

/** Whether a training counts at all, given the absence and the duration in the same unit. */
export function judgeAbsence(rule: Conversion, absence: Exact, duration: Exact): Outcome<boolean> {
  const limitRule = rule.voidAbsence;
  if (!limitRule || duration.equals(0)) return decided(rule, true, { id: "conversion.counts" });
  const limit = exact(limitRule.share);
  const missed = absence.div(duration);
  const isVoid = limitRule.beyond === true ? missed.compare(limit) > 0 : atLeast(missed, limit);
  const percent = (value: Exact): string => `${show(value.mul(100))}%`;
  const sign = limitRule.beyond === true ? (isVoid ? ">" : "≤") : isVoid ? "≥" : "<";
  const steps = [figures(`${show(absence)}÷${show(duration)}=${percent(missed)} ${sign} ${percent(limit)}`)];
  return decided(rule, !isVoid, { id: isVoid ? "conversion.void" : "conversion.counts" }, { steps });
}

export const conversion = defineKind("conversion", {
  column: "number",
  isUnset: (rule) => rule.units.some((unit) => unit.hours === null),
  fields: (rule) => [
    ...rule.units.map((unit, index) => ({ key: index === 0 ? "rate" : "rate-of", name: unit.unit, value: unit.hours })),
    { key: "cap-training", value: rule.capPerTraining ?? null },
    { key: "void-absence", value: rule.voidAbsence?.share ?? null },
  ],
  explain: (rule, [amount, unit, absence], judging) => {
    const count = amountOf(amount);
    const [first] = rule.units;
    const named = unit === undefined || unit === null ? first : unitNamed(rule, textOf(unit));
    if (count === null || !named) return refused(rule, { id: "value.unreadable" });
    const missed = amountOf(absence);
    if (missed !== null && !missed.equals(0)) {
      const counts = judgeAbsence(rule, missed, count);
      if (counts.decided && !counts.value) return decided(rule, ZERO, counts.trace.conclusion, counts.trace);
    }
    return convert(judging, { rule, unit: named }, count);
  },
});
