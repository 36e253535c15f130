/**
 * The parts of the pane that are not needed for the first sight: each is loaded when first shown, or before, once the
 * pane is at rest (`loadParts`).
 */
import { lazy } from "react";

const result = () => import("../findings/Result");
const views = () => import("./views");

export const ResultPart = lazy(() => result().then((part) => ({ default: part.Result })));
export const MappingPart = lazy(() => views().then((part) => ({ default: part.MappingView })));
export const TablesPart = lazy(() => views().then((part) => ({ default: part.TablesView })));
export const ChangesPart = lazy(() => views().then((part) => ({ default: part.ChangesView })));
export const DeadlinesPart = lazy(() => views().then((part) => ({ default: part.DeadlinesView })));
export const PlanningPart = lazy(() => views().then((part) => ({ default: part.PlanningView })));
export const TemplatesPart = lazy(() => views().then((part) => ({ default: part.TemplatesView })));
export const RulesPart = lazy(() => views().then((part) => ({ default: part.RulesView })));
export const HelpPart = lazy(() => views().then((part) => ({ default: part.HelpView })));
export const ReadingsPart = lazy(() => views().then((part) => ({ default: part.ReadingsView })));
export const SelfTestPart = lazy(() => views().then((part) => ({ default: part.SelfTestView })));
export const StatisticsPart = lazy(() => views().then((part) => ({ default: part.StatisticsView })));
export const FormulasPart = lazy(() => views().then((part) => ({ default: part.FormulasView })));
export const SubmitPart = lazy(() => views().then((part) => ({ default: part.SubmitView })));

/** Fetches them ahead. One that cannot be had now is asked for again when it is shown, and its absence is said there. */
export async function loadParts(): Promise<void> {
  await Promise.allSettled([result(), views()]);
}
