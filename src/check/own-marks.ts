/**
 * How sheets that we wrote ourselves are known again, whatever they are called: a hidden name in each. Whoever reads a
 * workbook leaves them out. Only these names live here.
 */
export const REPORT_MARK = "_KAOHE_REPORT";
export const SLIPS_MARK = "_KAOHE_SLIPS";
export const STATISTICS_MARK = "_KAOHE_STATISTICS";
/** All of them: what carries one is no sheet of the clerk's. */
export const OWN_MARKS: readonly string[] = [REPORT_MARK, SLIPS_MARK, STATISTICS_MARK];
