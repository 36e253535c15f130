/**
 * Marks in the sheets: conditional formats whose formula carries a marker. The clerk's own fills and rules are never
 * touched; marks are found again by the marker after reopening or copying, and clearing them leaves the sheet as it was.
 * New marks are put in before the old ones are taken out, so that a failure between leaves the sheet as before.
 */
import type { Finding } from "../check/report";
import { addressChunks } from "./address";
import { hostFailure } from "./errors";
import { HostFailure, type MarkCount } from "./host";
import { cellsOf, planMarks, type MarkLevel, type PlannedMark } from "./marks-plan";
import { inExcel, onceMore } from "./session";

const MARKER = "KAOHE-MARK";
const FORMULA = `=LEN("${MARKER}")>0`;

/** Colour is never alone: each level has its own lettering too. */
const LOOKS: Readonly<
  Record<MarkLevel, { fill: string; font: string; bold: boolean; italic: boolean; underline: "None" | "Single" | "Double" }>
> = {
  logic: { fill: "#FFC7CE", font: "#9C0006", bold: true, italic: false, underline: "Double" },
  experience: { fill: "#FFEB9C", font: "#7F6000", bold: false, italic: false, underline: "Single" },
  unknown: { fill: "#DDEBF7", font: "#1F4E78", bold: false, italic: true, underline: "None" },
};

interface MarkedSheet {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  readonly isProtected: boolean;
  readonly marks: readonly Excel.ConditionalFormat[];
  /** Rules without a formula: a marking that broke off leaves one behind. */
  readonly unfinished: readonly Excel.ConditionalFormat[];
}

/** A rule that was never given its formula has none. */
function formulaOf(rule: Excel.ConditionalFormatRule): string {
  const formula: unknown = rule.formula;
  return typeof formula === "string" ? formula : "";
}

/** All sheets with the marks that stand on them: three syncs, whatever their number. */
async function markedSheets(context: Excel.RequestContext): Promise<MarkedSheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name");
  await context.sync();
  const asked = worksheets.items.map((sheet) => {
    sheet.protection.load("protected");
    const formats = sheet.getRange().conditionalFormats;
    formats.load("items/id,items/type");
    return { sheet, formats };
  });
  await context.sync();
  const custom = asked.map(({ formats }) =>
    formats.items
      .filter((format) => format.type === "Custom")
      .map((format) => {
        const { rule } = format.custom;
        rule.load("formula");
        return { format, rule };
      }),
  );
  if (custom.some((formats) => formats.length > 0)) await context.sync();
  return asked.map(({ sheet }, index) => {
    const rules = (custom[index] ?? []).map(({ format, rule }) => ({ format, formula: formulaOf(rule) }));
    return {
      sheet,
      name: sheet.name,
      isProtected: sheet.protection.protected,
      marks: rules.filter(({ formula }) => formula.includes(MARKER)).map(({ format }) => format),
      unfinished: rules.filter(({ formula }) => formula === "").map(({ format }) => format),
    };
  });
}

function addMark(sheet: Excel.Worksheet, address: string, level: MarkLevel): void {
  const look = LOOKS[level];
  const mark = sheet.getRanges(address).conditionalFormats.add("Custom");
  mark.custom.rule.formula = FORMULA;
  mark.custom.format.fill.color = look.fill;
  const { font } = mark.custom.format;
  font.color = look.font;
  if (look.bold) font.bold = true;
  if (look.italic) font.italic = true;
  if (look.underline !== "None") font.underline = look.underline;
  mark.stopIfTrue = false;
}

/** A new rule goes to the top, so the most severe are added last. */
function addMarks(sheets: readonly MarkedSheet[], marks: readonly PlannedMark[]): void {
  for (const { sheet: name, level, areas } of [...marks].reverse()) {
    const target = sheets.find((one) => one.name === name);
    if (target === undefined) continue;
    for (const chunk of addressChunks(areas)) addMark(target.sheet, chunk.address, level);
  }
}

const marksWithin = (sheets: readonly MarkedSheet[]): Excel.ConditionalFormat[] =>
  sheets.flatMap((one) => (one.isProtected ? [] : one.marks));

const unfinishedWithin = (sheets: readonly MarkedSheet[]): Excel.ConditionalFormat[] =>
  sheets.flatMap((one) => (one.isProtected ? [] : one.unfinished));

/** Deletes the rules, of our marks and the unfinished ones, that `which` picks; a failure half-way is made good by looking again and deleting the rest. */
async function deleteMarks(which: (rule: Excel.ConditionalFormat, isMark: boolean) => boolean): Promise<void> {
  const once = (): Promise<void> =>
    inExcel({ attempt: "clear", writes: true, repeatable: true }, async (context) => {
      const sheets = await markedSheets(context);
      const doomed = [
        ...marksWithin(sheets).filter((rule) => which(rule, true)),
        ...unfinishedWithin(sheets).filter((rule) => which(rule, false)),
      ];
      for (const mark of doomed) mark.delete();
      if (doomed.length > 0) await context.sync();
    });
  await onceMore(once);
}

/** Adds the new marks; gives the ids of the old ones. Where that fails, what was added is taken out again. */
async function addOrLeave(wanted: readonly Finding[]): Promise<{ old: ReadonlySet<string>; count: MarkCount }> {
  const old = new Set<string>();
  const known = new Set<string>();
  const progress = { isAdding: false };
  try {
    const count = await inExcel({ attempt: "mark", writes: true }, async (context) => {
      const sheets = await markedSheets(context);
      for (const rule of [...marksWithin(sheets), ...unfinishedWithin(sheets)]) known.add(rule.id);
      for (const mark of marksWithin(sheets)) old.add(mark.id);
      const open = wanted.filter((finding) => sheets.some((one) => one.name === finding.sheet && !one.isProtected));
      const plan = planMarks(open);
      progress.isAdding = true;
      addMarks(sheets, plan.marks);
      await context.sync();
      return { cells: plan.cells, marked: cellsOf(plan.marks), left: leftOut(sheets, wanted) };
    });
    return { old, count };
  } catch (error) {
    throw progress.isAdding ? await afterTakingOut(error, known) : hostFailure(error, "mark", "", "before");
  }
}

async function afterTakingOut(error: unknown, known: ReadonlySet<string>): Promise<HostFailure> {
  try {
    await deleteMarks((rule) => !known.has(rule.id));
    return hostFailure(error, "mark", "", "before");
  } catch {
    return hostFailure(error, "mark", "", "partly");
  }
}

function leftOut(sheets: readonly MarkedSheet[], wanted: readonly Finding[]): MarkCount["left"] {
  const names = new Set(wanted.filter((finding) => finding.level !== "info" && finding.cell !== "").map((finding) => finding.sheet));
  const left: { sheet: string; why: "protected" | "gone" }[] = [];
  for (const sheet of names) {
    const found = sheets.find((one) => one.name === sheet);
    if (found === undefined) left.push({ sheet, why: "gone" });
    else if (found.isProtected) left.push({ sheet, why: "protected" });
  }
  return left;
}

/** Marks the findings' cells in place of all earlier marks. Protected and deleted sheets are left out and named. */
export async function markFindings(findings: readonly Finding[]): Promise<MarkCount> {
  const { old, count } = await addOrLeave(findings);
  if (old.size === 0) return count;
  try {
    await deleteMarks((rule, isMark) => isMark && old.has(rule.id));
  } catch (error) {
    throw hostFailure(error, "mark", "", "partly");
  }
  return count;
}

/** The number of cells that our marks cover, and the protected sheets where they cannot be taken away. */
async function standing(): Promise<{ cells: number; locked: string[] }> {
  const look = inExcel({ attempt: "clear", repeatable: true }, async (context) => {
    const sheets = await markedSheets(context);
    const areas = marksWithin(sheets).map((mark) => {
      const ranges = mark.getRanges();
      ranges.load("cellCount");
      return ranges;
    });
    if (areas.length > 0) await context.sync();
    return {
      cells: areas.reduce((sum, ranges) => sum + ranges.cellCount, 0),
      locked: sheets.filter((one) => one.isProtected && one.marks.length > 0).map((one) => one.name),
    };
  });
  return look.catch((error: unknown) => Promise.reject(hostFailure(error, "clear", "", "before")));
}

async function deleteAll(): Promise<void> {
  try {
    await deleteMarks((_rule, isMark) => isMark);
  } catch (error) {
    throw hostFailure(error, "clear", "", "partly");
  }
}

/** Removes all our marks from all sheets; gives the number of cells that were marked. */
export async function clearMarks(): Promise<number> {
  const { cells, locked } = await standing();
  if (cells > 0) await deleteAll();
  const [sheet] = locked;
  if (sheet !== undefined) throw new HostFailure({ id: "host.marks-locked", values: { cells, sheets: locked.join("、") } });
  return cells;
}
