/** The policies that rule sheets in the workbook hold, for the rule view. */
import { packFromRange } from "../../policy/sheet/range";
import type { Pack } from "../../policy/schema";
import { ruleSheetCells } from "../../table/rule-sheet-cells";
import type { Workbook } from "../../table/workbook";

/** The policies that the rule sheets of a workbook hold, as they stood when it was read. */
export function packsInSheets(workbook: Workbook | null): readonly Pack[] {
  return (workbook?.sheets ?? []).flatMap((sheet) => {
    const cells = ruleSheetCells(sheet);
    return cells === null ? [] : (packFromRange(cells).pack ?? []);
  });
}
