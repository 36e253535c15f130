/**
 * What pane and ribbon can do: the one list of actions. Each takes the page's session unless given another.
 */
export { cancelCheck, runCheck } from "./actions/check";
export { locate } from "./actions/locate";
export { clearMarks, mark } from "./actions/marks";
export { closeFile, openFile, start } from "./actions/opening";
export { answer, askForReport, askToClear, askToMark, closeNotice, dismiss } from "./actions/questions";
export { writeReport } from "./actions/report";
export { choosePolicy, correctColumns, explain } from "./actions/settings";
