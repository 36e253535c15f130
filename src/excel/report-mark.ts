/** How our own sheets are known again, whatever they are called: a hidden name in each. Only these names live here. */
export const REPORT_MARK = "_KAOHE_REPORT";
export const SLIPS_MARK = "_KAOHE_SLIPS";
/** All of them: what carries one is no sheet of the clerk's. */
export const OWN_MARKS: readonly string[] = [REPORT_MARK, SLIPS_MARK];
