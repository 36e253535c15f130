/**
 * Lays a loaded workbook into a grid, and its other parts into the book.
 */
import type { Book } from "../book";
import { cellArea } from "../grid/area";
import type { GridModel, GridSheet } from "../grid/grid";
import type { LoadedBook, LoadedSheet } from "./loaded";

function layCells(sheet: GridSheet, loaded: LoadedSheet): void {
  for (const { row, column, style } of loaded.cells) if (style !== undefined) sheet.paint(cellArea(row, column), style);
  const lines = new Map<number, LoadedSheet["cells"][number][]>();
  for (const cell of loaded.cells) lines.set(cell.row, [...(lines.get(cell.row) ?? []), cell]);
  for (const [row, cells] of lines) {
    const contents = cells.map(({ value, formula }) => ({ value, formula }));
    cells.forEach((cell, at) => {
      const content = contents[at];
      if (content !== undefined && (cell.value !== null || cell.formula !== null)) sheet.write(cellArea(row, cell.column), [[content]]);
    });
  }
}

/** Adds the sheets with their cells to a grid that has none yet. */
export function laySheets(grid: GridModel, loaded: LoadedBook): void {
  for (const tab of loaded.sheets) {
    const sheet = grid.addSheet(tab.name);
    for (const merge of tab.merges) sheet.merge(merge);
    layCells(sheet, tab);
    for (const row of tab.hiddenRows) sheet.hideRows(row, row, true);
    for (const column of tab.hiddenColumns) sheet.hideColumns(column, column, true);
    for (const [column, width] of tab.columnWidths) sheet.setColumnWidth(column, column, width);
    for (const [row, height] of tab.rowHeights) sheet.setRowHeight(row, row, height);
    sheet.freeze(tab.frozen.rows, tab.frozen.columns);
    sheet.visibility = tab.visibility;
  }
  const shown = grid.sheets().find((sheet) => sheet.visibility === "Visible");
  if (shown !== undefined) grid.activate(shown.id);
}

/** Fills the book with what stands beside the cells; the grid's sheets are those of the loaded workbook, in order. */
export function layParts(book: Book, loaded: LoadedBook): void {
  book.names = loaded.names.map((one) => ({
    ...one,
    sheetId: one.sheetId === null ? null : (book.findSheet(one.sheetId)?.id ?? null),
  }));
  book.xmlParts = loaded.xmlParts.map((part) => ({ ...part, id: book.newId() }));
  const sheets = book.grid.sheets();
  for (const [at, tab] of loaded.sheets.entries()) {
    const sheet = sheets[at];
    if (sheet === undefined) continue;
    const state = book.stateOf(sheet.id);
    state.conditionalFormats = tab.conditionalFormats.map((format) => ({ ...format, fields: new Map(format.fields), id: book.newId() }));
    state.tables = tab.tables.map((table) => ({ ...table, id: book.newId() }));
    state.printArea = tab.printArea;
    state.titleRows = tab.titleRows;
    state.titleColumns = tab.titleColumns;
    state.carried = tab.carried;
    state.protection = tab.isProtected ? { options: {}, password: "" } : null;
    book.onDecorated(sheet.id);
  }
}
