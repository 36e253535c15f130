/** Fills a template in as a careful clerk would: persons in scope, points within their bounds, days in time. For the tests of templates. */
import type { Worksheet } from "exceljs";
import type { TemplateColumn, TemplatePlan } from "../../src/files/templates/plan";
import { FIRST_ROW } from "../../src/files/templates/workbook";
import type { Pack, Rule } from "../../src/policy/schema";
import { checkDigit } from "../../src/values/id";

/** An ID of somebody who is in scope of every policy that has one: men of 52 and women of 45 at the check. */
function idOf(pack: Pack, row: number): string {
  const scope = pack.rules.find((rule) => rule.kind === "eligibility");
  const who = scope?.kind === "eligibility" ? scope.anyOf[0] : undefined;
  const sex = row % 2 === 0 ? 1 : 2;
  const ages = scope?.kind === "eligibility" ? scope.anyOf.find((each) => each.sex === (sex === 1 ? "男" : "女")) : undefined;
  const age = (ages ?? who)?.maxAge ?? (ages ?? who)?.belowAge ?? 40;
  const year = Number((pack.valid?.to ?? scope?.on ?? "2024").slice(0, 4)) - age + 2;
  const first = `230122${year}0101${10 + row}${sex}`;
  return `${first}${checkDigit(first)}`;
}

/** A day that is in time under a rule, and not after the day of the check. */
function inTime(pack: Pack, rule: Rule | undefined): string {
  if (rule?.kind === "deadline") {
    if ("by" in rule.due) return rule.due.by;
    if ("from" in rule.due) return rule.due.from;
    return `2024-${rule.due.yearly[0] ?? "01-01"}`;
  }
  return pack.valid?.from ?? "2024-09-21";
}

/** Of a hundred, as many as the quota of that name wants. */
function quotaPart(pack: Pack, project: string): number {
  const quota = pack.rules.find((rule) => rule.kind === "quota" && rule.name === project);
  return quota?.kind === "quota" ? Math.ceil(100 * (quota.max ?? quota.share)) : 100;
}

function isDue(rule: Rule, project: string): boolean {
  return rule.kind === "deadline" && project.startsWith(rule.what);
}

type Entries = ReadonlyMap<string, string | number>;

/** The values that a list offers for the row: some depend on what stands in another column of it. */
function offered({ input, rule }: TemplateColumn, entries: Entries): readonly string[] {
  if (input.kind !== "list") return [];
  if (rule?.kind !== "choice" || rule.by === undefined) return input.values;
  const other = String(entries.get(rule.by));
  return rule.values.filter(({ when }) => when?.includes(other) ?? true).map(({ value }) => value);
}

interface Place {
  readonly row: number;
  readonly project: string;
  readonly entries: Entries;
}

function entryFor(plan: TemplatePlan, column: TemplateColumn, { row, project, entries }: Place): string | number | null {
  const { input, rule, key } = column;
  const due = rule?.kind === "deadline" ? rule : plan.pack.rules.find((each) => isDue(each, project));
  switch (input.kind) {
    case "counter":
    case "formula":
      return null;
    case "number":
      if (key === "times") return 0;
      if (rule?.kind === "bonus") return 0;
      if (rule?.kind === "hours") return rule.hours ?? 10;
      if (rule?.kind === "evidence") return Math.max(rule.min ?? 1, ...(rule.bands ?? []).map((band) => band.min));
      if (rule?.kind === "cycle" || /^year\d/.test(key)) return 24 * 3 + 18;
      if (key === "whole") return 100;
      if (key === "part") return quotaPart(plan.pack, project);
      if (key === "base") return 1000;
      if (key === "amount") return 900;
      if (key === "days") return 2;
      return input.max ?? 12;
    case "date":
      return inTime(plan.pack, due);
    case "list":
      if (key === "claim") return input.values[0] ?? null;
      return offered(column, entries)[row % Math.max(1, offered(column, entries).length)] ?? null;
    case "id":
      return idOf(plan.pack, row);
    case "text":
      if (key === "name") return ["张一", "李二", "王三"][row] ?? "赵四";
      if (key === "school")
        return plan.columns.some((each) => each.key === "name") ? "第一中学" : (["第一中学", "第二中学", "第三中学"][row] ?? "");
      if (key === "place") return "端州区";
      if (key === "role") return "教师";
      if (key === "project") return `第${row + 1}次培训`;
      return null;
  }
}

/** Writes into every cell that is to be filled in; gives the number of rows. */
export function fillIn(sheet: Worksheet, plan: TemplatePlan): number {
  const rows = Math.max(plan.given.length, 3);
  for (let row = 0; row < rows; row += 1) {
    const entries = new Map<string, string | number>();
    plan.columns.forEach((column, index) => {
      const cell = sheet.getCell(FIRST_ROW + row, index + 1);
      if (cell.value !== null) return;
      if (plan.given.length > 0 && column.key === "project") return;
      const entry = entryFor(plan, column, { row, project: plan.given[row]?.["project"] ?? "", entries });
      if (entry === null) return;
      entries.set(column.key, entry);
      cell.value = column.input.kind === "date" ? new Date(`${String(entry)}T00:00:00Z`) : entry;
    });
  }
  return rows;
}
