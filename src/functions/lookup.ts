/** Finding the rule that an argument names, and the field of it that RULE() asks for. */
import { findRule, rulesOf } from "../policy/resolve";
import type { Rule, RuleKind, RuleOf } from "../policy/schema";
import fieldNames from "../rules/field-names.json";
import type { Judging } from "../rules/judging";
import type { RuleField } from "../rules/kind";
import { fieldsOf } from "../rules/kinds";
import { notDecidable, wrongValue } from "./problem";
import targets from "./targets.json";

/** Words that every policy may be asked about, whether or not it has a rule of that name: 教师, 校本, 学校. */
const knownTargets: ReadonlyMap<string, string> = new Map(Object.entries(targets));

export function ruleNamed(judging: Judging, ref: string): Rule {
  const rule = findRule(judging.pack, ref);
  if (rule) return rule;
  if (knownTargets.has(ref)) throw notDecidable("rule.not-here", { rule: ref });
  throw wrongValue("rule.unknown", { rule: ref });
}

/** 教师, 校本 …: the only rule of the kind that belongs to what the word means, in a policy that does not use the word itself. */
function targeted<K extends RuleKind>(judging: Judging, ref: string, kind: K): RuleOf<K> | null {
  const of = knownTargets.get(ref);
  const [rule, another] = of === undefined ? [] : rulesOf(judging.pack, kind, of);
  return rule && !another ? rule : null;
}

/** The rule of one kind that a name means: itself, or the one attached to it. Known words without a rule are #N/A. */
export function ruleOfKind<K extends RuleKind>(judging: Judging, ref: string, kind: K): RuleOf<K> {
  const rule = findRule(judging.pack, ref, kind) ?? targeted(judging, ref, kind);
  if (rule) return rule;
  if (knownTargets.has(ref)) throw notDecidable("rule.not-here", { rule: ref });
  throw findRule(judging.pack, ref) ? wrongValue("rule.other-kind", { rule: ref }) : wrongValue("rule.unknown", { rule: ref });
}

/** The first rule of a kind, or #N/A where the policy has none. */
export function onlyRule<K extends RuleKind>(judging: Judging, kind: K): RuleOf<K> {
  const [rule] = rulesOf(judging.pack, kind);
  if (!rule) throw notDecidable("rule.none");
  return rule;
}

const namesOf: Readonly<Record<string, readonly string[]>> = fieldNames;

function isCalled(field: RuleField, name: string): boolean {
  if (field.name !== undefined && field.name.includes(name)) return true;
  return field.key === name || (namesOf[field.key] ?? []).includes(name);
}

/** A rule's own fields, then those of the rules attached to it (the words that a 心得体会 needs, its deadline). */
function fieldsAround(judging: Judging, rule: Rule): RuleField[] {
  const attached = judging.pack.rules.filter(
    (other) => (other.kind === "grant" && other.pass === rule.id) || ("of" in other && other.of === rule.id),
  );
  return [rule, ...attached].flatMap((each) => fieldsOf(each, judging));
}

function textFields(rule: Rule): RuleField[] {
  return [
    { key: "name", value: rule.name },
    { key: "clause", value: rule.clause.at },
    { key: "quote", value: rule.clause.quote },
  ];
}

/** The main number of a rule, or the field of that name; #N/A where the pack leaves it open. */
export function fieldOf(judging: Judging, rule: Rule, name: string): number | string {
  const fields = [...fieldsAround(judging, rule), ...textFields(rule)];
  const found = name === "" ? fieldsOf(rule, judging)[0] : fields.find((field) => isCalled(field, name));
  if (!found) {
    if (name === "") throw notDecidable("rule.no-number", { rule: rule.name });
    throw wrongValue("rule.no-field", { rule: rule.name, field: name });
  }
  if (found.value === null) throw notDecidable("rule.not-set", { rule: rule.name });
  return found.value;
}
