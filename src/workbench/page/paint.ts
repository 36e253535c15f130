/**
 * Shows conditional formats in the grid without touching the cells' own formats: Univer asks for each cell's look when it
 * draws, and gets the marks on top. Rules that refer to cells in a formula are kept but not drawn (the page says so).
 */
import { InterceptorEffectEnum } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/lib/facade";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import type { Book } from "../book";
import { lookFrom } from "./conditional-look";
import { valueFromUniver } from "./univer-content";

/** Begins to draw the conditional formats of whatever book is open. */
export function paintConditionalFormats(univer: FUniver, book: () => Book | undefined): void {
  const service = univer.getActiveWorkbook()?.getActiveSheet().getInject().get(SheetInterceptorService);
  service?.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id: "workbench.conditional-formats",
    priority: 20,
    effect: InterceptorEffectEnum.Style,
    handler: (cell, { subUnitId, row, col, rawData, workbook }, next) => {
      const formats = book()?.stateOf(subUnitId).conditionalFormats ?? [];
      const look = formats.length === 0 ? undefined : lookFrom(formats, row, col, valueFromUniver(rawData));
      if (look === undefined) return next(cell);
      const shown = cell === rawData || cell === undefined || cell === null ? { ...rawData } : cell;
      return next({ ...shown, s: { ...workbook.getStyles().getStyleByCell(shown), ...look } });
    },
  });
}
