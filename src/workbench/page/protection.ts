/**
 * Sheet protection and cell editing as the clerk meets them in the grid: locked cells of a protected sheet cannot be typed
 * into, and while a cell is being edited the host is in cell-edit mode.
 */
import type { FUniver } from "@univerjs/core/lib/facade";
import type { OpenBook } from "./desk";
import { text } from "./texts";

/** @param open the workbook on the desk, if any. */
export function guardProtection(univer: FUniver, open: () => OpenBook | undefined): void {
  univer.addEvent(univer.Event.BeforeSheetEditStart, (event) => {
    const current = open();
    const sheetId = event.worksheet.getSheetId();
    const sheet = current?.grid.sheets().find((one) => one.id === sheetId);
    if (current === undefined || sheet === undefined) return;
    const isGuarded = current.book.stateOf(sheetId).protection !== null && sheet.style(event.row, event.column).locked;
    if (isGuarded) {
      event.cancel = true;
      say(text("edit-blocked"));
    } else {
      current.host.isEditing = true;
    }
  });
  univer.addEvent(univer.Event.SheetEditEnded, () => {
    const current = open();
    if (current !== undefined) current.host.isEditing = false;
  });
}

/** Says something in the page's status. */
export function say(message: string): void {
  const state = document.getElementById("state");
  if (state !== null) state.textContent = message;
}
