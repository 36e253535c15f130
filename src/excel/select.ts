/**
 * Takes the clerk to a finding's cell. Only looks: the one thing that may change is a hidden sheet's visibility, and only
 * after the clerk said so.
 */
import type { Area } from "../table/workbook";
import { areaAddress, parseAreas } from "./address";
import { HostFailure } from "./host";
import { inExcel } from "./session";

async function sheetShown(context: Excel.RequestContext, name: string, unhide: boolean): Promise<Excel.Worksheet> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load("name,visibility");
  await context.sync();
  if (sheet.isNullObject) throw new HostFailure({ id: "host.sheet-gone", values: { sheet: name } });
  if (sheet.visibility === "Visible") return sheet;
  if (!unhide) throw new HostFailure({ id: "host.sheet-hidden", values: { sheet: name } });
  sheet.visibility = "Visible";
  return sheet;
}

/** Several areas are selected where the client can; else the first, which the clerk then sees. */
function selectAreas(sheet: Excel.Worksheet, areas: readonly Area[]): void {
  const [first, ...others] = areas;
  if (first === undefined) return;
  const all = others.length === 0 ? null : sheet.getRanges(areas.map(areaAddress).join(","));
  if (all !== null && "select" in all && typeof all.select === "function") all.select();
  else sheet.getRange(areaAddress(first)).select();
}

/** Selects a cell, a range or several of them; with "" the sheet alone is brought to the front. */
export async function selectCells(name: string, cells: string, unhide: boolean): Promise<void> {
  await inExcel({ attempt: "select", sheet: name, repeatable: true, writes: unhide }, async (context) => {
    const sheet = await sheetShown(context, name, unhide);
    sheet.activate();
    selectAreas(sheet, parseAreas(cells));
    await context.sync();
  });
}
