/** 名额与覆盖面 (kind quota): at least a share of a whole, rounded up to whole persons; at most where a maximum is given. */
import type { RuleOf } from "../policy/schema";
import { exact, show, toNumber, type Exact } from "../values/exact";
import { amountOf, isNegative, shortOf, textOf, ZERO } from "./amount";
import { readingOf, type Judging } from "./judging";
import { defineKind } from "./kind";
import { decided, figures, refused, type Outcome } from "./outcome";

type Quota = RuleOf<"quota">;

/** The share at a place: its own where the clause names it. */
export function shareAt(rule: Quota, place: string): number {
  const written = place.trim();
  const own = rule.places?.find((entry) => entry.names.some((name) => written !== "" && written.includes(name)));
  return own?.share ?? rule.share;
}

/** Persons missing (positive), none (0), or above the maximum (negative). */
export function judgeQuota(judging: Judging, rule: Quota, part: Exact, whole: Exact, place = ""): Outcome<Exact> {
  const read = [
    { label: rule.part, value: { id: "value.plain", values: { amount: show(part) } } },
    { label: rule.whole, value: { id: "value.plain", values: { amount: show(whole) } } },
  ];
  if (isNegative(part) || isNegative(whole)) return refused(rule, { id: "quota.negative" }, { read });
  const share = exact(shareAt(rule, place));
  const needed = share.mul(whole).ceil();
  const missing = shortOf(part, needed);
  const meaning = readingOf(judging, rule, "meaning");
  const most = meaning?.value === "exact" ? needed : rule.max === undefined ? null : exact(rule.max).mul(whole).floor();
  const over = most === null ? ZERO : shortOf(most, part);
  const gap = missing.equals(0) ? ZERO.sub(over) : missing;
  const readings = [meaning, readingOf(judging, rule, "counted")];
  const sign = part.compare(needed) >= 0 ? "≥" : "<";
  const steps = [figures(`⌈${show(whole)}×${show(share.mul(100))}%⌉=${show(needed)}`), figures(`${show(part)} ${sign} ${show(needed)}`)];
  return decided(rule, gap, conclusionOf(missing, over), { read, steps, readings });
}

function conclusionOf(missing: Exact, over: Exact) {
  if (!missing.equals(0)) return { id: "quota.missing", values: { count: toNumber(missing) } };
  if (!over.equals(0)) return { id: "quota.over", values: { count: toNumber(over) } };
  return { id: "quota.met" };
}

export const quota = defineKind("quota", {
  column: "number",
  fields: (rule) => [
    { key: "share", value: rule.share },
    { key: "max", value: rule.max ?? null },
    ...(rule.places ?? []).flatMap((place) => place.names.map((name) => ({ key: "share-at", name, value: place.share }))),
  ],
  explain: (rule, [part, whole, place], judging) => {
    const [count, all] = [amountOf(part), amountOf(whole)];
    if (count === null || all === null) return refused(rule, { id: "value.unreadable" });
    return judgeQuota(judging, rule, count, all, textOf(place));
  },
});
