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
const LINE = 15;
const GAP = 3;
const COMMA = "、";
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

/** What goes for every table of the workbook. */
function generalLines({ rows, hasRules, locale }: Setting): string[] {
  const say = (id: string, values: Message["values"] = {}): string => sayTemplate({ id, values }, locale);
  return [
    say("notes.what"),
    say("notes.formulas"),
    say("notes.rows", { rows }),
    say("notes.protected"),
    ...(hasRules ? [say("notes.rules")] : []),
  ];
}

/** Columns of which nothing is to be said but how they are filled in, put together by that. */
function plainLines(columns: readonly TemplateColumn[], locale: Locale): string[] {
  const names = new Map<string, string[]>();
  for (const column of columns) {
    const how = sayTemplate(howTo(column), locale);
    names.set(how, [...(names.get(how) ?? []), column.header]);
  }
  return [...names].map(([how, headers]) =>
    sayTemplate({ id: "notes.line", values: { name: headers.join(COMMA), how, clause: "" } }, locale),
  );
}

function linesOf(plan: TemplatePlan, locale: Locale): string[] {
  const ruled = plan.columns.filter(({ rule }) => rule !== null);
  const plain = plan.columns.filter(({ rule }) => rule === null);
  return [
    ...plainLines(plain, locale),
    ...ruled.map((column) => line(column.header, [howTo(column), ...demandsOf(column.rule)], column.rule, locale)),
    ...otherRules(plan).map((rule) => line(rule.name, demandsOf(rule), rule, locale)),
  ];
}

/** As Excel would fit it: a program that does not know fonts sets no height by itself. */
function heightOf(text: string): number {
  const width = [...text].reduce((sum, character) => sum + (character > "\u00ff" ? 2 : 1), 0);
  return Math.max(1, Math.ceil(width / WIDTH)) * LINE + GAP;
}

export function writeNotes(workbook: Workbook, plans: readonly TemplatePlan[], setting: Setting): void {
  const { locale } = setting;
  const sheet = workbook.addWorksheet(forms.sheets.notes, {
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: forms.page },
    views: [{ showGridLines: false }],
  });
  Object.assign(sheet.pageSetup, { paperSize: 9 });
  sheet.getColumn(1).width = WIDTH;
  const heading = (text: string, size: number): void => {
    const row = sheet.addRow([plainText(text)]);
    row.font = { name: forms.fonts.title, size, bold: true };
    row.height = size * 1.8;
  };
  const write = (text: string): void => {
    const row = sheet.addRow([plainText(text)]);
    row.font = { name: forms.fonts.text, size: 11 };
    row.alignment = { wrapText: true, vertical: "top" };
    row.height = heightOf(text);
  };
  heading(forms.sheets.notes, 16);
  for (const title of new Set(plans.map(({ pack }) => pack.title))) write(sayTemplate({ id: "notes.policy", values: { title } }, locale));
  generalLines(setting).forEach(write);
  for (const plan of plans) {
    sheet.addRow([]);
    heading(sayTemplate({ id: "notes.title", values: { table: plan.table.name } }, locale), 13);
    linesOf(plan, locale).forEach(write);
  }
}
