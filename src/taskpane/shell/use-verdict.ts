/**
 * What the banner says in each state: nothing checked yet, checking, done, partly done, cancelled, failed, out of date.
 */
import { useCallback, useMemo } from "react";
import { useIntl } from "react-intl";
import { sinceLastReport } from "../../check/since-report";
import type { Finding, Level, Report, Settings, Verdict } from "../../check/report";
import { countLevels } from "../findings/arrange";
import type { Checked, Earlier, Edit, Ending, PaneState } from "../state";
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
  const earlier = usePane((state) => state.earlier);
  const lastReport = usePane((state) => state.settings.lastReport);
  const dayOf = useDay();
  // 200,000 findings are counted once, not at each step of the next check.
  const counted = useMemo(() => (checked === null ? null : countedIn(checked.report)), [checked]);
  return useMemo(() => {
    const failed = ending.kind === "failed" ? said(ending.says) : null;
    if (checked === null && earlier !== null && !busy) {
      const notes = [...endingNotes(say, ending, failed), say("note.earlier", { day: dayOf(earlier.last.at) }), ...editNotes(say, edited)];
      return { ...verdictBefore(say, earlier), notes, counts: earlier.last.counts, file };
    }
    if (checked === null || counted === null)
      return { ...beforeCheck(say, busy, ending, failed), notes: placeNotes(say, place), counts: null, file };
    const notes = [
      ...endingNotes(say, ending, failed),
      ...editNotes(say, edited),
      ...newsNotes(say, checked, dayOf),
      ...reportNotes(say, checked, lastReport, dayOf),
      ...placeNotes(say, place),
    ];
    return { ...verdictOf(say, checked.report, counted), notes, counts: checked.report.problem === null ? counted.levels : null, file };
  }, [say, said, file, checked, counted, earlier, ending, busy, edited, place, lastReport, dayOf]);
}

/** A moment as the clerk says it: 12月20日 14:05, with the year where it is not this one. */
function useDay(): (at: string) => string {
  const { formatDate } = useIntl();
  return useCallback(
    (at) => {
      const year = new Date(at).getFullYear() === new Date().getFullYear() ? undefined : "numeric";
      return formatDate(at, { year, month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", hour12: false });
    },
    [formatDate],
  );
}

function beforeCheck(say: Say, busy: boolean, ending: Ending, failed: string | null) {
  const tone: Tone = "neutral";
  if (busy) return { tone, word: say("verdict.checking"), sentence: say("verdict.checking.sentence") };
  if (failed !== null) return { tone: "warning" as const, word: say("verdict.failed"), sentence: failed };
  if (ending.kind === "cancelled") return { tone, word: say("verdict.cancelled"), sentence: say("verdict.cancelled.sentence") };
  return { tone, word: say("verdict.none"), sentence: say("verdict.none.sentence") };
}

const asking = (findings: readonly Finding[]): number =>
  findings.filter(({ level, explanation }) => (level === "experience" || level === "unknown") && explanation === undefined).length;

interface Counted {
  readonly levels: Readonly<Record<Level, number>>;
  /** Those that still ask for something else than a correction. */
  readonly open: number;
}

function countedIn({ findings }: Report): Counted {
  return { levels: countLevels(findings), open: asking(findings) };
}

function verdictOf(say: Say, report: Report, { levels, open }: Counted) {
  const word = say(`verdict.${report.verdict}`);
  if (report.problem !== null) return { tone: tones[report.verdict], word, sentence: report.problem };
  const rows = report.tables.reduce((sum, table) => sum + table.rows, 0);
  return sentenceOf(say, report.verdict, { logic: levels.logic, open, tables: report.tables.length, rows });
}

/** The verdict as it was; where 说明 were given since, fewer are asked for. */
function verdictBefore(say: Say, { last, findings }: Earlier) {
  const { experience, unknown, logic } = last.counts;
  const isWhole = findings.length === Object.values(last.counts).reduce((sum, count) => sum + count, 0);
  const open = isWhole ? asking(findings) : experience + unknown;
  return sentenceOf(say, last.verdict, { logic, open, tables: last.tables, rows: last.rows });
}

type Numbers = Readonly<Record<"logic" | "open" | "tables" | "rows", number>>;

function sentenceOf(say: Say, verdict: Verdict, values: Numbers) {
  const word = say(`verdict.${verdict}`);
  const both = verdict === "不可上报" && values.open > 0;
  return { tone: tones[verdict], word, sentence: both ? say("verdict.both.sentence", values) : say(`verdict.${verdict}.sentence`, values) };
}

function endingNotes(say: Say, ending: Ending, failed: string | null): readonly string[] {
  if (failed !== null) return [failed, say("note.earlier-result")];
  return ending.kind === "cancelled" ? [say("note.cancelled"), say("note.earlier-result")] : [];
}

/** Edits since: whose, and whether they came while the check was reading. */
function editNotes(say: Say, edited: readonly Edit[]): readonly string[] {
  if (edited.length === 0) return [];
  const sheets = edited
    .slice(0, 3)
    .map(({ sheet }) => sheet)
    .join("、");
  const when = edited.some(({ during }) => during) ? "during" : "after";
  const by = edited.some((edit) => edit.by === "others") ? "others" : "clerk";
  return [say("note.edited", { sheets, count: edited.length, when, by })];
}

type DayOf = (at: string) => string;

function newsNotes(say: Say, { news, reread }: Checked, dayOf: DayOf): readonly string[] {
  const notes: string[] = [];
  if (news !== null) {
    const since = news.since === undefined ? "none" : dayOf(news.since);
    const [fresh, solved] = [news.fresh.size, news.solved.length];
    notes.push(say("note.news", { fresh, solved, same: news.same, since, changed: fresh + solved === 0 ? "no" : "yes" }));
  }
  if (reread !== undefined) notes.push(say("note.reread", reread));
  return notes;
}

/** Whether the data are those of the report that was written last. */
function reportNotes(say: Say, { report }: Checked, last: Settings["lastReport"], dayOf: DayOf): readonly string[] {
  const since = sinceLastReport(report.fingerprint, last);
  return since === null || last === undefined ? [] : [say(`since-report.${since}`, { day: dayOf(last.at) })];
}

function placeNotes(say: Say, place: PaneState["place"]): readonly string[] {
  return place === "file" ? [say("note.read-only")] : [];
}
