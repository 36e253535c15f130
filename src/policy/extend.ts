/**
 * Next term's pack states only what changed: a pack that names another in `extends` gets that pack's tables and rules,
 * its own in their place, without those it removes.
 */
import type { Message } from "../values/message";
import { belongsTo } from "./resolve";
import type { Pack, PackTable, Rule } from "./schema";

/** The pack called by an id, or null. */
export type FindPack = (id: string) => Pack | null;

export type Extended = { readonly ok: Pack } | { readonly problem: Message };

/** No document changes one that changes one … more often than this. */
const MOST_GENERATIONS = 8;

/** The pack with everything it takes over. A pack without `extends` comes back as it is. */
export function extendPack(pack: Pack, find: FindPack, below: readonly string[] = []): Extended {
  if (pack.extends === undefined) return { ok: pack };
  const line = [...below, pack.id];
  if (line.includes(pack.extends)) return { problem: { id: "extends.circular", values: { id: pack.extends } } };
  if (line.length >= MOST_GENERATIONS) return { problem: { id: "extends.too-long", values: { most: MOST_GENERATIONS } } };
  const found = find(pack.extends);
  if (!found) return { problem: { id: "extends.unknown", values: { id: pack.extends } } };
  const parent = extendPack(found, find, line);
  return "ok" in parent ? combine(parent.ok, pack) : parent;
}

function combine(parent: Pack, child: Pack): Extended {
  const removed = new Set(child.removes);
  const stranger = child.removes?.find((id) => !parent.rules.some((rule) => rule.id === id));
  if (stranger !== undefined) return { problem: { id: "extends.removes-unknown", values: { id: stranger } } };
  const rules = combineRules(
    parent.rules.filter((rule) => !removed.has(rule.id)),
    child.rules,
  );
  const tables = combineTables(parent.tables, child.tables).map((table) => ({
    ...table,
    rules: table.rules.filter((id) => !removed.has(id)),
  }));
  const { referenceDate, keywords, localities, source, issuer } = parent;
  return { ok: { referenceDate, keywords, localities, source, issuer, ...child, rules, tables } };
}

/** A changed rule stands where the old one stood; a new one after the last that belongs to the same rubric or rule. */
function combineRules(old: readonly Rule[], own: readonly Rule[]): Rule[] {
  const changed = new Map(own.map((rule) => [rule.id, rule]));
  const rules = old.map((rule) => changed.get(rule.id) ?? rule);
  for (const rule of own) {
    if (old.some((other) => other.id === rule.id)) continue;
    const owner = belongsTo(rule);
    const last = owner === null ? -1 : rules.findLastIndex((other) => belongsTo(other) === owner);
    rules.splice(last < 0 ? rules.length : last + 1, 0, rule);
  }
  return rules;
}

function combineTables(old: readonly PackTable[], own: readonly PackTable[]): PackTable[] {
  const kept = old.map((table) => own.find((other) => other.kind === table.kind) ?? table);
  return [...kept, ...own.filter((table) => !old.some((other) => other.kind === table.kind))];
}
