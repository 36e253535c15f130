/** The columns of each kind of table under a policy. One function a kind; rules and numbers come from the pack alone. */
import type { Pack, PackTable, Rule, RuleOf, TableKind } from "../../policy/schema";
import { blocksOf, mainHours } from "../../rules/hours";
import { cycleDue, mainCycle } from "../../rules/cycle";
import { judgingBy } from "../../rules/judging";
import { bonusesOf, itemsOf } from "../../rules/score";
import forms from "./forms.json";
import {
  anyAmount,
  count,
  fieldColumn,
  filled,
  ifFilled,
  kaohe,
  quoted,
  ruleColumn,
  upTo,
  type Cells,
  type TemplateColumn,
  type TemplatePlan,
} from "./plan";

interface Form {
  readonly pack: Pack;
  readonly table: PackTable;
  /** The rules that the policy lists for the table. */
  readonly rules: readonly Rule[];
  readonly field: (key: string, input?: TemplateColumn["input"]) => TemplateColumn;
  /** The formulas' first argument: the policy's name, or the range of its rule sheet. */
  readonly policy: string;
}

type Build = (form: Form) => TemplateColumn[];

function ofKind<K extends Rule["kind"]>(form: Form, kind: K): RuleOf<K>[] {
  return form.rules.filter((rule): rule is RuleOf<K> => rule.kind === kind);
}

const formula = (write: (cells: Cells) => string, percent = false): TemplateColumn["input"] => ({ kind: "formula", write, percent });

const persons = (form: Form, ...keys: readonly string[]): TemplateColumn[] =>
  ["number", "name", "school", ...keys].map((key) => form.field(key, key === "number" ? { kind: "counter" } : { kind: "text" }));

/** Columns with a list of values, and the columns that a list depends on. */
function choiceColumns(form: Form): TemplateColumn[] {
  return ofKind(form, "choice").flatMap((rule) => {
    const values = rule.values.map(({ value }) => value);
    const isKey = /^[a-zA-Z]/.test(rule.field);
    const own = isKey
      ? { ...form.field(rule.field, { kind: "list", values, open: rule.open }), rule }
      : ruleColumn(rule, rule.name, { kind: "list", values, open: rule.open });
    const header = isKey && form.table.fields?.[rule.field] === undefined && rule.field !== "stage" ? rule.name : own.header;
    const first = rule.by === undefined ? [] : [...new Set(rule.values.flatMap(({ when }) => when?.[0] ?? []))];
    const by = rule.by === undefined ? [] : [form.field(rule.by, { kind: "list", values: first, open: false })];
    return [...by, { ...own, header }];
  });
}

function without(columns: readonly TemplateColumn[], others: readonly TemplateColumn[]): TemplateColumn[] {
  return columns.filter(({ key }) => !others.some((other) => other.key === key));
}

const roster: Build = (form) => {
  const choices = choiceColumns(form);
  const sex = form.field("sex", { kind: "list", values: forms.sexes, open: false });
  const start = [form.field("number", { kind: "counter" }), form.field("name"), sex, form.field("id", { kind: "id" })];
  const rest = ["school", "subject", "role", "title"].map((key) => form.field(key));
  return [...start, ...without(rest, choices), ...choices, form.field("note")];
};

/** Words, lessons, hours and dates beside the items. */
function measures(form: Form): TemplateColumn[] {
  return form.rules.flatMap((rule): TemplateColumn[] => {
    if (rule.kind === "evidence") return [ruleColumn(rule, filled(forms.measured, { name: rule.name, unit: rule.unit }), anyAmount)];
    if (rule.kind === "deadline") return [ruleColumn(rule, rule.name, { kind: "date" })];
    return [];
  });
}

const pointed = (name: string, points: number): string => filled(forms.points, { name, points });

/** 加分次数, 派出人次: the name of the times column, where the policy knows one. */
function bonusColumn(rule: RuleOf<"bonus">, alone: boolean, form: Form): TemplateColumn {
  if (alone) return { ...form.field("times", count), key: rule.id, rule };
  if (rule.points === null) return ruleColumn(rule, filled(forms.measured, { name: rule.name, unit: rule.per }), anyAmount);
  const named = [rule.name, ...(rule.aliases ?? [])].find((name) => name.endsWith("次数") || name.endsWith("人次"));
  return ruleColumn(rule, named ?? filled(forms.measured, { name: rule.name, unit: rule.per }), count);
}

function scoreName(rule: RuleOf<"pass">): string {
  const ending = forms.lineEndings.find((end) => rule.name.endsWith(end)) ?? "";
  return `${rule.name.slice(0, rule.name.length - ending.length)}${forms.score}`;
}

interface Scored {
  readonly columns: readonly TemplateColumn[];
  readonly of: string;
  readonly total: (cells: Cells) => string;
}

function compositeScore(form: Form, rule: RuleOf<"composite">): Scored {
  const columns = rule.parts.map(({ key, name }) => ruleColumn(rule, pointed(name, 100), upTo(100), `${rule.id}.${key}`));
  const [first, last] = [columns[0]?.key ?? "", columns.at(-1)?.key ?? ""];
  return { columns, of: rule.of, total: (cells) => kaohe("COMPOSITE", form.policy, cells.span(first, last)) };
}

function rubricScore(form: Form, of: string): Scored {
  const judging = judgingBy(form.pack);
  const items = itemsOf(judging, of).map((rule) => ruleColumn(rule, pointed(rule.name, rule.points), upTo(rule.points)));
  const rules = bonusesOf(judging, of);
  const bonuses = rules.map((rule) => bonusColumn(rule, rules.length === 1, form));
  const [first, last] = [items[0]?.key ?? "", items.at(-1)?.key ?? ""];
  const adds = (cells: Cells): string =>
    rules.map((rule, index) => `+${kaohe("BONUS", form.policy, quoted(rule.name), cells.at(bonuses[index]?.key ?? ""))}`).join("");
  const teacher = (cells: Cells): string =>
    kaohe(
      "TEACHERSCORE",
      form.policy,
      cells.span(first, last),
      ...bonuses.map(({ key }) => cells.at(key)),
      ...(bonuses.length > 0 ? [cells.at("role")] : []),
    );
  return {
    columns: [...items, ...bonuses],
    of,
    total: of === "teacher" ? teacher : (cells) => `SUM(${cells.span(first, last)})${adds(cells)}`,
  };
}

function scoreOf(form: Form): Scored {
  const [composite] = ofKind(form, "composite");
  if (composite) return compositeScore(form, composite);
  return rubricScore(form, form.table.kind === "school-assessment" ? "school" : "teacher");
}

/** 结果, where the total has a line. */
function resultColumns(form: Form, of: string, subject: string): TemplateColumn[] {
  const line = ofKind(form, "pass").find((rule) => rule.of === of);
  if (!line || line.line === null) return [];
  const write = (cells: Cells): string => ifFilled(cells.at(subject), kaohe("PASSED", form.policy, quoted(line.name), cells.at("total")));
  return [{ ...form.field("result", formula(write)), rule: line }];
}

const teacherAssessment: Build = (form) => {
  const { columns, of, total } = scoreOf(form);
  const others = ofKind(form, "pass").filter((rule) => rule.of !== of);
  const scores = others.map((rule) => ruleColumn(rule, scoreName(rule), upTo(rule.full ?? 100)));
  const byScores = (name: string) => (cells: Cells) =>
    ifFilled(cells.at("name"), kaohe(name, form.policy, cells.at("total"), ...scores.map(({ key }) => cells.at(key))));
  const grants = ofKind(form, "grant").length > 0 && scores.length <= 1;
  const [certificate] = ofKind(form, "all-of");
  return [
    ...persons(form, "role"),
    ...columns,
    ...measures(form),
    form.field(
      "total",
      formula((cells) => ifFilled(cells.at("name"), total(cells))),
    ),
    ...resultColumns(form, of, "name"),
    ...scores,
    ...(grants ? [form.field("credited", formula(byScores("CREDITHOURS")))] : []),
    ...(certificate && scores.length === 1
      ? [ruleColumn(certificate, certificate.aliases?.[0] ?? certificate.name, formula(byScores("CERTIFIED")))]
      : []),
    form.field("note"),
  ];
};

const schoolAssessment: Build = (form) => {
  const { columns, of, total } = scoreOf(form);
  return [
    form.field("number", { kind: "counter" }),
    form.field("school"),
    ...columns,
    ...measures(form),
    form.field(
      "total",
      formula((cells) => ifFilled(cells.at("school"), total(cells))),
    ),
    ...resultColumns(form, of, "school"),
    form.field("note"),
  ];
};

/** The categories that trainings are put in: blocks of the year, kinds of conversion. */
function categoriesOf(form: Form): string[] {
  const judging = judgingBy(form.pack);
  const main = mainHours(judging);
  const blocks = main === null ? [] : blocksOf(judging, main).filter((rule) => rule !== main);
  const conversions = ofKind(form, "conversion").flatMap((rule) => rule.categories?.[0] ?? []);
  const special = ofKind(form, "hours").flatMap((rule) => (rule.of === undefined ? (rule.categories?.[0] ?? []) : []));
  return [...new Set([...blocks.map(({ name }) => name), ...conversions, ...special])];
}

const hoursLog: Build = (form) => {
  const categories = categoriesOf(form);
  const choices = choiceColumns(form);
  const byDays = ofKind(form, "conversion").some(
    (rule) => rule.categories === undefined && rule.units.some(({ unit, hours }) => unit === forms.day && hours !== null),
  );
  const hours = formula((cells) => ifFilled(cells.at("days"), kaohe("TRAININGHOURS", form.policy, cells.at("days"), quoted(forms.day))));
  return [
    ...persons(form),
    form.field("date", { kind: "date" }),
    form.field("project"),
    ...(categories.length > 0 ? [form.field("category", { kind: "list", values: categories, open: true })] : []),
    ...choices,
    ...(byDays ? [form.field("days", anyAmount), form.field("hours", hours)] : [form.field("hours", anyAmount)]),
    form.field("note"),
  ];
};

const hoursYear: Build = (form) => {
  const judging = judgingBy(form.pack);
  const main = mainHours(judging);
  const parts: readonly Rule[] = main === null ? ofKind(form, "grant") : blocksOf(judging, main).filter((rule) => rule !== main);
  const blocks = parts.map((rule) => ruleColumn(rule, rule.name, rule.kind === "grant" ? upTo(rule.hours) : anyAmount));
  const special = ofKind(form, "hours").filter((rule) => rule.of === undefined && rule !== main);
  const [first, last] = [blocks[0]?.key ?? "", blocks.at(-1)?.key ?? ""];
  const done = (cells: Cells): string =>
    ifFilled(cells.at("name"), kaohe("HOURSDONE", form.policy, blocks.length > 0 ? cells.span(first, last) : cells.at("total")));
  const total = blocks.length > 0 ? formula((cells) => `SUM(${cells.span(first, last)})`) : anyAmount;
  return [
    ...persons(form, ...(special.length > 0 ? ["role"] : [])),
    ...blocks,
    { ...form.field("total", total), rule: main },
    ...special.map((rule) => ruleColumn(rule, rule.name, anyAmount)),
    ...(main !== null && main.hours !== null ? [form.field("claim", formula(done))] : []),
    form.field("note"),
  ];
};

const hoursCycle: Build = (form) => {
  const rule = mainCycle(judgingBy(form.pack));
  const years = Array.from({ length: rule?.blocks === undefined ? (rule?.years ?? 0) : 0 }, (_, index): TemplateColumn => {
    const n = forms.yearNumbers[index] ?? index + 1;
    return { key: `year${index + 1}`, header: filled(forms.year, { n }), width: 10, input: anyAmount, rule: null };
  });
  const blocks = rule === null ? [] : (rule.blocks ?? []).map(({ key, name }) => ruleColumn(rule, name, anyAmount, `${rule.id}.${key}`));
  const parts = years.length > 0 ? years : blocks;
  const span = (cells: Cells): string => cells.span(parts[0]?.key ?? "", parts.at(-1)?.key ?? "");
  const due = rule === null || years.length === 0 ? null : cycleDue(rule);
  const words = forms.done.map(quoted);
  const claim = (cells: Cells): string =>
    ifFilled(cells.at("name"), `IF(${kaohe("CYCLEGAP", form.policy, span(cells))}=0,${words.join(",")})`);
  return [
    ...persons(form),
    ...parts,
    {
      ...form.field(
        "total",
        formula((cells) => `SUM(${span(cells)})`),
      ),
      rule,
    },
    ...(rule?.cap === undefined || years.length === 0
      ? []
      : [
          form.field(
            "credited",
            formula((cells) => kaohe("CYCLEHOURS", form.policy, span(cells))),
          ),
        ]),
    ...(due === null ? [] : [form.field("claim", formula(claim))]),
    form.field("note"),
  ];
};

/** 达标 where nothing is missing. */
function enough(form: Form, name: string, ...keys: readonly string[]): TemplateColumn {
  const words = forms.enough.map(quoted);
  const [first = ""] = keys.slice(1);
  const write = (cells: Cells): string =>
    ifFilled(cells.at(first), `IF(${kaohe(name, form.policy, ...keys.map((key) => cells.at(key)))}<=0,${words.join(",")})`);
  return form.field("claim", formula(write));
}

const ratio = (part: string, whole: string) =>
  formula((cells) => `IF(N(${cells.at(whole)})=0,"",${cells.at(part)}/${cells.at(whole)})`, true);

const quota: Build = (form) => [
  form.field("number", { kind: "counter" }),
  form.field("place"),
  form.field("project"),
  form.field("whole", count),
  form.field("part", count),
  form.field("share", ratio("part", "whole")),
  enough(form, "QUOTAGAP", "project", "part", "whole", "place"),
  ...measures(form),
  form.field("note"),
];

const budget: Build = (form) => [
  form.field("number", { kind: "counter" }),
  form.field("school"),
  form.field("project"),
  form.field("base", anyAmount),
  form.field("amount", anyAmount),
  form.field("share", ratio("amount", "base")),
  enough(form, "BUDGETGAP", "project", "amount", "base"),
  form.field("note"),
];

const submissions: Build = (form) => [
  form.field("number", { kind: "counter" }),
  form.field("project"),
  ...choiceColumns(form),
  form.field("date", { kind: "date" }),
  form.field("claim", { kind: "list", values: forms.sent, open: false }),
  form.field("note"),
];

const observation: Build = (form) => {
  const parts = ofKind(form, "quota").length > 0 ? [form.field("whole", count), form.field("part", count)] : [];
  return [...persons(form, "role"), ...measures(form), ...parts, form.field("note")];
};

const builds: Readonly<Record<TableKind, Build>> = {
  roster,
  "teacher-assessment": teacherAssessment,
  "school-assessment": schoolAssessment,
  "hours-log": hoursLog,
  "hours-year": hoursYear,
  "hours-cycle": hoursCycle,
  quota,
  budget,
  submissions,
  observation,
};

/** A name of a few characters (责任人) could be taken for a label beside the table: its rule's name goes before it. */
function documentName(rule: RuleOf<"required">, name: string): string {
  return name.length > forms.shortName ? name : filled(forms.within, { rule: rule.name, name });
}

/** What is to be handed in, or counted, one a row. */
function givenRows(form: Form): Readonly<Record<string, string>>[] {
  if (form.table.kind === "quota") return ofKind(form, "quota").map(({ name }) => ({ project: name }));
  if (form.table.kind === "budget") return ofKind(form, "budget").map(({ name }) => ({ project: name }));
  if (form.table.kind !== "submissions") return [];
  return form.rules.flatMap((rule) => {
    if (rule.kind === "deadline") return [{ project: rule.what }];
    return rule.kind === "required" ? rule.documents.map(({ name }) => ({ project: documentName(rule, name) })) : [];
  });
}

/** The template of one kind of table. `policy` is what its formulas name the policy by: its name, or the range of its sheet. */
export function templatePlan(pack: Pack, table: PackTable, policy: string = quoted(pack.name)): TemplatePlan {
  const rules = table.rules.flatMap((id) => pack.rules.filter((rule) => rule.id === id));
  const field: Form["field"] = (key, input) => fieldColumn(pack, table, key, input);
  const form: Form = { pack, table, rules, field, policy };
  return { pack, table, columns: builds[table.kind](form), given: givenRows(form) };
}
