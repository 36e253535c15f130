/** The views that are loaded together after the first sight; only names them. */
export { DeadlinesView } from "../deadlines/DeadlinesView";
export { MappingView } from "../mapping/MappingView";
export { TablesView } from "../mapping/TablesView";
export { PlanningView } from "../planning/PlanningView";
export { TemplatesView } from "../templates/TemplatesView";
export { ChangesView } from "../views/ChangesView";
export { FormulasView } from "../formulas/FormulasView";
export { HelpView } from "../views/HelpView";
export { RulesPlace } from "../views/RulesPlace";
export { SelfTestView } from "../views/SelfTestView";
export { StatisticsView } from "../views/StatisticsView";
export { SubmitView } from "../views/SubmitView";
