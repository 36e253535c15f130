/** 认定学时 (kind grant): hours credited when a pass line is met, each by its own line. */
import { isKind, rulesOf } from "../policy/resolve";
import type { RuleOf } from "../policy/schema";
import { exact, show, sum, type Exact } from "../values/exact";
import { amountOf, inUnit, ZERO } from "./amount";
import { readingOf, type Judging } from "./judging";
import { defineKind } from "./kind";
import { decided, figures, refused, undecidable, type AppliedReading, type Outcome } from "./outcome";
import { judgePass } from "./pass";

export function passRuleOf(judging: Judging, rule: RuleOf<"grant">): RuleOf<"pass"> | null {
  const found = judging.pack.rules.find((other) => other.id === rule.pass);
  return found && isKind(found, "pass") ? found : null;
}

/** A score for a pass line's `of`: teacher 60, school-based 80. */
export type ScoresByKey = ReadonlyMap<string, Exact>;

interface Credit {
  readonly hours: Exact;
  readonly reading: AppliedReading | null;
  readonly passed: boolean;
}

function creditOf(judging: Judging, rule: RuleOf<"grant">, scores: ScoresByKey): Credit | Outcome<Exact> {
  const line = passRuleOf(judging, rule);
  if (!line) return undecidable(rule, { id: "grant.no-line" });
  const score = scores.get(line.of);
  const reading = readingOf(judging, rule, "basis");
  if (score === undefined) return { hours: ZERO, reading, passed: false };
  const verdict = judgePass(line, score);
  if (!verdict.decided) return verdict;
  return { hours: verdict.value ? exact(rule.hours) : ZERO, reading, passed: verdict.value };
}

/** The hours that all the pack's grants give for these scores; null where the pack grants none. */
export function creditedHours(judging: Judging, scores: ScoresByKey): Outcome<Exact> | null {
  const grants = rulesOf(judging.pack, "grant");
  const [first] = grants;
  if (!first) return null;
  const credits: Credit[] = [];
  for (const grant of grants) {
    const credit = creditOf(judging, grant, scores);
    if ("decided" in credit) return credit;
    credits.push(credit);
  }
  const together = credits.some((credit) => credit.reading?.value === "both");
  const all = credits.every((credit) => credit.passed);
  const hours = together && !all ? ZERO : sum(credits.map((credit) => credit.hours));
  const steps = [figures(`${credits.map((credit) => show(credit.hours)).join("+")}=${show(hours)}`)];
  const readings = credits.map((credit) => credit.reading);
  return decided(first, hours, inUnit(hours, judging.pack.unit), { steps, readings });
}

export const grant = defineKind("grant", {
  column: "number",
  fields: (rule) => [{ key: "hours", value: rule.hours }],
  explain: (rule, [value], judging) => {
    const score = amountOf(value);
    const line = passRuleOf(judging, rule);
    if (score === null || !line) return refused(rule, { id: "value.unreadable" });
    const verdict = judgePass(line, score);
    if (!verdict.decided) return verdict;
    const hours = verdict.value ? exact(rule.hours) : ZERO;
    return decided(rule, hours, inUnit(hours, judging.pack.unit), {
      read: verdict.trace.read,
      steps: verdict.trace.steps,
    });
  },
});
