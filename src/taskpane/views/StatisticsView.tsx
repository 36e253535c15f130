/** 统计: the figures of scores and hours, then what the last check found, counted by kind, by sheet and by person. Each bar has its number beside it, in a table. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Finding } from "../../check/report";
import { useFindingTitle, usePane, useSay, useSession } from "../shell/session-context";
import { FiguresView } from "../statistics/FiguresView";
import { countBy } from "./finding-counts";
import { Nothing } from "./Nothing";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  bar: {
    height: "6px",
    marginTop: "2px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground,
    forcedColorAdjust: "none",
  },
});

/** More rows than this are a list, not a statistic. */
const SHOWN = 10;

export function StatisticsView() {
  const checked = usePane((state) => state.checked);
  const { ports } = useSession();
  if (checked === null) return <Nothing id="statistics.first" />;
  return (
    <>
      <FiguresView loadPapers={ports.loadPapers} />
      <Counts findings={checked.report.findings} />
    </>
  );
}

function Counts({ findings }: { readonly findings: readonly Finding[] }) {
  const styles = useViewStyles();
  const say = useSay();
  const titleOf = useFindingTitle();
  const asking = useMemo(() => findings.filter((finding) => finding.level !== "info"), [findings]);
  const kinds = useMemo(() => countBy(asking, (finding) => `${finding.code}/${finding.rule ?? ""}`, titleOf), [asking, titleOf]);
  const sheets = useMemo(() => countBy(asking, (finding) => finding.sheet || null, sheetOf), [asking]);
  const persons = useMemo(() => countBy(asking, (finding) => finding.subject, subjectOf), [asking]);
  return (
    <div className={styles.view}>
      {asking.length === 0 && <p className={styles.quiet}>{say("statistics.clean")}</p>}
      <Bars caption={say("statistics.kinds")} counts={kinds} />
      <Bars caption={say("statistics.sheets")} counts={sheets} />
      <Bars caption={say("statistics.persons")} counts={persons} />
    </div>
  );
}

const sheetOf = (finding: Finding): string => finding.sheet;
const subjectOf = (finding: Finding): string => finding.subject ?? "";

interface BarsProps {
  readonly caption: string;
  readonly counts: readonly { readonly of: string; readonly key: string; readonly count: number }[];
}

function Bars({ caption, counts }: BarsProps) {
  const styles = useViewStyles();
  const own = useStyles();
  const say = useSay();
  const most = counts[0]?.count ?? 1;
  const rest = counts.length - SHOWN;
  if (counts.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{caption}</h3>
      <table className={styles.table} aria-label={caption}>
        <tbody>
          {counts.slice(0, SHOWN).map(({ of, key, count }) => (
            <tr key={key}>
              <th scope="row">
                {of}
                <div className={own.bar} style={{ width: `${(100 * count) / most}%` }} />
              </th>
              <td>{say("statistics.count", { count })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p className={styles.quiet}>{say("statistics.rest", { count: rest })}</p>}
    </section>
  );
}
