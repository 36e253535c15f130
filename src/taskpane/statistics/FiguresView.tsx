/** 统计 of scores and hours: pass rates, distributions, hours still lacking, schools, bonus; for all or for one school. */
import { Field, Select } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { Ranking } from "../../check/ranking";
import type { Figures, PolicyStatistics } from "../../check/statistics";
import { figureText, judgedBy } from "../../excel/figure-text";
import type { Papers } from "../../excel/papers";
import { usePane } from "../shell/session-context";
import { useViewStyles } from "../views/use-view-styles";
import { BarChart } from "./BarChart";
import { bandRows, bonusRows, creditRows, hourRows, passRows, schoolRows } from "./chart-rows";
import { useStatisticsText, type SayStatistics, type StatisticsText } from "./say";
import { missingColumns, undecidedTexts } from "./undecided";
import { useFigures, type Figured } from "./use-figures";
import { usePartStyles } from "./use-part-styles";
import { WriteSheet } from "./WriteSheet";

interface FiguresViewProps {
  /** How Excel writes the sheet with charts; absent where there is no Excel. */
  readonly loadPapers?: () => Promise<Papers>;
}

export function FiguresView({ loadPapers }: FiguresViewProps) {
  return <Shown figured={useFigures()} loadPapers={loadPapers} />;
}

/** Without what works the figures out, so that it can be looked at by itself. */
export function Shown({ figured, loadPapers }: FiguresViewProps & { readonly figured: Figured }) {
  const styles = useViewStyles();
  const say = useStatisticsText();
  if (figured === null) return null;
  const words = figured === "loading" || figured === "failed" ? figured : figured.policies.length === 0 ? "none" : null;
  return (
    <div className={styles.view}>
      {words !== null && (
        <p className={styles.quiet} role={words === "failed" ? "alert" : "status"}>
          {say(`figures.${words}`)}
        </p>
      )}
      {typeof figured === "object" && figured.policies.map((policy) => <Policy key={policy.policy} policy={policy} />)}
      {typeof figured === "object" && words === null && loadPapers !== undefined && (
        <WriteSheet statistics={figured} loadPapers={loadPapers} />
      )}
    </div>
  );
}

function Policy({ policy }: { readonly policy: PolicyStatistics }) {
  const styles = useViewStyles();
  const parts = usePartStyles();
  const say = useStatisticsText();
  const [school, setSchool] = useState("");
  const chosen = policy.schools.find((figures) => figures.school === school) ?? policy.all;
  const { persons, waived } = chosen;
  return (
    <section className={parts.stack} aria-label={policy.name}>
      <p className={styles.quiet}>{say("figures.policy", { policy: policy.name, persons, waived })}</p>
      {policy.schools.length > 0 && (
        <Field className={parts.field} label={say("figures.school")} size="small">
          <Select size="small" value={school} onChange={(_, { value }) => setSchool(value)}>
            <option value="">{say("figures.all", { count: policy.schools.length })}</option>
            {policy.schools.map((figures) => (
              <option key={figures.school} value={figures.school ?? ""}>
                {figures.school}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Charts figures={chosen} />
      {chosen.school === null && policy.ranking !== null && <Schools ranking={policy.ranking} />}
    </section>
  );
}

/** The heads of a chart's table. */
function heads(say: SayStatistics, first: StatisticsText, ...others: readonly StatisticsText[]): readonly [string, ...string[]] {
  return [say(first), ...others.map((id) => say(id))];
}

function Charts({ figures }: { readonly figures: Figures }) {
  const parts = usePartStyles();
  const say = useStatisticsText();
  const findings = usePane((state) => state.checked?.report.findings);
  const missing = useMemo(() => missingColumns(findings ?? []), [findings]);
  const { passes, scores, credits, hours, cycle, bonuses } = figures;
  const unit = hours[0]?.unit ?? "";
  const hourHeads = heads(say, "column.kind", "column.due", "column.mean", "column.short", "column.lacking");
  const notEntitled = bonuses.filter((bonus) => bonus.notEntitled > 0);
  return (
    <>
      <div className={parts.part}>
        <BarChart
          caption={say("pass.caption")}
          rows={passRows(passes, say)}
          columns={heads(say, "column.what", "column.passed", "column.failed", "column.undecided", "pass.caption")}
          full={100}
        />
        <Notes texts={undecidedTexts(figures, missing, say)} />
      </div>
      {scores.map((score) => (
        <BarChart
          key={score.name}
          caption={say("scores.caption", { name: judgedBy(score.name) })}
          rows={bandRows(score, say)}
          columns={heads(say, "column.band", "column.persons")}
          summary={say("scores.summary", {
            mean: figureText(score.mean),
            highest: figureText(score.highest),
            lowest: figureText(score.lowest),
          })}
        />
      ))}
      {credits !== null && credits.groups.length > 0 && (
        <BarChart
          caption={say("credits.caption", { unit: credits.unit })}
          rows={creditRows(credits, say)}
          columns={heads(say, "column.credited", "column.persons")}
          summary={say("credits.summary", { total: figureText(credits.total), unit: credits.unit, undecided: credits.undecided })}
        />
      )}
      <BarChart caption={say("hours.caption", { unit })} rows={hourRows(hours, say)} columns={hourHeads} full={hours[0]?.persons ?? 1} />
      {cycle !== null && <BarChart caption={say("cycle.caption")} rows={hourRows([cycle], say)} columns={hourHeads} full={cycle.persons} />}
      <div className={parts.part}>
        <BarChart
          caption={say("bonus.caption")}
          rows={bonusRows(bonuses, say)}
          columns={heads(say, "column.what", "column.persons", "column.times", "column.points")}
        />
        <Notes texts={notEntitled.map(({ name, notEntitled: count }) => say("bonus.not-entitled", { name, count }))} />
      </div>
    </>
  );
}

function Notes({ texts }: { readonly texts: readonly string[] }) {
  const styles = useViewStyles();
  return texts.map((text) => (
    <p key={text} className={styles.quiet}>
      {text}
    </p>
  ));
}

const COMMA = "、";

function Schools({ ranking }: { readonly ranking: Ranking }) {
  const parts = usePartStyles();
  const say = useStatisticsText();
  const tied = ranking.schools.filter(({ tiedWith, place }, index) => {
    return tiedWith.length > 0 && ranking.schools.findIndex((other) => other.place === place) === index;
  });
  const texts = tied.map(({ place, school, tiedWith }) => say("schools.tied", { place, schools: [school, ...tiedWith].join(COMMA) }));
  return (
    <div className={parts.part}>
      <BarChart
        caption={say(`schools.caption.${ranking.by}`)}
        rows={schoolRows(ranking, say)}
        columns={heads(say, "column.school", "column.score")}
      />
      <Notes texts={texts} />
      {ranking.without.length > 0 && <Notes texts={[say("schools.without", { schools: ranking.without.join(COMMA) })]} />}
    </div>
  );
}
