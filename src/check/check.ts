/**
 * 一键检查: the compliance check of one workbook under one or more policies. Pure: a workbook and packs in, a report out;
 * the same from Excel and from a file.
 */
import type { Pack } from "../policy/schema";
import { judgingBy } from "../rules/judging";
import { areaA1, columnLetters } from "../table/address";
import { readTablesSteps } from "../table/read";
import type { Reading, Table } from "../table/table";
import type { Workbook } from "../table/workbook";
import { compareDates, ofIso, type CivilDate } from "../values/date";
import { checks } from "./checks";
import { atOnce, type CheckContext, type Sheet } from "./context";
import { fingerprintSteps } from "./fingerprint";
import { Findings } from "./findings";
import { inOrder } from "./order";
import { rivalOf, ruleSheetsOf, withoutRuleSheets, withRuleSheets } from "./rule-sheets";
import { Recalculator } from "./recalculate";
import { entriesOf } from "./entries";
import type { DayReading, RecordContext } from "./record";
import { RemarkedNames } from "./remarked-names";
import type { CheckOptions, Finding, Progress, RecognisedTable, Report, Settings, Verdict } from "./report";
import { sayFinding } from "./say";
import words from "./words.json";

function dayOf(options: CheckOptions): CivilDate {
  const day = ofIso(options.asOf);
  if (!day) throw new RangeError(`asOf is no day: ${options.asOf}`);
  return day;
}

/** A year by itself or at the start of a date, no part of a longer number (a telephone's). */
const yearWritten = /(?<!\d)(?:19|20)\d{2}(?!\d)|(?<!\d)(?:19|20)\d{2}(?=(?:0[1-9]|1[0-2])(?:[0-3]\d)?(?!\d))/u;

function yearIn(text: string): number | null {
  const written = yearWritten.exec(text)?.[0];
  return written === undefined ? null : Number(written);
}

interface DateBasis {
  readonly year: number;
  /** Where the year is only that of filling in the form: what would be later than this day was a year before. */
  readonly latest: CivilDate | null;
}

/** The year that a date without one belongs to: from title or sheet name (2024-2025学年度), else the policy's, the captions', that of the check. */
function basisOf({ title, captions, sheet, pack }: Table, asOf: CivilDate): DateBasis {
  const named = yearIn(title) ?? yearIn(sheet.name) ?? yearIn(pack.valid?.from ?? "");
  if (named !== null) return { year: named, latest: null };
  const filled = yearIn(captions.map((caption) => `${caption.label} ${caption.text}`).join(" "));
  return { year: filled ?? asOf.year, latest: asOf };
}

/** The policy's term; without both ends every day is within it. */
function termOf({ pack }: Table): { includes(date: CivilDate): boolean } {
  const [from, to] = [ofIso(pack.valid?.from ?? ""), ofIso(pack.valid?.to ?? "")];
  return { includes: (date) => !from || !to || (compareDates(date, from) >= 0 && compareDates(date, to) <= 0) };
}

/** What the sheets of one workbook are read with. */
type Reader = Pick<RecordContext, "recalculator" | "names">;

function sheetOf(workbook: Workbook, table: Table, options: CheckOptions, reader: Reader): Sheet {
  const judging = judgingBy(table.pack, options.settings?.readings ?? {});
  const context = {
    date1904: workbook.date1904,
    ...basisOf(table, dayOf(options)),
    term: termOf(table),
    ...reader,
    days: new Map<string | number, DayReading>(),
    serials: new Map<string | number, DayReading>(),
  };
  return { table, judging, records: entriesOf(table, context) };
}

/** Columns not recognised are shown to the clerk, unless another column is surely what they might be. */
export function recognised(table: Table): RecognisedTable {
  const taken = new Set(table.columns.map((column) => column.key));
  const columns = Object.fromEntries(
    table.columns.flatMap((column) => (column.key === null ? [] : [[column.key, columnLetters(column.index)]])),
  );
  const unsure = table.columns
    .filter((column) => column.key === null && column.guess !== null && !taken.has(column.guess))
    .map((column) => ({ column: columnLetters(column.index), header: column.header, guess: column.guess }));
  const rows = table.rows.filter((row) => row.kind === "record").length;
  return {
    sheet: table.sheet.name,
    kind: table.kind,
    header: areaA1(table.header),
    body: areaA1(table.body),
    rows,
    columns,
    unsure,
    policy: table.pack.id,
  };
}

/** Sheets that stand beside the forms and are none: 目录, 评分标准, 说明. */
function isQuiet(name: string): boolean {
  return words.quietSheets.some((word) => name.includes(word));
}

/** Sheets that look like a table and fit no kind, in a workbook that holds others. */
function notFound(reading: Reading, findings: Findings): void {
  if (reading.tables.length === 0) return;
  for (const { sheet, looksLikeTable } of reading.unrecognised) {
    if (!looksLikeTable || sheet.visibility !== "visible" || isQuiet(sheet.name)) continue;
    const says = { id: "table.not-found", values: { sheet: sheet.name } };
    findings.add({ code: "table.not-found", at: { sheet: sheet.name, row: 0, column: 0 }, says });
  }
}

export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some((finding) => finding.level === "logic")) return "不可上报";
  const open = findings.some((finding) => finding.level !== "info" && finding.explanation === undefined);
  return open ? "需说明" : "可上报";
}

/** The readings of the rules that something was judged by, with the option in force. */
function readingsInForce(packs: readonly Pack[], options: CheckOptions, judged: ReadonlySet<string>): Report["readings"] {
  const chosen = options.settings?.readings ?? {};
  return packs.flatMap((pack) =>
    pack.rules
      .filter((rule) => judged.has(rule.id))
      .flatMap((rule) =>
        (rule.readings ?? []).map((reading) => {
          const value = chosen[`${rule.id}/${reading.id}`] ?? reading.chosen;
          const label = reading.options.find((option) => option.value === value)?.label ?? value;
          return { rule: rule.id, reading: reading.id, question: reading.question, chosen: label };
        }),
      ),
  );
}

interface Prepared {
  readonly reading: Reading;
  readonly rival: Report["rival"];
  readonly context: CheckContext;
}

function* reportOf({ reading, rival, context }: Prepared, options: CheckOptions): Generator<void, Report> {
  const { workbook } = context;
  const findings = yield* inOrder(context.findings.all(), workbook);
  const fingerprint = yield* fingerprintSteps(reading.tables);
  const packs = [...new Set(reading.tables.map((table) => table.pack))];
  const isEmpty = context.sheets.every(({ records }) => records.length === 0);
  const problem = reading.tables.length === 0 ? "problem.no-table" : isEmpty ? "problem.no-records" : null;
  return {
    file: workbook.name,
    verdict: problem === null ? verdictOf(findings) : "未能检查",
    policies: packs.map((pack) => pack.id),
    ...(rival ? { rival } : {}),
    tables: reading.tables.map(recognised),
    findings: problem === null ? findings : [],
    problem: problem === null ? null : sayFinding({ id: problem }, options.locale),
    readings: readingsInForce(packs, options, context.judged),
    fingerprint,
  };
}

/** The tables found, and their records ready to be judged. */
function* prepare(workbook: Workbook, packs: readonly Pack[], options: CheckOptions): Generator<string, Prepared> {
  const locale = options.locale ?? "zh-CN";
  const findings = new Findings(locale, options.settings);
  const ruleSheets = ruleSheetsOf(workbook, findings, locale, options.settings?.ruleSheets);
  const mapping = options.settings?.mapping;
  const wanted = { ...(mapping ? { mapping } : {}), locale, asOf: options.asOf };
  const applied = withRuleSheets(packs, ruleSheets, options.settings?.policy);
  const steps = readTablesSteps(withoutRuleSheets(workbook, ruleSheets), applied, wanted);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield step.value.sheet;
  const reading = step.value;
  const reader = { recalculator: new Recalculator(workbook), names: new RemarkedNames(reading.tables) };
  const sheets: Sheet[] = [];
  for (const table of reading.tables) {
    sheets.push(sheetOf(workbook, table, options, reader));
    yield table.sheet.name;
  }
  return {
    reading,
    rival: rivalOf(reading, ruleSheets),
    context: { workbook, packs: applied, sheets, asOf: dayOf(options), findings, judged: new Set() },
  };
}

/** What the last check of a workbook was made with, so that 统计 right after it need not read the tables again. */
const lastJudged = new WeakMap<
  Workbook,
  { readonly packs: readonly Pack[]; readonly options: CheckOptions; readonly context: CheckContext }
>();

function sameBasis(a: CheckOptions, b: CheckOptions): boolean {
  const basis = ({ asOf, settings }: CheckOptions): string => {
    const { policy, mapping = {}, readings = {}, ruleSheets = {} }: Partial<Settings> = settings ?? {};
    return JSON.stringify([asOf, policy, mapping, readings, ruleSheets]);
  };
  return basis(a) === basis(b);
}

/**
 * The workbook's tables with their records as the check judges them: what 统计, 还差多少 and 学时证明 are made of. The same
 * as in the check just made, where that had the same packs and settings.
 */
export function judgedWorkbook(workbook: Workbook, packs: readonly Pack[], options: CheckOptions): CheckContext {
  const last = lastJudged.get(workbook);
  const isSame = last?.packs.length === packs.length && last.packs.every((pack, index) => pack === packs[index]);
  return last && isSame && sameBasis(last.options, options) ? last.context : atOnce(prepare(workbook, packs, options)).context;
}

/** The check in steps, for a pane that must stay responsive: each step is short, the last one gives the report. */
export function* checkSteps(workbook: Workbook, packs: readonly Pack[], options: CheckOptions): Generator<Progress, Report> {
  const progress = (done: number, sheet = ""): Progress => ({ done, total: checks.length + 1, sheet });
  yield progress(0);
  const preparing = prepare(workbook, packs, options);
  let prepared = preparing.next();
  for (; prepared.done !== true; prepared = preparing.next()) yield progress(0, prepared.value);
  const { reading, context } = prepared.value;
  yield progress(1);
  notFound(reading, context.findings);
  for (const [index, check] of checks.entries()) {
    const running = check(context);
    while (running.next().done !== true) yield progress(index + 1);
    yield progress(index + 2);
  }
  lastJudged.set(workbook, { packs, options, context });
  const reporting = reportOf(prepared.value, options);
  let report = reporting.next();
  for (; report.done !== true; report = reporting.next()) yield progress(checks.length + 1);
  return report.value;
}

/** The whole check at once. */
export function checkWorkbook(workbook: Workbook, packs: readonly Pack[], options: CheckOptions): Report {
  return atOnce(checkSteps(workbook, packs, options));
}
