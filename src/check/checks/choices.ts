/** Columns with a list of values: choice.unknown where the list is closed, choice.unlisted (info) where it is open. */
import type { RuleOf } from "../../policy/schema";
import { allowedValues, judgeChoice } from "../../rules/choice";
import { onceAColumn } from "../columns";
import { eachRecord, type Check, type CheckContext, type Sheet } from "../context";
import type { Entry } from "../record";
import words from "../words.json";

type Choice = RuleOf<"choice">;

function keyOf(sheet: Sheet, rule: Choice): string | null {
  const keys = sheet.table.columns.map((column) => column.key);
  return [rule.id, rule.field].find((key) => keys.includes(key)) ?? null;
}

/** Whether a row is of the trainings that the rule is about: by its category and project, else by what the table calls itself. */
function isAboutRow({ table }: Sheet, entry: Entry, { categories }: Choice): boolean {
  if (categories === undefined) return true;
  const own = `${entry.text("category")} ${entry.text("project")}`.trim();
  const said = own === "" ? `${table.title} ${table.sheet.name}` : own;
  return categories.some((category) => said.includes(category));
}

/** The value of the other column that the list depends on; a month also from the row's date. */
function otherValue(entry: Entry, rule: Choice): string | null {
  if (rule.by === undefined) return null;
  const text = entry.text(rule.by);
  if (text !== "" || rule.by !== words.monthField) return text;
  const date = entry.date("date");
  const month = date.kind === "date" ? date.date.month : date.kind === "month" ? date.month : null;
  return month === null ? "" : `${String(month)}${words.monthUnit}`;
}

function judge(context: CheckContext, sheet: Sheet, entry: Entry, rule: Choice, key: string): void {
  const text = entry.text(key);
  const cell = entry.cell(key);
  if (text === "" || !cell || !isAboutRow(sheet, entry, rule)) return;
  const by = otherValue(entry, rule);
  const outcome = judgeChoice(sheet.judging, rule, text, by);
  context.judged.add(rule.id);
  if (!outcome.decided || outcome.value === "listed") return;
  const list = (allowedValues(rule, by) ?? rule.values).map((value) => value.value).join("、");
  const values = { subject: entry.subject, text, rule: rule.name, list };
  const code = rule.open ? "choice.unlisted" : "choice.unknown";
  context.findings.add({
    code,
    rule,
    at: entry.placeOf(cell),
    subject: entry.subject,
    value: text,
    expected: list,
    says: { id: code, values },
    outcome,
  });
}

const freeFields: ReadonlySet<string> = new Set(words.freeFields);

/** 培训内容 may hold the areas of the list, or say freely what was taught: it holds the list where most of its values stand there. */
function holdsList(rule: Choice): (sheet: Sheet, key: string) => boolean {
  return onceAColumn((sheet, key) => {
    const texts = [...new Set(sheet.records.map((entry) => entry.text(key)))].filter((text) => text !== "");
    const listed = texts.filter((text) => {
      const outcome = judgeChoice(sheet.judging, rule, text);
      return outcome.decided && outcome.value === "listed";
    });
    return listed.length * 2 >= texts.length;
  });
}

function rulesFor(sheet: Sheet): { readonly rule: Choice; readonly key: string }[] {
  const listed = sheet.judging.pack.tables.filter((table) => table.kind === sheet.table.kind).flatMap((table) => table.rules);
  return sheet.judging.pack.rules.flatMap((rule) => {
    if (rule.kind !== "choice" || !listed.includes(rule.id)) return [];
    const key = keyOf(sheet, rule);
    const isFree = freeFields.has(rule.field) && rule.by === undefined;
    return key === null || (isFree && !holdsList(rule)(sheet, key)) ? [] : [{ rule, key }];
  });
}

export const choices: Check = function* (context) {
  for (const sheet of context.sheets) {
    const rules = rulesFor(sheet);
    if (rules.length === 0) continue;
    yield* eachRecord(sheet, (entry) => {
      for (const { rule, key } of rules) judge(context, sheet, entry, rule, key);
    });
  }
};
