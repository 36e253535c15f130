/**
 * What pane and ribbon can do: the one list of actions. Each takes the page's session unless given another. What only views need that are
 * loaded later (actions/offers, actions/forms) is not named here, or it would be loaded with the first sight.
 */
export { cancelCheck, runCheck } from "./actions/check";
export { askToChange, askToFix, changeSteps, takeBack } from "./actions/later";
export { locate } from "./actions/locate";
export { clearMarks } from "./actions/marks";
export { closeFile, lookAround, openFile, start } from "./actions/opening";
export { filterBy, goTo } from "./actions/place";
export { answer, askForCopy, askForReport, askToClear, askToMark, closeNotice, dismiss, undo } from "./actions/questions";
export { writeReport } from "./actions/report";
export { choosePolicy, chooseReadings, chooseRuleSheet, correctColumns, draft, explain } from "./actions/settings";
