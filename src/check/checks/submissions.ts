/** 材料报送: dates of submissions against their deadlines (date.late), and required documents that are marked as missing (evidence.below). */
import type { RuleOf } from "../../policy/schema";
import { compareDates, isoOf, ofIso } from "../../values/date";
import { nameKey } from "../../values/name";
import { claimedIn } from "../claims";
import { eachRecord, sheetsOfKind, type Check, type CheckContext, type Sheet } from "../context";
import type { DateState, Entry } from "../record";
import words from "../words.json";
import { judgeDue, judgeEarly } from "./dates";

type Deadline = RuleOf<"deadline">;
type Required = RuleOf<"required">;

interface Named<R> {
  readonly rule: R;
  readonly names: readonly string[];
}

function deadlineNames(rule: Deadline): string[] {
  return [rule.what, rule.name, ...(rule.whatAliases ?? []), ...(rule.aliases ?? [])].map((name) => nameKey(name));
}

interface Match<R> {
  readonly rule: R;
  /** How much of the row's words the rule's name accounts for. */
  readonly length: number;
}

/** Fewer characters of a name do not tell what it names. */
const shortestStem = 4;

/** 专家指导小组名单 is about the 专家指导小组. */
function withoutPaper(written: string): string {
  const paper = words.wrappers.find((word) => written.endsWith(word));
  return paper === undefined || written.length - paper.length < shortestStem ? written : written.slice(0, -paper.length);
}

/** The rule whose name is the longest that stands in the row's words (or in which they stand). */
function named<R>(candidates: readonly Named<R>[], text: string): Match<R> | null {
  const written = nameKey(text);
  if (written === "") return null;
  const stem = withoutPaper(written);
  let best: Match<R> | null = null;
  for (const { rule, names } of candidates) {
    for (const name of names) {
      const fits = name !== "" && (written.includes(name) || (stem.length >= shortestStem && name.includes(stem)));
      const length = Math.min(name.length, written.length);
      if (fits && (best === null || length > best.length)) best = { rule, length };
    }
  }
  return best;
}

/** 名单, 签到表, 总结 of an event are papers about it: their day is not the event's. */
function isPaper(text: string): boolean {
  return words.papers.some((word) => text.includes(word));
}

/** The deadline that a row is about; none where the row names a required document more fully (集中培训参训名单). */
function deadlineOf(deadlines: readonly Named<Deadline>[], text: string, document: Match<Required> | null): Deadline | null {
  const fitting = isPaper(text) ? deadlines.filter(({ rule }) => !("from" in rule.due)) : deadlines;
  const found = named(fitting, text);
  return found && found.length >= (document?.length ?? 0) ? found.rule : null;
}

function requiredNames(rule: Required): string[] {
  const documents = rule.documents.flatMap((document) => [document.name, ...(document.aliases ?? [])]);
  return [...documents, rule.name, ...(rule.aliases ?? [])].map((name) => nameKey(name));
}

function judgeMissing(context: CheckContext, entry: Entry, rule: Required): void {
  context.judged.add(rule.id);
  const cell = entry.cell("claim");
  if (!cell || claimedIn(entry, "claim") !== false) return;
  const values = { subject: entry.text("project") || entry.subject, text: entry.text("claim"), rule: rule.name };
  const common = { rule, at: entry.placeOf(cell), subject: entry.subject, value: entry.text("claim") };
  context.findings.add({ code: "evidence.below", ...common, says: { id: "required.missing", values } });
}

/** A row that says of itself that what was due by now was not handed in. */
function judgeUndone(context: CheckContext, entry: Entry, rule: Deadline): void {
  const cell = entry.cell("claim");
  const due = "by" in rule.due ? ofIso(rule.due.by) : null;
  if (!cell || !due || compareDates(context.asOf, due) <= 0 || claimedIn(entry, "claim") !== false) return;
  const text = entry.text("claim");
  const values = { subject: entry.text("project") || entry.subject, text, what: rule.what, due: isoOf(due) };
  const common = { rule, at: entry.placeOf(cell), subject: entry.subject, value: text };
  context.findings.add({ code: "evidence.below", ...common, says: { id: "required.undone", values } });
}

/** The rules that the policy lists for this kind of sheet. */
function listedIn(sheet: Sheet): ReadonlySet<string> {
  return new Set(sheet.judging.pack.tables.filter((table) => table.kind === sheet.table.kind).flatMap((table) => table.rules));
}

function judgeDate(
  context: CheckContext,
  sheet: Sheet,
  entry: Entry,
  deadline: Deadline | null,
  { at, date }: Extract<DateState, { kind: "date" }>,
): void {
  if (deadline) judgeDue(context, sheet, entry, deadline, at, date);
  else if (sheet.table.kind === "submissions") judgeEarly(context, sheet, entry, at, date);
}

/** What a row is about, by its words. */
interface About {
  readonly deadline: Deadline | null;
  readonly document: Required | null;
}

/** A log has a hundred thousand rows and a few hundred names: each is looked at once. */
function aboutness(sheet: Sheet): ((text: string) => About) | null {
  const listed = listedIn(sheet);
  const rules = sheet.judging.pack.rules.filter((rule) => listed.has(rule.id) || sheet.table.kind === "submissions");
  const deadlines = rules.filter((rule) => rule.kind === "deadline").map((rule) => ({ rule, names: deadlineNames(rule) }));
  const documents = rules.filter((rule) => rule.kind === "required").map((rule) => ({ rule, names: requiredNames(rule) }));
  if (deadlines.length + documents.length === 0) return null;
  const known = new Map<string, About>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    const document = named(documents, text);
    const about = { deadline: deadlineOf(deadlines, text, document), document: document?.rule ?? null };
    known.set(text, about);
    return about;
  };
}

/**
 * The deadline of a whole sheet whose rows name schools or projects, not documents: the one that its title, its name or
 * the header of its dates speaks of, else the only one that the policy has for such sheets.
 */
function deadlineOfAll(sheet: Sheet, aboutOf: (text: string) => About): Deadline | null {
  const { table, judging } = sheet;
  if (table.kind !== "submissions") return null;
  const abouts = sheet.records.map((entry) => aboutOf(entry.text("project")));
  if (abouts.some(({ deadline, document }) => deadline !== null || document !== null)) return null;
  const header = table.columns.find(({ key }) => key === "date")?.header ?? "";
  for (const text of [header, table.title, table.sheet.name]) {
    const { deadline } = aboutOf(text);
    if (deadline && deadlineNames(deadline).some((name) => nameKey(text).includes(name))) return deadline;
  }
  const listed = listedIn(sheet);
  const [only, another] = judging.pack.rules.filter((rule) => rule.kind === "deadline" && listed.has(rule.id));
  return only?.kind === "deadline" && !another ? only : null;
}

function* judgeSheet(context: CheckContext, sheet: Sheet): Generator<void, void> {
  const aboutOf = aboutness(sheet);
  if (aboutOf === null) return;
  const common = deadlineOfAll(sheet, aboutOf);
  yield* eachRecord(sheet, (entry) => {
    const { deadline: own, document } = aboutOf(entry.text("project"));
    const deadline = own ?? common;
    const date = entry.date("date");
    if (deadline) context.judged.add(deadline.id);
    if (date.kind === "date") judgeDate(context, sheet, entry, deadline, date);
    if (document) judgeMissing(context, entry, document);
    else if (deadline && sheet.table.kind === "submissions" && date.kind !== "date") judgeUndone(context, entry, deadline);
  });
}

/** Sheets whose rows name what they are about: a document handed in, a training attended. */
export const submissions: Check = function* (context) {
  const sheets = [...sheetsOfKind(context, "submissions"), ...sheetsOfKind(context, "hours-log")];
  for (const sheet of sheets) yield* judgeSheet(context, sheet);
};
