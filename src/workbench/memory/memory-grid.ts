/**
 * The grid without a screen: what the simulated Excel runs on in Jest.
 */
import { type Area, areaOf, cellArea } from "../grid/area";
import type { GridEvent, GridModel, Selection } from "../grid/grid";
import { type Calculate, MemorySheet } from "./memory-sheet";

export class MemoryGrid implements GridModel {
  private readonly tabs: MemorySheet[] = [];
  private activeId = "";
  private selected: Selection = { sheetId: "", areas: [cellArea(0, 0)] };
  private tell: (event: GridEvent) => void = () => undefined;
  private nextId = 1;

  /** @param compute how formulas get their values; see `Calculate`. */
  constructor(
    readonly fileName: string,
    private readonly compute?: Calculate,
  ) {}

  sheets(): readonly MemorySheet[] {
    return this.tabs;
  }

  addSheet(name: string): MemorySheet {
    const id = `{${this.nextId.toString(16).toUpperCase().padStart(8, "0")}-0000-0000-0000-000000000000}`;
    this.nextId += 1;
    const sheet = new MemorySheet(id, name, this.compute);
    this.tabs.push(sheet);
    if (this.activeId === "") this.moveTo(sheet);
    this.tell({ kind: "added", sheetId: id });
    return sheet;
  }

  removeSheet(id: string): void {
    const at = this.tabs.findIndex((sheet) => sheet.id === id);
    if (at < 0) return;
    this.tabs.splice(at, 1);
    const neighbour = this.tabs[Math.min(at, this.tabs.length - 1)];
    if (this.activeId === id && neighbour !== undefined) this.moveTo(neighbour);
    this.tell({ kind: "deleted", sheetId: id });
  }

  moveSheet(id: string, position: number): void {
    const at = this.tabs.findIndex((sheet) => sheet.id === id);
    const [sheet] = at < 0 ? [] : this.tabs.splice(at, 1);
    if (sheet !== undefined) this.tabs.splice(position, 0, sheet);
  }

  activeSheet(): MemorySheet {
    const sheet = this.tabs.find((tab) => tab.id === this.activeId);
    if (sheet === undefined) throw new Error("a workbook has at least one sheet");
    return sheet;
  }

  private moveTo(sheet: MemorySheet): void {
    this.activeId = sheet.id;
    this.selected = { sheetId: sheet.id, areas: [cellArea(0, 0)] };
  }

  activate(id: string): void {
    const sheet = this.tabs.find((tab) => tab.id === id);
    if (sheet === undefined || id === this.activeId) return;
    this.tell({ kind: "deactivated", sheetId: this.activeId });
    this.moveTo(sheet);
    this.tell({ kind: "activated", sheetId: id });
  }

  selection(): Selection {
    return this.selected;
  }

  select(sheetId: string, areas: readonly Area[]): void {
    this.activate(sheetId);
    this.selected = { sheetId, areas };
    this.tell({ kind: "selected", sheetId, areas });
  }

  calculate(): void {
    for (const sheet of this.tabs) sheet.calculate();
  }

  listen(listener: (event: GridEvent) => void): void {
    this.tell = listener;
  }

  /** What a clerk types: writes one value and tells of it, as an edit in the grid does. */
  edit(sheetName: string, row: number, column: number, value: string | number | boolean | null): void {
    const sheet = this.tabs.find((tab) => tab.name === sheetName);
    if (sheet === undefined) return;
    const before = sheet.content(row, column).value;
    const isFormula = typeof value === "string" && value.startsWith("=");
    sheet.write(cellArea(row, column), [[isFormula ? { value: null, formula: value } : { value, formula: null }]]);
    this.tell({
      kind: "changed",
      sheetId: sheet.id,
      area: areaOf(row, column, row, column),
      before,
      after: sheet.content(row, column).value,
    });
  }
}
