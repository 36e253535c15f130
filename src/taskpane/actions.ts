/**
 * What pane and ribbon can do: the one list of actions. Each takes the page's session unless given another.
 */
export { askToChange, askToFix, changeSteps, takeBack } from "./actions/changes";
export { cancelCheck, runCheck } from "./actions/check";
export { rememberMapping } from "./actions/forms";
export { locate } from "./actions/locate";
export { clearMarks } from "./actions/marks";
export { acceptProposal, declineOffer, takeOffer } from "./actions/offers";
export { closeFile, lookAround, openFile, start } from "./actions/opening";
export { filterBy, goTo } from "./actions/place";
export { answer, askForCopy, askForReport, askToClear, askToMark, closeNotice, dismiss, undo } from "./actions/questions";
export { writeReport } from "./actions/report";
export { choosePolicy, chooseReadings, chooseRuleSheet, correctColumns, draft, explain } from "./actions/settings";
