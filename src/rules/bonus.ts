/** 奖励加分 (kind bonus): points for each time, for those entitled. */
import type { RuleOf } from "../policy/schema";
import { exact, show, type Exact } from "../values/exact";
import { amountOf, isNegative, isWhole, points, textOf } from "./amount";
import { speaksOf } from "./category";
import { readingOf, type Judging } from "./judging";
import { defineKind } from "./kind";
import { decided, figures, refused, type Outcome } from "./outcome";

/** `open`: not in the list, but of the sort that an open list (等) may cover. */
export type Entitlement = "entitled" | "open" | "not-entitled";

function names(role: string, list: readonly string[] | undefined): boolean {
  return (list ?? []).some((name) => speaksOf(role, name));
}

/** Whether a role carries the bonus; a rule without roles is for everybody. */
export function entitlementOf(judging: Judging, rule: RuleOf<"bonus">, role: string): Entitlement {
  if (!rule.roles) return "entitled";
  const written = role.replace(/\s+/gu, "");
  const level = readingOf(judging, rule, "levels");
  if (level?.value !== "researchers-only" && names(written, rule.excludedLevels)) return "not-entitled";
  if (names(written, rule.roles)) return "entitled";
  return names(written, rule.similarRoles) ? "open" : "not-entitled";
}

/**
 * The bonus points of a number of times (or of the amount entered, where the rule sets none a time).
 * `role` null: nothing is known of the role, the times are taken as they are.
 */
export function bonusPoints(judging: Judging, rule: RuleOf<"bonus">, times: Exact, role: string | null = null): Outcome<Exact> {
  const count = { label: rule.name, value: { id: "value.unit", values: { amount: show(times), unit: rule.per } } };
  const read = [count];
  if (isNegative(times)) {
    return refused(rule, { id: "bonus.negative", values: { bonus: rule.name, value: show(times) } }, { read });
  }
  if (role !== null && entitlementOf(judging, rule, role) === "not-entitled") {
    const readings = [readingOf(judging, rule, "levels")];
    return decided(rule, exact(0), { id: "bonus.not-entitled", values: { role } }, { read, readings });
  }
  if (rule.points === null) return decided(rule, times, points(times), { read });
  if (!isWhole(times)) {
    return refused(rule, { id: "bonus.not-whole", values: { bonus: rule.name, value: show(times) } }, { read });
  }
  const earned = times.mul(exact(rule.points));
  const steps = [figures(`${show(exact(rule.points))}×${show(times)}=${show(earned)}`)];
  return decided(rule, earned, points(earned), { read, steps });
}

/** The number of times that a bonus written in points stands for; null where it is not a multiple. */
export function timesOfPoints(rule: RuleOf<"bonus">, written: Exact): Exact | null {
  if (rule.points === null || rule.points === 0) return written;
  const times = written.div(exact(rule.points));
  return isWhole(times) && !isNegative(times) ? times : null;
}

export const bonus = defineKind("bonus", {
  column: "number",
  fields: (rule) => [{ key: "bonus-points", value: rule.points }],
  explain: (rule, [times, role], judging) => {
    const count = amountOf(times);
    if (count === null) return refused(rule, { id: "value.unreadable" });
    return bonusPoints(judging, rule, count, role === undefined || role === null ? null : textOf(role));
  },
});
