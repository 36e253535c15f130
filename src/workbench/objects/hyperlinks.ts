/**
 * Hyperlinks of cells (Range.hyperlink), within the workbook and outwards.
 */
import { type Area, cellArea, cellsOf, overlaps, isInside } from "../grid/area";
import { asRecord } from "../protocol/arguments";
import { HostError } from "../protocol/errors";
import { type Context, mustBeWritable, sheetOf } from "./context";

/** "Hyperlinks in a worksheet: 65,530". */
const MOST_LINKS = 65_530;

/** The link of a range, or null. */
export function hyperlinkOf(context: Context, sheetId: string, area: Area): unknown {
  const link = context.book.stateOf(sheetId).hyperlinks.find((one) => isInside(one.area, area.top, area.left));
  return link?.link ?? null;
}

export function clearHyperlinks(context: Context, sheetId: string, area: Area): void {
  const state = context.book.stateOf(sheetId);
  state.hyperlinks = state.hyperlinks.filter((one) => !overlaps(one.area, area));
}

/** Sets the link and the text to show; Excel paints it as a link. */
export function setHyperlink(context: Context, sheetId: string, area: Area, value: unknown): void {
  const sheet = sheetOf(context, sheetId);
  const link = asRecord(value);
  mustBeWritable(context, sheet, [area]);
  clearHyperlinks(context, sheetId, area);
  if (context.book.stateOf(sheetId).hyperlinks.length >= MOST_LINKS) throw new HostError("InvalidOperation", "no more links on this sheet");
  context.book.stateOf(sheetId).hyperlinks.push({ area, link });
  const text = link["textToDisplay"];
  if (typeof text === "string" && cellsOf(area) === 1) sheet.write(cellArea(area.top, area.left), [[{ value: text, formula: null }]]);
  sheet.paint(area, { fontColor: "#0563C1", underline: "Single" });
}
