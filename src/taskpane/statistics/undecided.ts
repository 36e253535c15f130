/** Why it cannot be told of some whether they passed: a column that is not there, a score that is not, no line. Pure. */
import type { Finding } from "../../check/report";
import type { Figures, PassCount } from "../../check/statistics";
import { judgedBy } from "../../excel/figure-text";
import type { SayStatistics } from "./say";

const COMMA = "、";

/** The columns that the last check found missing. */
export function missingColumns(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.flatMap(({ code, expected }) => (code === "column.missing" && expected !== null ? [String(expected)] : [])))];
}

function reason({ passed, failed, line, rule }: PassCount, { scores }: Figures, missing: readonly string[]) {
  // Only a pass line has a distribution of scores; a certificate has none and no line either.
  if (line === null && scores.some((score) => score.rule === rule)) return "pass.no-line";
  if (passed + failed > 0) return "pass.undecided";
  return missing.length > 0 ? "pass.no-column" : "pass.none-decided";
}

/** One sentence for each line by which somebody could not be judged. */
export function undecidedTexts(figures: Figures, missing: readonly string[], say: SayStatistics): readonly string[] {
  return figures.passes.flatMap((pass) => {
    if (pass.undecided === 0) return [];
    const values = { name: judgedBy(pass.name), count: pass.undecided, columns: missing.join(COMMA) };
    return [say(reason(pass, figures, missing), values)];
  });
}
