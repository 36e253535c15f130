/** 材料报送: dates of submissions against their deadlines (date.late), and required documents that are marked as missing (evidence.below). */
import type { RuleOf } from "../../policy/schema";
import { nameKey } from "../../values/name";
import { claimedIn } from "../claims";
import { eachRecord, sheetsOfKind, type Check, type CheckContext, type Sheet } from "../context";
import type { Entry } from "../record";
import { judgeDue } from "./dates";

type Deadline = RuleOf<"deadline">;
type Required = RuleOf<"required">;

interface Named<R> {
  readonly rule: R;
  readonly names: readonly string[];
}

function deadlineNames(rule: Deadline): string[] {
  return [rule.what, rule.name, ...(rule.whatAliases ?? []), ...(rule.aliases ?? [])].map((name) => nameKey(name));
}

/** The rule whose name is the longest that stands in the row's words (or in which they stand). */
function named<R>(candidates: readonly Named<R>[], text: string): R | null {
  const written = nameKey(text);
  if (written === "") return null;
  let best: { rule: R; length: number } | null = null;
  for (const { rule, names } of candidates) {
    for (const name of names) {
      const fits = name !== "" && (written.includes(name) || (written.length >= 4 && name.includes(written)));
      const length = Math.min(name.length, written.length);
      if (fits && (best === null || length > best.length)) best = { rule, length };
    }
  }
  return best?.rule ?? null;
}

function requiredNames(rule: Required): string[] {
  return rule.documents.flatMap((document) => [document.name, ...(document.aliases ?? [])]).map((name) => nameKey(name));
}

function judgeMissing(context: CheckContext, entry: Entry, rule: Required): void {
  context.judged.add(rule.id);
  const cell = entry.cell("claim");
  if (!cell || claimedIn(entry, "claim") !== false) return;
  const values = { subject: entry.text("project") || entry.subject, text: entry.text("claim"), rule: rule.name };
  const common = { rule, at: entry.placeOf(cell), subject: entry.subject, value: entry.text("claim") };
  context.findings.add({ code: "evidence.below", ...common, says: { id: "required.missing", values } });
}

/** The rules that the policy lists for this kind of sheet. */
function listedIn(sheet: Sheet): ReadonlySet<string> {
  return new Set(sheet.judging.pack.tables.filter((table) => table.kind === sheet.table.kind).flatMap((table) => table.rules));
}

function judgeSheet(context: CheckContext, sheet: Sheet): Generator<void, void> {
  const listed = listedIn(sheet);
  const rules = sheet.judging.pack.rules.filter((rule) => listed.has(rule.id) || sheet.table.kind === "submissions");
  const deadlines = rules
    .filter((rule): rule is Deadline => rule.kind === "deadline")
    .map((rule) => ({ rule, names: deadlineNames(rule) }));
  const documents = rules
    .filter((rule): rule is Required => rule.kind === "required")
    .map((rule) => ({ rule, names: requiredNames(rule) }));
  return eachRecord(sheet, (entry) => {
    const text = entry.text("project");
    const deadline = named(deadlines, text);
    const date = entry.date("date");
    if (deadline && date.kind === "date") judgeDue(context, sheet, entry, deadline, date.at, date.date);
    else if (deadline) context.judged.add(deadline.id);
    const required = named(documents, text);
    if (required) judgeMissing(context, entry, required);
  });
}

/** Sheets whose rows name what they are about: a document handed in, a training attended. */
export const submissions: Check = function* (context) {
  const sheets = [...sheetsOfKind(context, "submissions"), ...sheetsOfKind(context, "hours-log")];
  for (const sheet of sheets) yield* judgeSheet(context, sheet);
};
