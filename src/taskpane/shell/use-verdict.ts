/**
 * What the banner says in each state: nothing checked yet, checking, done, partly done, cancelled, failed, out of date.
 */
import { useMemo } from "react";
import type { Level, Report, Verdict } from "../../check/report";
import { countLevels } from "../findings/arrange";
import type { Checked, Ending, PaneState } from "../state";
import { usePane, useSaid, useSay, type Say } from "./session-context";
import type { Tone } from "./ToneIcon";

interface Shown {
  readonly tone: Tone;
  readonly word: string;
  readonly sentence: string;
  readonly notes: readonly string[];
  readonly counts: Readonly<Record<Level, number>> | null;
  readonly file: string;
}

const tones: Readonly<Record<Verdict, Tone>> = {
  可上报: "success",
  需说明: "warning",
  不可上报: "danger",
  未能检查: "neutral",
};

export function useVerdict(): Shown {
  const say = useSay();
  const said = useSaid();
  const file = usePane((state) => state.fileName);
  const checked = usePane((state) => state.checked);
  const ending = usePane((state) => state.ending);
  const busy = usePane((state) => state.task.kind === "reading" || state.task.kind === "judging");
  const edited = usePane((state) => state.edited);
  const place = usePane((state) => state.place);
  return useMemo(() => {
    const failed = ending.kind === "failed" ? said(ending.says) : null;
    if (checked === null) return { ...beforeCheck(say, busy, ending, failed), notes: placeNotes(say, place), counts: null, file };
    const notes = [...endingNotes(say, ending, failed), ...resultNotes(say, checked, edited), ...placeNotes(say, place)];
    const { findings, problem } = checked.report;
    return { ...verdictOf(say, checked.report), notes, counts: problem === null ? countLevels(findings) : null, file };
  }, [say, said, file, checked, ending, busy, edited, place]);
}

function beforeCheck(say: Say, busy: boolean, ending: Ending, failed: string | null) {
  const tone: Tone = "neutral";
  if (busy) return { tone, word: say("verdict.checking"), sentence: say("verdict.checking.sentence") };
  if (failed !== null) return { tone: "warning" as const, word: say("verdict.failed"), sentence: failed };
  if (ending.kind === "cancelled") return { tone, word: say("verdict.cancelled"), sentence: say("verdict.cancelled.sentence") };
  return { tone, word: say("verdict.none"), sentence: say("verdict.none.sentence") };
}

function verdictOf(say: Say, report: Report) {
  const tone = tones[report.verdict];
  const word = say(`verdict.${report.verdict}`);
  if (report.problem !== null) return { tone, word, sentence: report.problem };
  const counts = countLevels(report.findings);
  const open = report.findings.filter(
    (finding) => (finding.level === "experience" || finding.level === "unknown") && finding.explanation === undefined,
  ).length;
  if (report.verdict === "不可上报" && open > 0)
    return { tone, word, sentence: say("verdict.both.sentence", { logic: counts.logic, open }) };
  const rows = report.tables.reduce((sum, table) => sum + table.rows, 0);
  const values = { logic: counts.logic, open, tables: report.tables.length, rows };
  return { tone, word, sentence: say(`verdict.${report.verdict}.sentence`, values) };
}

function endingNotes(say: Say, ending: Ending, failed: string | null): readonly string[] {
  if (failed !== null) return [failed, say("note.earlier-result")];
  return ending.kind === "cancelled" ? [say("note.cancelled"), say("note.earlier-result")] : [];
}

function resultNotes(say: Say, checked: Checked, edited: readonly string[]): readonly string[] {
  const notes: string[] = [];
  if (edited.length > 0) notes.push(say("note.edited", { sheets: edited.slice(0, 3).join("、"), count: edited.length }));
  const { news } = checked;
  if (news !== null) notes.push(say("note.news", { fresh: news.fresh.size, solved: news.solved, same: news.same }));
  return notes;
}

function placeNotes(say: Say, place: PaneState["place"]): readonly string[] {
  return place === "file" ? [say("note.read-only")] : [];
}
