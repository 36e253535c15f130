/**
 * Sheet protection, cell editing and links as the clerk meets them in the grid: locked cells of a protected sheet cannot be
 * changed, while a cell is being edited the host is in cell-edit mode, and a click on a link within the workbook follows it.
 */
import type { FUniver } from "@univerjs/core/lib/facade";
import { cellsIn, intersection, isInside, readArea, sheetOfAddress } from "../grid/area";
import type { OpenBook } from "./desk";
import { text } from "./texts";

/** Univer's commands by which the clerk changes a sheet without typing. Typing is caught before it begins. */
const CHANGES =
  /^sheet\.command\.(clear-selection-|delete-range-move|insert-range-move|insert-row|insert-col|insert-multi|remove-row|remove-col|auto-fill|paste|optional-paste|add-worksheet-merge|remove-worksheet-merge)/;

/** Says something in the page's status. */
export function say(message: string): void {
  const state = document.getElementById("state");
  if (state !== null) state.textContent = message;
}

/** Whether the selection holds a locked cell of a protected sheet. */
function isSelectionLocked({ book, grid }: OpenBook): boolean {
  const { sheetId, areas } = grid.selection();
  const sheet = grid.sheets().find((one) => one.id === sheetId);
  const used = sheet?.used(false);
  if (sheet === undefined || used === undefined || book.stateOf(sheetId).protection === null) return false;
  return areas.some((area) => {
    const shown = intersection(area, used);
    if (shown === undefined) return true;
    for (const [row, column] of cellsIn(shown)) if (sheet.style(row, column).locked) return true;
    return false;
  });
}

function refuse(event: { cancel?: boolean }): void {
  event.cancel = true;
  say(text("edit-blocked"));
}

/** Selects where a link of a cell leads, if it leads into the workbook. */
function follow({ book, grid }: OpenBook, sheetId: string, row: number, column: number): void {
  const link = book.stateOf(sheetId).hyperlinks.find(({ area }) => isInside(area, row, column))?.link;
  const target = link?.["documentReference"];
  if (typeof target !== "string") return;
  const sheet = book.findSheet(sheetOfAddress(target) ?? "");
  const area = readArea(target);
  if (sheet !== undefined && area !== undefined) grid.select(sheet.id, [area]);
}

/** @param open the workbook on the desk, if any. */
export function guardGrid(univer: FUniver, open: () => OpenBook | undefined): void {
  univer.addEvent(univer.Event.BeforeSheetEditStart, (event) => {
    const current = open();
    if (current === undefined) return;
    if (isSelectionLocked(current)) refuse(event);
    else current.host.isEditing = true;
  });
  univer.addEvent(univer.Event.SheetEditEnded, () => {
    const current = open();
    if (current !== undefined) current.host.isEditing = false;
  });
  univer.addEvent(univer.Event.BeforeCommandExecute, (event) => {
    const current = open();
    const isByClerk = CHANGES.test(event.id) && current?.grid.isAddinActing === false;
    if (isByClerk && isSelectionLocked(current)) refuse(event);
  });
  univer.addEvent(univer.Event.CellClicked, ({ worksheet, row, column }) => {
    const current = open();
    if (current !== undefined) follow(current, worksheet.getSheetId(), row, column);
  });
}
