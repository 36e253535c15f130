/**
 * A policy as the rule view shows it: sections of the document, in each its rules with their numbers. Labels and units are
 * those of the rule sheet, so that screen and sheet say the same.
 */
import type { PlanCell, PlanRow, SheetPlan } from "../../policy/sheet/plan";
import type { Pack, Rule } from "../../policy/schema";
import { packToRows } from "../../policy/sheet/write";
import { judgingBy } from "../../rules/judging";
import { fieldsOf, isUnset } from "../../rules/kinds";
import { inDocumentOrder } from "./section-order";
import type { SayRules } from "./say";

export interface Parameter {
  readonly label: string;
  readonly text: string;
}

export interface ShownRule {
  readonly rule: Rule;
  /** 考核项目, 合格线 … */
  readonly kind: string;
  /** The main number with its unit, a date, a word; "" where the rule has none. */
  readonly main: string;
  readonly parameters: readonly Parameter[];
}

export interface Section {
  readonly title: string;
  readonly rules: readonly ShownRule[];
}

type Key = SheetPlan["columns"][number]["key"];

/** Names for programs are not shown to people. */
const CODE = /^[a-z0-9]+(?:[.-][A-Za-z0-9]+)*$/;
const DAY = /^(?:(\d{4})-)?(\d{2})-(\d{2})$/;

/** Reads the cells of one plan. */
class PlanReader {
  private readonly at: ReadonlyMap<Key, number>;

  constructor(
    readonly plan: SheetPlan,
    private readonly names: ReadonlyMap<string, string>,
    readonly say: SayRules,
  ) {
    this.at = new Map(plan.columns.map(({ key }, index) => [key, index]));
  }

  header(key: Key): string {
    return this.plan.columns[this.at.get(key) ?? -1]?.header ?? "";
  }

  cell(row: PlanRow, key: Key): PlanCell | null {
    return row.cells[this.at.get(key) ?? -1] ?? null;
  }

  raw(row: PlanRow, key: Key): string {
    return String(this.cell(row, key)?.value ?? "");
  }

  /** For people: rules by their names, days as clerks write them, no codes. */
  text(row: PlanRow, key: Key): string {
    const parts = this.raw(row, key).split("、");
    return parts
      .map((part) => this.names.get(part) ?? this.day(part))
      .filter((part) => !CODE.test(part) || /^\d+$/.test(part))
      .join("、");
  }

  day(text: string): string {
    const found = DAY.exec(text);
    if (found === null) return text;
    const [, year, month, day] = found;
    const values = { month: Number(month), day: Number(day) };
    return year === undefined ? this.say("day.yearly", values) : this.say("day", { year, ...values });
  }

  amount(row: PlanRow): string {
    const cell = this.cell(row, "number");
    if (cell === null) return "";
    if (typeof cell.value === "string") return cell.value;
    return cell.format === "General" ? `${cell.value} ${this.raw(row, "unit")}`.trim() : `${Math.round(cell.value * 1e6) / 1e4}%`;
  }
}

function parametersOf(reader: PlanReader, rows: readonly PlanRow[]): Parameter[] {
  const texts = new Map<string, string[]>();
  for (const row of rows) {
    if (row.role === "detail" && reader.raw(row, "question") !== "") continue;
    const own = row.role === "rule";
    const label = own ? reader.header("audience") : reader.raw(row, "parameter");
    const parts = own
      ? [reader.raw(row, "audience")]
      : [reader.text(row, "name"), reader.text(row, "content"), reader.raw(row, "audience"), reader.amount(row)];
    const text = parts.filter((part) => part !== "").join(" ");
    if (text !== "") texts.set(label, [...(texts.get(label) ?? []), text]);
  }
  return [...texts].map(([label, all]) => ({ label, text: all.join("、") }));
}

function mainOf(reader: PlanReader, row: PlanRow, rule: Rule, pack: Pack): string {
  const amount = reader.amount(row);
  if (amount !== "") return amount;
  const value = fieldsOf(rule, judgingBy(pack))[0]?.value ?? null;
  if (value !== null) return typeof value === "number" ? String(value) : reader.day(value);
  return isUnset(rule) ? reader.say("number.unset") : "";
}

/** The sections in the order of the document. */
export function sectionsOf(pack: Pack, say: SayRules): readonly Section[] {
  const plan = packToRows(pack);
  const reader = new PlanReader(plan, new Map(pack.rules.map(({ id, name }) => [id, name])), say);
  const rules = new Map(pack.rules.map((rule) => [rule.id, rule]));
  const rowsOf = new Map<string, PlanRow[]>();
  const titles = new Map<string, string[]>();
  let title = "";
  for (const row of plan.rows) {
    const id = reader.raw(row, "id");
    if (row.role === "heading") title = id;
    if (!rules.has(id) || (row.role !== "rule" && row.role !== "detail")) continue;
    rowsOf.set(id, [...(rowsOf.get(id) ?? []), row]);
    if (row.role === "rule") titles.set(title, [...(titles.get(title) ?? []), id]);
  }
  const shown = (id: string): ShownRule[] => {
    const [rule, rows = []] = [rules.get(id), rowsOf.get(id)];
    const [first] = rows;
    if (rule === undefined || first === undefined) return [];
    const parameters = parametersOf(reader, rows);
    return [{ rule, kind: reader.raw(first, "kind"), main: mainOf(reader, first, rule, pack), parameters }];
  };
  return inDocumentOrder([...titles].map(([name, ids]) => ({ title: name, rules: ids.flatMap(shown) })));
}

function wordsOf({ rule, kind, main, parameters }: ShownRule): string {
  const { name, aliases = [], clause, assumption = "" } = rule;
  const told = parameters.flatMap(({ label, text }) => [label, text]);
  return [name, ...aliases, kind, main, clause.at, clause.quote, assumption, ...told].join("\n").toLowerCase();
}

/** The rules in which every word of the search stands somewhere: name, number, clause, quotation. */
export function searched(sections: readonly Section[], search: string): readonly Section[] {
  const wanted = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (wanted.length === 0) return sections;
  const hits = (shown: ShownRule): boolean => {
    const words = wordsOf(shown);
    return wanted.every((word) => words.includes(word) || words.replaceAll(" ", "").includes(word));
  };
  return sections.map(({ title, rules }) => ({ title, rules: rules.filter(hits) })).filter(({ rules }) => rules.length > 0);
}
