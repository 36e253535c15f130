/** The sheet 填表说明: what goes into each column, and the clause that asks for it. One line a cell, so that nothing here looks like a table. */
import type { Workbook } from "exceljs";
import type { Rule } from "../../policy/schema";
import type { Locale, Message } from "../../values/message";
import forms from "./forms.json";
import type { TemplateColumn, TemplatePlan } from "./plan";
import { plainText } from "./safe-text";
import { sayTemplate } from "./say";

interface Setting {
  readonly rows: number;
  /** The policy's own rule sheet stands in the workbook. */
  readonly hasRules: boolean;
  readonly locale: Locale;
}

const WIDTH = 130;
const MOST_LISTED = 12;

function howTo({ input }: TemplateColumn): Message {
  switch (input.kind) {
    case "formula":
    case "counter":
      return { id: "how.formula" };
    case "number":
      if (input.max !== null) return { id: "how.number", values: { min: input.min, max: input.max } };
      return { id: input.whole ? "how.whole" : "how.number-open", values: { min: input.min } };
    case "list":
      if (input.values.length > MOST_LISTED) return { id: "how.list-long" };
      return { id: input.open ? "how.list-open" : "how.list", values: { list: input.values.join("、") } };
    case "date":
      return { id: "how.date" };
    case "id":
      return { id: "how.id" };
    case "text":
      return { id: "how.text" };
  }
}

/** What the rule asks for, beside how the cell is filled in. */
function demandsOf(rule: Rule | null): Message[] {
  if (rule?.kind === "evidence" && rule.min !== null) return [{ id: "how.least", values: { least: rule.min, unit: rule.unit } }];
  if (rule?.kind !== "deadline") return [];
  const due = "by" in rule.due ? rule.due.by : "from" in rule.due ? `${rule.due.from}–${rule.due.to}` : rule.due.yearly.join("、");
  return [{ id: "how.due", values: { due } }];
}

function line(name: string, messages: readonly Message[], rule: Rule | null, locale: Locale): string {
  const how = messages.map((message) => sayTemplate(message, locale)).join("");
  const clause = rule === null ? "" : sayTemplate({ id: "notes.clause", values: { at: rule.clause.at, quote: rule.clause.quote } }, locale);
  return sayTemplate({ id: "notes.line", values: { name, how, clause } }, locale);
}

/** Rules of the table that have no column of their own: materials, consequences, quotas. */
function otherRules(plan: TemplatePlan): Rule[] {
  const shown = new Set(plan.columns.map(({ rule }) => rule));
  return plan.table.rules.flatMap((id) => plan.pack.rules.filter((rule) => rule.id === id && !shown.has(rule)));
}

function linesOf(plan: TemplatePlan, { rows, hasRules, locale }: Setting): string[] {
  const say = (id: string, values: Message["values"] = {}): string => sayTemplate({ id, values }, locale);
  return [
    say("notes.policy", { title: plan.pack.title }),
    say("notes.what"),
    say("notes.formulas"),
    say("notes.rows", { rows }),
    say("notes.protected"),
    ...(hasRules ? [say("notes.rules")] : []),
    ...plan.columns.map((column) => line(column.header, [howTo(column), ...demandsOf(column.rule)], column.rule, locale)),
    ...otherRules(plan).map((rule) => line(rule.name, demandsOf(rule), rule, locale)),
  ];
}

export function writeNotes(workbook: Workbook, plans: readonly TemplatePlan[], setting: Setting): void {
  const sheet = workbook.addWorksheet(forms.sheets.notes, {
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  Object.assign(sheet.pageSetup, { paperSize: 9 });
  sheet.getColumn(1).width = WIDTH;
  for (const plan of plans) {
    const title = sheet.addRow([plainText(sayTemplate({ id: "notes.title", values: { table: plan.table.name } }, setting.locale))]);
    title.font = { name: forms.fonts.title, size: 14, bold: true };
    for (const text of linesOf(plan, setting)) sheet.addRow([plainText(text)]).alignment = { wrapText: true, vertical: "top" };
    sheet.addRow([]);
  }
}
