/**
 * The check and its policies as the pane uses them. Loaded on its own, after the pane has been drawn.
 */
import { checkSteps, verdictOf } from "../check/check";
import { recogniseSteps } from "../check/recognise";
import { packsInForce, ruleSheetsIn } from "../check/rule-sheets";
import { packs } from "../policy/library";
import type { CheckEngine } from "./session";

export const checkEngine: CheckEngine = {
  policies: packs,
  steps: checkSteps,
  recognise: recogniseSteps,
  own: (workbook, { ruleSheets }) => packsInForce(ruleSheetsIn(workbook, ruleSheets)),
  verdict: verdictOf,
};
