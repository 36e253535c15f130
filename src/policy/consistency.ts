/**
 * What no schema of single values can see: that the rules of a pack fit each other. Ids are there once, what a rule names
 * exists and is of the right kind, a chosen reading is among its options, shares come to one, days exist.
 */
import { ofIso } from "../values/date";
import { plainName } from "./naming";
import { fault, type Fault, type Path } from "./problem";
import type { Pack, Rule, RuleKind, RuleOf } from "./schema";

/** The faults of a pack whose shape is right and which has taken over what it extends. */
export function faultsOf(pack: Pack): Fault[] {
  const rules = new Map(pack.rules.map((rule) => [rule.id, rule]));
  return [
    ...repeatedRules(pack),
    ...tableFaults(pack, rules),
    ...dayFaults(["valid"], pack.valid?.from, pack.valid?.to),
    ...pack.rules.flatMap((rule, index) => [
      ...readingFaults(rule, ["rules", index]),
      ...referenceFaults(rule, ["rules", index], rules),
      ...rubricFaults(rule, ["rules", index], pack),
      ...numberFaults(rule, ["rules", index]),
    ]),
  ];
}

function repeatedRules(pack: Pack): Fault[] {
  const ids = new Set<string>();
  const names = new Set<string>();
  return pack.rules.flatMap((rule, index) => {
    const name = `${rule.kind} ${plainName(rule.name)}`;
    const faults: Fault[] = [];
    if (ids.has(rule.id)) faults.push(fault(["rules", index], "problem.same-id", { id: rule.id }));
    else if (names.has(name)) faults.push(fault(["rules", index], "problem.same-name", { name: rule.name }));
    ids.add(rule.id);
    names.add(name);
    return faults;
  });
}

function tableFaults(pack: Pack, rules: ReadonlyMap<string, Rule>): Fault[] {
  const kinds = new Set<string>();
  return pack.tables.flatMap((table, index) => {
    const repeated = kinds.has(table.kind) ? [fault(["tables", index], "problem.same-table")] : [];
    kinds.add(table.kind);
    const unknown = table.rules.filter((id) => !rules.has(id));
    return [...repeated, ...unknown.map((id) => fault(["tables", index, "rules"], "problem.rule-unknown", { id }))];
  });
}

function readingFaults(rule: Rule, path: Path): Fault[] {
  const ids = new Set<string>();
  return (rule.readings ?? []).flatMap(({ id, chosen, options }) => {
    const values = options.map((option) => option.value);
    const twice = values.find((value, index) => values.indexOf(value) !== index);
    const faults: Fault[] = [];
    if (ids.has(id)) faults.push(fault(path, "problem.same-reading", { id }));
    if (twice !== undefined) faults.push(fault(path, "problem.same-option", { id, option: twice }));
    if (!values.includes(chosen)) faults.push(fault(path, "problem.chosen-unknown", { id, chosen }));
    ids.add(id);
    return faults;
  });
}

/** A rule that another names, and the kind it must be of where that matters. */
interface Reference {
  readonly field: string;
  readonly id: string;
  readonly kind?: "pass" | "hours";
}

function referencesOf(rule: Rule): Reference[] {
  switch (rule.kind) {
    case "all-of":
      return rule.rules.map((id) => ({ field: "rules", id, kind: "pass" }));
    case "grant":
      return [{ field: "pass", id: rule.pass, kind: "pass" }];
    case "hours":
      return rule.of === undefined ? [] : [{ field: "of", id: rule.of, kind: "hours" }];
    case "cycle":
      return rule.eachYear && "rule" in rule.eachYear ? [{ field: "eachYear", id: rule.eachYear.rule, kind: "hours" }] : [];
    case "quota":
    case "deadline":
    case "evidence":
      return rule.of === undefined ? [] : [{ field: "of", id: rule.of }];
    case "consequence":
      return rule.when ? [{ field: "when", id: rule.when.rule }] : [];
    default:
      return [];
  }
}

function referenceFaults(rule: Rule, path: Path, rules: ReadonlyMap<string, Rule>): Fault[] {
  return referencesOf(rule).flatMap(({ field, id, kind }) => {
    const place = [...path, field];
    if (id === rule.id) return [fault(place, "problem.rule-itself")];
    const named = rules.get(id);
    if (!named) return [fault(place, "problem.rule-unknown", { id })];
    if (kind === undefined || named.kind === kind) return [];
    return [fault(place, kind === "pass" ? "problem.rule-not-pass" : "problem.rule-not-hours", { id })];
  });
}

const itemKinds: ReadonlySet<RuleKind> = new Set<RuleKind>(["rubric", "mean"]);

function hasItems(pack: Pack, rubric: string): boolean {
  return pack.rules.some((rule) => itemKinds.has(rule.kind) && "of" in rule && rule.of === rubric);
}

/** A bonus needs a rubric to be added to, a mean one to be the mean of. */
function rubricFaults(rule: Rule, path: Path, pack: Pack): Fault[] {
  const named = rule.kind === "bonus" ? { field: "of", id: rule.of } : rule.kind === "mean" ? { field: "source", id: rule.source } : null;
  if (named === null || hasItems(pack, named.id)) return [];
  return [fault([...path, named.field], "problem.rubric-unknown", { id: named.id })];
}

function numberFaults(rule: Rule, path: Path): Fault[] {
  switch (rule.kind) {
    case "composite":
      return shareFaults(rule, path);
    case "quota":
      return rangeFaults([...path, "max"], rule.share, rule.max);
    case "evidence":
      return rangeFaults([...path, "max"], rule.min ?? undefined, rule.max);
    case "deadline":
      return dueFaults(rule, path);
    case "eligibility":
      return [
        ...dayFaults([...path, "on"], rule.on),
        ...rule.anyOf.flatMap((who) => rangeFaults([...path, "anyOf"], who.minAge, who.maxAge)),
      ];
    default:
      return [];
  }
}

function shareFaults(rule: RuleOf<"composite">, path: Path): Fault[] {
  const shares = rule.parts.flatMap((part) => (part.share === null ? [] : [part.share]));
  if (shares.length === 0) return [];
  if (shares.length < rule.parts.length) return [fault([...path, "parts"], "problem.shares-mixed")];
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (Math.abs(total - 1) < 1e-9) return [];
  return [fault([...path, "parts"], "problem.shares", { total: Number((total * 100).toFixed(4)) })];
}

function rangeFaults(path: Path, least: number | undefined, most: number | undefined): Fault[] {
  if (least === undefined || most === undefined || least <= most) return [];
  return [fault(path, "problem.range", { least, most })];
}

function dueFaults({ due }: RuleOf<"deadline">, path: Path): Fault[] {
  const place = [...path, "due"];
  if ("by" in due) return dayFaults(place, due.by);
  if ("from" in due) return dayFaults(place, due.from, due.to);
  // A leap year, so that 02-29 is a day.
  return due.yearly.flatMap((day) => (ofIso(`2024-${day}`) ? [] : [fault(place, "problem.no-such-day", { found: day })]));
}

function dayFaults(path: Path, from?: string, to?: string): Fault[] {
  const days = [from, to].filter((day) => day !== undefined);
  const missing = days.filter((day) => !ofIso(day));
  if (missing.length > 0) return missing.map((day) => fault(path, "problem.no-such-day", { found: day }));
  if (from === undefined || to === undefined || from <= to) return [];
  return [fault(path, "problem.dates-reversed", { from, to })];
}
