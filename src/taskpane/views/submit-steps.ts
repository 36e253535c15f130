/** The steps to 可上报 and what is still open in each; counts only, the verdict is the check's. */
import type { Report } from "../../check/report";

export interface SubmitStep {
  readonly step: "logic" | "explain";
  readonly open: number;
  readonly of: number;
}

export function stepsToSubmit(report: Report): readonly SubmitStep[] {
  const logic = report.findings.filter((finding) => finding.level === "logic").length;
  const asked = report.findings.filter((finding) => finding.level === "experience" || finding.level === "unknown");
  const open = asked.filter((finding) => finding.explanation === undefined).length;
  return [
    { step: "logic", open: logic, of: logic },
    { step: "explain", open, of: asked.length },
  ];
}
