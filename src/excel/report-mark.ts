/** How our report sheet is known again, whatever it is called: a hidden name of that sheet. Only this name lives here. */
export const REPORT_MARK = "_KAOHE_REPORT";
