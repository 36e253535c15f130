/**
 * Finding a rule of a pack by what people call it: its id, its id without the pack's prefix, its name, an alias.
 * Only look-up; nothing here judges.
 */
import { plainName } from "./naming";
import type { Pack, Rule, RuleKind, RuleOf } from "./schema";

export function isKind<K extends RuleKind>(rule: Rule, kind: K): rule is RuleOf<K> {
  return rule.kind === kind;
}

/** The pack's rules of one kind, in its order; with `of`, only those that belong to that rubric or rule. */
export function rulesOf<K extends RuleKind>(pack: Pack, kind: K, of?: string): RuleOf<K>[] {
  return pack.rules.filter((rule): rule is RuleOf<K> => isKind(rule, kind) && (of === undefined || belongsTo(rule) === of));
}

/** What a rule hangs on: the rubric or rule in `of`, a grant on its pass line. */
export function belongsTo(rule: Rule): string | null {
  if (rule.kind === "grant") return rule.pass;
  return "of" in rule ? (rule.of ?? null) : null;
}

/**
 * The rule called `ref`. Where a kind is asked for and the rule of that name is of another kind, the one attached to it:
 * the words a 心得体会 needs, the pass line of a composite, the hours that a pass line grants, the pass line of those hours.
 */
export function findRule(pack: Pack, ref: string): Rule | null;
export function findRule<K extends RuleKind>(pack: Pack, ref: string, kind: K): RuleOf<K> | null;
export function findRule(pack: Pack, ref: string, kind?: RuleKind): Rule | null {
  const called = rulesCalled(pack, ref);
  if (kind === undefined) return called[0] ?? null;
  const same = called.find((rule) => isKind(rule, kind));
  if (same) return same;
  for (const rule of called) {
    const attached = attachedRule(pack, rule, kind);
    if (attached) return attached;
  }
  return null;
}

function attachedRule<K extends RuleKind>(pack: Pack, rule: Rule, kind: K): RuleOf<K> | null {
  const [child] = rulesOf(pack, kind, rule.id);
  if (child) return child;
  const [sibling] = rule.kind === "composite" ? rulesOf(pack, kind, rule.of) : [];
  if (sibling) return sibling;
  const above = pack.rules.find((other) => other.id === belongsTo(rule));
  return above && isKind(above, kind) ? above : null;
}

/** All rules of that name, the surest first: the id, the id without its prefix, the name, an alias. */
function rulesCalled(pack: Pack, ref: string): readonly Rule[] {
  return indexOf(pack).get(plainName(ref)) ?? [];
}

const indexes = new WeakMap<Pack, ReadonlyMap<string, readonly Rule[]>>();

function indexOf(pack: Pack): ReadonlyMap<string, readonly Rule[]> {
  const known = indexes.get(pack);
  if (known) return known;
  const index = new Map<string, Rule[]>();
  const ways: readonly ((rule: Rule) => readonly string[])[] = [
    (rule) => [rule.id],
    (rule) => [withoutPrefix(rule.id)],
    (rule) => [rule.name],
    (rule) => rule.aliases ?? [],
  ];
  for (const namesOf of ways) {
    for (const rule of pack.rules) {
      for (const name of namesOf(rule)) enter(index, plainName(name), rule);
    }
  }
  indexes.set(pack, index);
  return index;
}

function enter(index: Map<string, Rule[]>, name: string, rule: Rule): void {
  const entry = index.get(name);
  if (!entry) index.set(name, [rule]);
  else if (!entry.includes(rule)) entry.push(rule);
}

function withoutPrefix(id: string): string {
  return id.slice(id.indexOf(".") + 1);
}
