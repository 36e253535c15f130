/**
 * A rule that a clerk added to a rule sheet with kind, name and number only: what it then takes from its neighbours, so
 * that a local 加分 item needs no knowledge of ids.
 */
import type { PackTable, Rule } from "../schema";
import words from "./words.json";

type Draft = Readonly<Record<string, unknown>>;

function isDraft(value: unknown): value is Draft {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An id that no rule has: local.bonus-1. */
export function freeId(kind: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const id = `${words.addedRule.id}.${kind}-${String(number)}`;
    if (!taken.has(id)) return id;
  }
}

/** The rubric or rule it belongs to: that of the rule of its kind above it, else the only one there is. */
function borrowedOf(kind: string, above: readonly Rule[]): string | undefined {
  const owners = above.flatMap((rule) => ("of" in rule && rule.of !== undefined ? [{ kind: rule.kind, of: rule.of }] : []));
  const alike = owners.findLast((owner) => owner.kind === kind);
  if (alike !== undefined) return alike.of;
  const [only, ...others] = new Set(owners.filter((owner) => owner.kind === "rubric").map((owner) => owner.of));
  return others.length === 0 ? only : undefined;
}

/** The draft with what it left out: its clause says that it is local, what it belongs to and its unit come from its neighbours. */
export function completed(draft: unknown, kind: string, id: string, written: string, above: readonly Rule[]): unknown {
  if (!isDraft(draft)) return draft;
  const clause = isDraft(draft["clause"]) ? draft["clause"] : {};
  const of = kind === "rubric" || kind === "bonus" ? borrowedOf(kind, above) : undefined;
  const borrowed = { ...(of === undefined ? {} : { of }), ...(kind === "bonus" ? { per: words.addedRule.per } : {}) };
  return { ...borrowed, ...draft, id, clause: { at: words.addedRule.at, quote: written, ...clause } };
}

/** The tables with the added rules beside those of their kind, so that the check looks for their columns. */
export function withAdded(tables: readonly PackTable[], rules: readonly Rule[], added: readonly Rule[]): PackTable[] {
  const kindOf = new Map(rules.map((rule) => [rule.id, rule]));
  return tables.map((table) => {
    const own = added.filter((rule) => !table.rules.includes(rule.id) && table.rules.some((id) => isAlike(kindOf.get(id), rule)));
    return own.length === 0 ? table : { ...table, rules: [...table.rules, ...own.map((rule) => rule.id)] };
  });
}

/** Of the same kind, and of the same rubric or rule. */
function isAlike(rule: Rule | undefined, other: Rule): boolean {
  if (rule?.kind !== other.kind) return false;
  return !("of" in rule && "of" in other) || rule.of === other.of;
}
