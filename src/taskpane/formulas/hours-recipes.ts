/** The functions about hours: credited, converted, of a year, of a cycle. */
import { rulesOf } from "../../policy/resolve";
import type { Rule, RuleOf } from "../../policy/schema";
import { mainCycle } from "../../rules/cycle";
import { blocksOf, mainHours } from "../../rules/hours";
import type { Judging } from "../../rules/judging";
import { columns, named, noRules, one, scoreKeys, type Recipe, type Slot } from "./recipe";
import type { FormulaTable } from "./tables";

export const credited: Recipe = {
  call: "CREDITHOURS",
  group: "hours",
  rules: noRules,
  slots: (judging, _rule, table) => {
    const { pack } = judging;
    if (rulesOf(pack, "grant").length === 0) return null;
    const line = (of: string): RuleOf<"pass"> | undefined => rulesOf(pack, "pass").find((rule) => rule.of === of);
    const [county, school] = [line("teacher"), line("school-based")];
    if (!county) return null;
    const own = columns([{ label: { id: "part.county" }, keys: scoreKeys(judging, county, table) }]);
    return [own, ...(school ? [one("part.school-based", [school.id], true)] : [])];
  },
  results: ({ pack }) => [{ header: { id: "header.credited", values: { unit: pack.unit } }, keys: ["credited"] }],
};

/** The units that a policy converts, those of one category with its name before them. */
function unitsOf({ pack }: Judging): readonly string[] {
  const units = rulesOf(pack, "conversion").flatMap((rule) =>
    rule.units
      .filter(({ hours }) => hours !== null)
      .flatMap(({ unit }) => (rule.categories === undefined ? [unit] : rule.categories.map((category) => `${category}${unit}`))),
  );
  return [...new Set([...units, pack.unit])];
}

export const converted: Recipe = {
  call: "TRAININGHOURS",
  group: "hours",
  rules: noRules,
  slots: (judging) => {
    const rules = rulesOf(judging.pack, "conversion");
    if (rules.length === 0) return null;
    const byCategory = rules.some(({ categories }) => categories !== undefined);
    return [one("part.amount", ["days", "halfDays", "hours"]), { kind: "unit", units: unitsOf(judging), byCategory }];
  },
  results: ({ pack }) => [{ header: { id: "header.converted", values: { unit: pack.unit } }, keys: ["hours"] }],
};

function blocks(judging: Judging): Slot[] | null {
  const main = mainHours(judging);
  if (!main || main.hours === null) return null;
  const found = blocksOf(judging, main);
  return [
    columns(found.map((rule) => ({ label: named(rule), keys: rule === main ? [rule.id, "total", "hours", "credited"] : [rule.id] }))),
  ];
}

export const gaps: Recipe = {
  call: "HOURSGAP",
  group: "hours",
  rules: noRules,
  slots: blocks,
  results: (judging) => {
    const main = mainHours(judging);
    return main ? blocksOf(judging, main).map(({ name }) => ({ header: { id: "header.gap", values: { name } }, keys: [] })) : [];
  },
};

export const done: Recipe = {
  call: "HOURSDONE",
  group: "hours",
  rules: noRules,
  slots: blocks,
  results: () => [{ header: { id: "header.done" }, keys: ["result", "claim"] }],
};

/** Years of each block where the form divides them so, else years. */
function years(judging: Judging, _rule: Rule | null, table: FormulaTable): Slot[] | null {
  const rule = mainCycle(judging);
  if (!rule) return null;
  const numbers = Array.from({ length: rule.years }, (_, year) => year + 1);
  const byBlock = (rule.blocks ?? []).flatMap((block) =>
    numbers.map((year) => ({
      label: { id: "part.block-year" as const, values: { name: block.name, year } },
      keys: [`${rule.id}.${block.key}.year${year}`],
    })),
  );
  const has = new Set(table.columns.map(({ key }) => key));
  if (byBlock.some(({ keys }) => keys.some((key) => has.has(key)))) return [columns(byBlock)];
  return [columns(numbers.map((year) => ({ label: { id: "part.year", values: { year } }, keys: [`year${year}`], optional: true })))];
}

export const cycleHours: Recipe = {
  call: "CYCLEHOURS",
  group: "hours",
  rules: noRules,
  slots: years,
  results: ({ pack }) => [{ header: { id: "header.cycle", values: { unit: pack.unit } }, keys: ["credited"] }],
};

export const cycleGap: Recipe = {
  ...cycleHours,
  call: "CYCLEGAP",
  slots: (judging, rule, table) => {
    const main = mainCycle(judging);
    return main && (main.hours !== null || main.blocks !== undefined) ? years(judging, rule, table) : null;
  },
  results: ({ pack }) => [{ header: { id: "header.cycle-gap", values: { unit: pack.unit } }, keys: [] }],
};
