/**
 * The Univer grid behind the workbench's interface: sheets, selection, and the clerk's doings as events.
 */
import type { ICellData, IDisposable, IRange, Nullable } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/lib/facade";
import { FormulaDataModel, type FWorkbook, type FWorksheet } from "@univerjs/preset-sheets-core";
import { z } from "zod/mini";
import { type Area, areaName, isInside, overlaps, WHOLE_SHEET } from "../grid/area";
import type { GridEvent, GridModel, Selection } from "../grid/grid";
import { fromRange, type UniverHost, UniverSheet } from "./univer-sheet";

/** Univer's commands whose changes are edits by whoever uses the grid. Formula results and formats come under others. */
const EDITS = new Set([
  "sheet.command.set-range-values",
  "sheet.command.clear-selection-content",
  "sheet.command.clear-selection-all",
  "sheet.command.auto-fill",
  "sheet.command.paste",
  "univer.command.undo",
  "univer.command.redo",
]);

/** Univer's mutations of whole rows and columns. */
const LINE_MUTATIONS = new Map<string, { readonly axis: "rows" | "columns"; readonly sign: 1 | -1 }>([
  ["sheet.mutation.insert-row", { axis: "rows", sign: 1 }],
  ["sheet.mutation.remove-rows", { axis: "rows", sign: -1 }],
  ["sheet.mutation.insert-col", { axis: "columns", sign: 1 }],
  ["sheet.mutation.remove-col", { axis: "columns", sign: -1 }],
]);

const lineParams = z.object({
  subUnitId: z.string(),
  range: z.object({ startRow: z.number(), endRow: z.number(), startColumn: z.number(), endColumn: z.number() }),
});

/** The command that caused a change: mutations carry it as their trigger. */
function commandBehind(payload: object): string {
  const id: unknown = Reflect.get(payload, "id");
  const params: unknown = Reflect.get(payload, "params");
  const trigger: unknown = typeof params === "object" && params !== null ? Reflect.get(params, "trigger") : undefined;
  if (typeof trigger === "string") return trigger;
  return typeof id === "string" ? id : "";
}

export class UniverGrid implements GridModel, UniverHost {
  private tell: (event: GridEvent) => void = () => undefined;
  private readonly wrapped = new WeakMap<FWorksheet, UniverSheet>();
  private readonly veryHiddenIds = new Set<string>();
  private active = "";
  private readonly formulas: FormulaDataModel;
  /** The selection last told of: Univer tells of one selection several times. */
  private told = "";
  private acting = 0;
  private readonly listening: IDisposable[] = [];

  constructor(
    private readonly univer: FUniver,
    readonly fileName: string,
  ) {
    this.active = this.workbook.getActiveSheet().getSheetId();
    this.formulas = this.workbook.getActiveSheet().getInject().get(FormulaDataModel);
    this.listenToUniver();
  }

  private get workbook(): FWorkbook {
    const workbook = this.univer.getActiveWorkbook();
    if (workbook === null) throw new Error("no workbook is open in the grid");
    return workbook;
  }

  get unitId(): string {
    return this.workbook.getId();
  }

  private wrap(facade: FWorksheet): UniverSheet {
    const known = this.wrapped.get(facade);
    if (known !== undefined) return known;
    const sheet = new UniverSheet(facade, this);
    this.wrapped.set(facade, sheet);
    return sheet;
  }

  sheets(): readonly UniverSheet[] {
    return this.workbook.getSheets().map((facade) => this.wrap(facade));
  }

  addSheet(name: string): UniverSheet {
    const before = this.workbook.getActiveSheet();
    const sheet = this.asAddin(() => this.wrap(this.workbook.create(name, 200, 26)));
    this.asAddin(() => this.workbook.setActiveSheet(before));
    return sheet;
  }

  removeSheet(id: string): void {
    this.asAddin(() => this.workbook.deleteSheet(id));
  }

  moveSheet(id: string, position: number): void {
    const facade = this.workbook.getSheetBySheetId(id);
    if (facade !== null) this.asAddin(() => this.workbook.moveSheet(facade, position));
  }

  activeSheet(): UniverSheet {
    return this.wrap(this.workbook.getActiveSheet());
  }

  activate(id: string): void {
    this.workbook.setActiveSheet(id);
  }

  selection(): Selection {
    const sheetId = this.workbook.getActiveSheet().getSheetId();
    const range = this.workbook.getActiveRange();
    return { sheetId, areas: [range === null ? { top: 0, left: 0, bottom: 0, right: 0 } : fromRange(range.getRange())] };
  }

  select(sheetId: string, areas: readonly Area[]): void {
    const [area] = areas;
    const sheet = this.workbook.setActiveSheet(sheetId);
    if (area === undefined) return;
    const range = sheet.getRange(area.top, area.left, area.bottom - area.top + 1, area.right - area.left + 1);
    range.activate();
    const visible = sheet.getVisibleRange();
    const isSeen = visible !== null && overlaps(fromRange(visible), area);
    if (!isSeen) sheet.scrollToCell(Math.max(0, area.top - 3), Math.max(0, area.left - 3));
  }

  calculate(): void {
    this.univer.getFormula().executeCalculation();
  }

  listen(listener: (event: GridEvent) => void): void {
    this.tell = listener;
  }

  /** Tells of a change that did not come through the grid's own editing. */
  report(event: GridEvent): void {
    this.tell(event);
  }

  /** Whether what is being done to the grid is the add-in's doing. */
  get isAddinActing(): boolean {
    return this.acting > 0;
  }

  /** Runs something as the add-in's doing: the grid then tells of no edit, the host does. */
  asAddin<T>(act: () => T): T {
    this.acting += 1;
    try {
      return act();
    } finally {
      this.acting -= 1;
    }
  }

  command(id: string, params: object): void {
    this.asAddin(() => this.univer.syncExecuteCommand(id, params));
  }

  formulaAt(sheetId: string, row: number, column: number): string | null {
    const formula = this.formulas.getFormulaStringByCell(row, column, sheetId, this.unitId);
    return formula === undefined || formula === null || formula === "" ? null : formula;
  }

  spills(sheetId: string): readonly Area[] {
    const ranges = this.formulas.getArrayFormulaRange()[this.unitId]?.[sheetId] ?? {};
    const lines: readonly (Record<number, IRange> | null | undefined)[] = Object.values(ranges);
    return lines.flatMap((line) => Object.values(line ?? {})).map(fromRange);
  }

  spillAt(sheetId: string, row: number, column: number): Area | undefined {
    return this.spills(sheetId).find((area) => isInside(area, row, column) && (area.top !== area.bottom || area.left !== area.right));
  }

  spilledCell(sheetId: string, row: number, column: number): Nullable<ICellData> {
    return this.formulas.getArrayFormulaCellData()[this.unitId]?.[sheetId]?.[row]?.[column];
  }

  veryHidden(sheetId: string): boolean {
    return this.veryHiddenIds.has(sheetId);
  }

  setVeryHidden(sheetId: string, is: boolean): void {
    if (is) this.veryHiddenIds.add(sheetId);
    else this.veryHiddenIds.delete(sheetId);
  }

  private listenToUniver(): void {
    const { univer, listening } = this;
    const edited = univer.addEvent(univer.Event.SheetValueChanged, ({ effectedRanges, payload }) => {
      if (this.acting > 0 || !EDITS.has(commandBehind(payload))) return;
      for (const range of effectedRanges) this.tell({ kind: "changed", sheetId: range.getSheetId(), area: fromRange(range.getRange()) });
    });
    const selected = univer.addEvent(univer.Event.SelectionChanged, ({ selections, worksheet }) => {
      this.selected(worksheet.getSheetId(), selections.map(fromRange));
    });
    const lines = this.workbook.onCommandExecuted(({ id, params }) => this.linesChanged(id, params));
    listening.push(
      lines,
      edited,
      selected,
      univer.addEvent(univer.Event.ActiveSheetChanged, ({ activeSheet }) => this.activated(activeSheet.getSheetId())),
      univer.addEvent(univer.Event.SheetCreated, ({ worksheet }) => this.tell({ kind: "added", sheetId: worksheet.getSheetId() })),
      univer.addEvent(univer.Event.SheetDeleted, ({ sheetId }) => this.tell({ kind: "deleted", sheetId })),
    );
  }

  /** Stops listening to the grid (another workbook is opened). */
  dispose(): void {
    for (const one of this.listening) one.dispose();
  }

  /** Rows or columns that the clerk put in or took out. */
  private linesChanged(id: string, params: object | undefined): void {
    const shape = LINE_MUTATIONS.get(id);
    const parsed = shape === undefined ? undefined : lineParams.safeParse(params);
    if (this.acting > 0 || shape === undefined || parsed?.success !== true) return;
    const { range, subUnitId } = parsed.data;
    const [at, last] = shape.axis === "rows" ? [range.startRow, range.endRow] : [range.startColumn, range.endColumn];
    const area = shape.axis === "rows" ? { ...WHOLE_SHEET, top: at, bottom: last } : { ...WHOLE_SHEET, left: at, right: last };
    this.tell({ kind: "lines", sheetId: subUnitId, area, change: { axis: shape.axis, at, count: shape.sign * (last - at + 1) } });
  }

  private selected(sheetId: string, areas: readonly Area[]): void {
    const now = `${sheetId}!${areas.map(areaName).join(",")}`;
    if (areas.length === 0 || now === this.told) return;
    this.told = now;
    this.tell({ kind: "selected", sheetId, areas });
  }

  private activated(sheetId: string): void {
    if (sheetId === this.active) return;
    this.tell({ kind: "deactivated", sheetId: this.active });
    this.active = sheetId;
    this.tell({ kind: "activated", sheetId });
  }
}
