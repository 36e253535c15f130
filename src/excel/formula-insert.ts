/**
 * 插入公式: writes formulas and the header of a new column into blank cells, as one step of the change ledger. Nothing that
 * stands in a cell is written over; a formula that could not spill is taken back at once.
 */
import type { CellState, Change, Kept } from "../check/settings";
import type { Area } from "../table/workbook";
import { CellError, type CellValue } from "../values/cell";
import { cellAddress, parseArea } from "./address";
import { contentOf, readStates, sameContent, sheetsThere, shownContent, type Now } from "./cell-states";
import type { CellChange, ChangePlan, ChangeResult, Refused, Spot, WhyNot } from "./changes";
import type { Insertion } from "./formulas";
import { HostFailure } from "./host";
import { asFound, newStep, nothingToWrite, takeBackChanges, writeTogether, type Writing } from "./ledger";
import { inExcel } from "./session";

interface Planned extends Spot {
  readonly before: CellState;
  readonly after: CellState;
}

interface Sorted {
  readonly planned: readonly Planned[];
  readonly refused: readonly Refused[];
}

const asContent = (value: CellValue) => (value instanceof CellError ? { error: value.code } : value);

/** Rejects where the table is no longer what the clerk saw: rows put in, taken out or sorted, headers changed, the sheet gone. */
async function mustStand(context: Excel.RequestContext, { sheet: name, seen }: Insertion): Promise<void> {
  const sheet = (await sheetsThere(context, [name])).get(name);
  if (sheet === undefined) throw new HostFailure({ id: "host.sheet-gone", values: { sheet: name } });
  const asked = seen.map(({ area, values }) => {
    const range = sheet.getRange(area);
    range.load("values,valueTypes");
    return { range, values };
  });
  await context.sync();
  const stands = asked.every(({ range, values }) =>
    values.every((row, down) =>
      row.every((value, beside) =>
        sameContent(contentOf(range.values[down]?.[beside], null, range.valueTypes[down]?.[beside]), asContent(value)),
      ),
    ),
  );
  if (!stands) throw new HostFailure({ id: "host.formula-moved", values: { sheet: name } });
}

async function mergedIn(context: Excel.RequestContext, { sheet, area }: Insertion): Promise<readonly Area[]> {
  const merged = context.workbook.worksheets.getItem(sheet).getRange(area).getMergedAreasOrNullObject();
  merged.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  await context.sync();
  if (merged.isNullObject) return [];
  return merged.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
    top: rowIndex,
    left: columnIndex,
    bottom: rowIndex + rowCount - 1,
    right: columnIndex + columnCount - 1,
  }));
}

function isIn(areas: readonly Area[], cell: string): boolean {
  const at = parseArea(cell);
  return (
    at !== null && areas.some(({ top, left, bottom, right }) => at.top >= top && at.top <= bottom && at.left >= left && at.left <= right)
  );
}

const isBlank = ({ content }: CellState): boolean => content === null || content === "";

function whyNot(now: Now, isMerged: boolean): WhyNot | null {
  if (now.kind === "gone") return "gone";
  if (now.isProtected) return "protected";
  if (!isBlank(now.state) || now.inSpill) return "occupied";
  return isMerged ? "merged" : null;
}

function spotsIn(sheet: string, address: string): Spot[] {
  const area = parseArea(address);
  if (area === null) return [];
  const spots: Spot[] = [];
  for (let row = area.top; row <= area.bottom; row += 1)
    for (let column = area.left; column <= area.right; column += 1) spots.push({ sheet, cell: cellAddress(row, column) });
  return spots;
}

/** In a cell formatted as text a formula would stay a text. */
function formulaState(formula: string, before: CellState): CellState {
  return { content: { formula }, format: before.format === "@" ? "General" : before.format };
}

function sortOut(insertion: Insertion, stateOf: (spot: Spot) => Now, merged: readonly Area[]): Sorted {
  const { sheet, spills, area } = insertion;
  const planned: Planned[] = [];
  const refused: Refused[] = [];
  const place = (cell: string, after: (before: CellState) => CellState): void => {
    const now = stateOf({ sheet, cell });
    const why = whyNot(now, isIn(merged, cell));
    if (now.kind === "there" && why === null) planned.push({ sheet, cell, before: now.state, after: after(now.state) });
    else refused.push({ sheet, cell, why: why ?? "gone", now: now.kind === "there" ? shownContent(now.state.content) : "" });
  };
  for (const { cell, formula } of insertion.formulas) place(cell, (before) => formulaState(formula, before));
  if (spills) {
    const children = spotsIn(sheet, area).filter(({ cell }) => insertion.formulas.every((one) => one.cell !== cell));
    for (const spot of children) {
      const now = stateOf(spot);
      const why = whyNot(now, isIn(merged, spot.cell));
      if (why !== null) refused.push({ ...spot, why, now: now.kind === "there" ? shownContent(now.state.content) : "" });
    }
    // A formula that cannot spill would show #SPILL!: then none of it is written.
    if (refused.length > 0) return { planned: [], refused };
  }
  if (planned.length === 0) return { planned, refused };
  for (const { cell, text } of insertion.headers) place(cell, ({ format }) => ({ content: text, format }));
  return { planned, refused };
}

async function looked(context: Excel.RequestContext, insertion: Insertion) {
  await mustStand(context, insertion);
  const merged = await mergedIn(context, insertion);
  const { sheet, formulas, headers, spills, area } = insertion;
  const spots = [...formulas, ...headers].map(({ cell }) => ({ sheet, cell }));
  const stateOf = await readStates(context, spills ? [...spots, ...spotsIn(sheet, area)] : spots);
  return { sorted: sortOut(insertion, stateOf, merged), stateOf };
}

const asChange = ({ sheet, cell, before, after }: Planned): CellChange => ({
  sheet,
  cell,
  from: shownContent(before.content),
  to: shownContent(after.content),
});

/** What the insertion would write, and which cells stand in its way. Nothing is written. */
export async function previewFormulas(insertion: Insertion): Promise<ChangePlan> {
  const { sorted } = await inExcel({ attempt: "formula", sheet: insertion.sheet, repeatable: true }, (context) =>
    looked(context, insertion),
  );
  return { changes: sorted.planned.map(asChange), refused: sorted.refused };
}

function writing({ planned, refused }: Sorted, kept: Kept, stateOf: (spot: Spot) => Now): Writing {
  if (planned.length === 0) return nothingToWrite(kept, refused);
  const now = new Date();
  const step = newStep(now);
  const changes = planned.map((one): Change => ({ step, action: "formula", at: now.toISOString(), ...one }));
  return {
    phases: [planned.map(({ sheet, cell, after }) => ({ sheet, cell, state: after }))],
    back: [planned.flatMap(({ sheet, cell }) => asFound({ sheet, cell }, stateOf({ sheet, cell })))],
    kept: { ...kept, ledger: [...kept.ledger, ...changes] },
    result: { step, done: planned.length, refused },
  };
}

/** Whether Excel shows that the formula had no room after all (somebody wrote below it in the same moment). */
async function isBlocked({ sheet, formulas: [first] }: Insertion): Promise<boolean> {
  if (first === undefined) return false;
  return inExcel({ attempt: "formula", sheet, repeatable: true }, async (context) => {
    const cell = context.workbook.worksheets.getItem(sheet).getRange(first.cell);
    cell.load("values,valueTypes");
    await context.sync();
    const shown: unknown = cell.values[0]?.[0];
    return String(cell.valueTypes[0]?.[0]) === "Error" && shown === "#SPILL!";
  });
}

/** Writes the formulas as one step. */
export async function insertFormulas(insertion: Insertion): Promise<ChangeResult> {
  const result = await writeTogether("formula", async (context, kept) => {
    const { sorted, stateOf } = await looked(context, insertion);
    return writing(sorted, kept, stateOf);
  });
  if (!insertion.spills || result.step === null || !(await isBlocked(insertion))) return result;
  await takeBackChanges(result.step, undefined, true);
  throw new HostFailure({ id: "host.formula-spill", values: { sheet: insertion.sheet, area: insertion.area } });
}
