/**
 * The parts of the pane that are not needed for the first sight: each is loaded when first shown, or before, once the
 * pane is at rest (`loadParts`).
 */
import { createElement, lazy, type ComponentType, type ReactNode } from "react";

const result = () => import("../findings/Result");
const notices = () => import("./Notices");
const sight = () => import("../views/FirstSight");
const views = () => import("./views");

/** A part that could not be had is asked for anew when it is shown again; React by itself would never ask twice. */
function part<P extends object>(load: () => Promise<ComponentType<P>>): (props: P) => ReactNode {
  const ask = () =>
    lazy(async () => {
      try {
        return { default: await load() };
      } catch (error) {
        asked = ask();
        throw error;
      }
    });
  let asked = ask();
  return function Part(props: P) {
    return createElement<P>(asked, props);
  };
}

export const FirstSightPart = part(() => sight().then((loaded) => loaded.FirstSight));
export const ResultPart = part(() => result().then((loaded) => loaded.Result));
export const MappingPart = part(() => views().then((loaded) => loaded.MappingView));
export const NoticesPart = part(() => notices().then((loaded) => loaded.Notices));
export const OpenFilePart = part(() => import("../views/OpenFile").then((loaded) => loaded.OpenFile));
export const TablesPart = part(() => views().then((loaded) => loaded.TablesView));
export const ChangesPart = part(() => views().then((loaded) => loaded.ChangesView));
export const DeadlinesPart = part(() => views().then((loaded) => loaded.DeadlinesView));
export const PlanningPart = part(() => views().then((loaded) => loaded.PlanningView));
export const TemplatesPart = part(() => views().then((loaded) => loaded.TemplatesView));
export const RulesPart = part(() => views().then((loaded) => loaded.RulesPlace));
export const HelpPart = part(() => views().then((loaded) => loaded.HelpView));
export const SelfTestPart = part(() => views().then((loaded) => loaded.SelfTestView));
export const StatisticsPart = part(() => views().then((loaded) => loaded.StatisticsView));
export const FormulasPart = part(() => views().then((loaded) => loaded.FormulasView));
export const SubmitPart = part(() => views().then((loaded) => loaded.SubmitView));

/** Fetches them ahead. One that cannot be had now is asked for again when it is shown, and its absence is said there. */
export async function loadParts(): Promise<void> {
  await Promise.allSettled([notices(), sight(), result(), views()]);
}
