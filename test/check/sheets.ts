/** Small workbooks for the tests of the check: sheets as rows, the report as lines that can be compared. */
import { checkWorkbook } from "../../src/check/check";
import type { CheckOptions, Report } from "../../src/check/report";
import { packById } from "../../src/policy/library";
import type { Pack } from "../../src/policy/schema";
import { sheetFrom, workbookOf, type SheetOptions, type Written } from "../table/sheet";

export type Rows = readonly (readonly Written[])[];

export function packCalled(id: string): Pack {
  const pack = packById(id);
  if (!pack) throw new RangeError(id);
  return pack;
}

/** The report on a workbook of these sheets. */
export function reportOn(
  policy: string,
  sheets: Readonly<Record<string, Rows>>,
  options: Partial<CheckOptions> & Omit<SheetOptions, "name"> = {},
): Report {
  const { asOf = "2025-01-15", settings, ...shape } = options;
  const workbook = workbookOf(...Object.entries(sheets).map(([name, rows]) => sheetFrom(rows, { ...shape, name })));
  return checkWorkbook(workbook, [packCalled(policy)], { asOf, ...(settings ? { settings } : {}) });
}

/** What was found, without what is only told: "code Sheet!A1", in the order of the report. */
export function found(report: Report): string[] {
  return report.findings.filter(({ level }) => level !== "info").map(({ code, sheet, cell }) => `${code} ${sheet}!${cell}`);
}
