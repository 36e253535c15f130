/** The steps to 可上报, what is still open in each, and at which the clerk stands; counts only, the verdict is the check's. */
import { sinceLastReport } from "../../check/since-report";
import type { Report, Settings } from "../../check/report";

export interface SubmitStep {
  readonly step: "logic" | "explain";
  readonly open: number;
  readonly of: number;
}

export function stepsToSubmit(report: Report): readonly [SubmitStep, SubmitStep] {
  const logic = report.findings.filter((finding) => finding.level === "logic").length;
  const asked = report.findings.filter((finding) => finding.level === "experience" || finding.level === "unknown");
  const open = asked.filter((finding) => finding.explanation === undefined).length;
  return [
    { step: "logic", open: logic, of: logic },
    { step: "explain", open, of: asked.length },
  ];
}

export type Stand = "logic" | "explain" | "report" | "done";

/** The first step that is not done; the report is done while the data are those it was written from. */
export function standsAt(report: Report, lastReport: Settings["lastReport"]): Stand {
  const [logic, explain] = stepsToSubmit(report);
  if (logic.open > 0) return "logic";
  if (explain.open > 0) return "explain";
  return sinceLastReport(report.fingerprint, lastReport) === "same" ? "done" : "report";
}
