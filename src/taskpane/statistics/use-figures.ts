/** The figures of the last check. Only this lives here. */
import type { Statistics } from "../../check/statistics";
import { useJudged, type Work } from "./use-judged";

const work: Work<Statistics> = async () => (await import("../../check/statistics")).statisticsSteps;

export type Figured = Statistics | "loading" | "failed" | null;

export function useFigures(): Figured {
  const judged = useJudged(work);
  return judged !== null && typeof judged === "object" ? judged.value : judged;
}
