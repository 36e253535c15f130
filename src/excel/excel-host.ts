/**
 * The workbook that is open in Excel, as pane and ribbon know it: puts the parts of this folder together, and listens to
 * edits. No Office.js type leaves here.
 */
import type { Host } from "./host";
import type { Changes } from "./changes";
import type { Formulas } from "./formulas";
import { listenToEdits } from "./edits";
import { excelChanges } from "./excel-changes";
import { excelFormulas } from "./excel-formulas";
import { clearMarks, markFindings } from "./marks";
import { workbookSize } from "./read";
import { writeReportSheet } from "./report-sheet";
import { rereader } from "./rereading";
import { selectCells } from "./select";
import { inExcel, READING } from "./session";
import { loadSettings, saveSettings } from "./settings";

function workbookName(): Promise<string> {
  return inExcel(READING, async (context) => {
    context.workbook.load("name");
    await context.sync();
    return context.workbook.name;
  });
}

/** Excel on the web gives an address, on the desktop a path; nothing for a workbook that was never saved. */
function workbookAddress(): string {
  const url: unknown = Office.context.document.url;
  return typeof url === "string" ? url : "";
}

/** Excel, once Office is ready. */
export function excelHost(): Host & { readonly changes: Changes; readonly formulas: Formulas } {
  return {
    kind: "excel",
    name: workbookName,
    address: workbookAddress,
    size: workbookSize,
    read: rereader(),
    select: (sheet, cell, unhide = false) => selectCells(sheet, cell, unhide),
    loadSettings,
    saveSettings,
    mark: markFindings,
    clearMarks,
    writeReport: (report) => writeReportSheet(report),
    writeRuleSheet: async (pack) => (await import("./rule-sheet")).writeRuleSheet(pack),
    onChanged: listenToEdits,
    changes: excelChanges,
    formulas: excelFormulas(),
  };
}
