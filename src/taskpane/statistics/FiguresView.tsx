/** 统计 of scores and hours: pass rates, distributions, hours still lacking, schools, bonus; for all or for one school. */
import { Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Figures, PolicyStatistics } from "../../check/statistics";
import type { Ranking } from "../../check/ranking";
import type { Papers } from "../../excel/papers";
import { useViewStyles } from "../views/use-view-styles";
import { BarChart } from "./BarChart";
import { bandRows, bonusRows, creditRows, figure, hourRows, passRows, schoolRows } from "./chart-rows";
import { useStatisticsText } from "./say";
import { useFigures, type Figured } from "./use-figures";
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
  if (figured === "loading")
    return (
      <p className={styles.quiet} role="status">
        {say("figures.loading")}
      </p>
    );
  if (figured === "failed")
    return (
      <p className={styles.quiet} role="alert">
        {say("figures.failed")}
      </p>
    );
  if (figured.policies.length === 0) return <p className={styles.quiet}>{say("figures.none")}</p>;
  return (
    <div className={styles.view}>
      {figured.policies.map((policy) => (
        <Policy key={policy.policy} policy={policy} />
      ))}
      {loadPapers !== undefined && <WriteSheet statistics={figured} loadPapers={loadPapers} />}
    </div>
  );
}

function Policy({ policy }: { readonly policy: PolicyStatistics }) {
  const styles = useViewStyles();
  const say = useStatisticsText();
  const [school, setSchool] = useState("");
  const chosen = policy.schools.find((figures) => figures.school === school) ?? policy.all;
  return (
    <section className={styles.list} aria-label={policy.name}>
      <p className={styles.quiet}>{say("figures.policy", { policy: policy.name })}</p>
      {policy.schools.length > 0 && (
        <Field label={say("figures.school")} size="small">
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

function Charts({ figures }: { readonly figures: Figures }) {
  const styles = useViewStyles();
  const say = useStatisticsText();
  const { passes, scores, credits, hours, cycle, bonuses } = figures;
  const unit = hours[0]?.unit ?? "";
  return (
    <>
      <p className={styles.quiet}>{say("figures.persons", { persons: figures.persons, waived: figures.waived })}</p>
      <BarChart caption={say("pass.caption")} rows={passRows(passes, say)} full={100} />
      {passes.map(({ rule, name, undecided }) =>
        undecided === 0 ? null : (
          <p key={rule} className={styles.quiet}>
            {say("pass.undecided", { name, count: undecided })}
          </p>
        ),
      )}
      {scores.map((score) => (
        <BarChart
          key={score.name}
          caption={say("scores.caption", { name: score.name })}
          rows={bandRows(score, say)}
          summary={say("scores.summary", { mean: figure(score.mean), highest: figure(score.highest), lowest: figure(score.lowest) })}
        />
      ))}
      {credits !== null && (
        <BarChart
          caption={say("credits.caption", { unit: credits.unit })}
          rows={creditRows(credits, say)}
          summary={say("credits.summary", { total: figure(credits.total), unit: credits.unit, undecided: credits.undecided })}
        />
      )}
      <BarChart caption={say("hours.caption", { unit })} rows={hourRows(hours, say)} full={hours[0]?.persons ?? 1} />
      {cycle !== null && <BarChart caption={say("cycle.caption")} rows={hourRows([cycle], say)} full={cycle.persons} />}
      <BarChart caption={say("bonus.caption")} rows={bonusRows(bonuses, say)} />
      {bonuses.map(({ rule, name, notEntitled }) =>
        notEntitled === 0 ? null : (
          <p key={rule} className={styles.quiet}>
            {say("bonus.not-entitled", { name, count: notEntitled })}
          </p>
        ),
      )}
    </>
  );
}

function Schools({ ranking }: { readonly ranking: Ranking }) {
  const styles = useViewStyles();
  const say = useStatisticsText();
  const tied = ranking.schools.filter(({ tiedWith, place }, index) => {
    return tiedWith.length > 0 && ranking.schools.findIndex((other) => other.place === place) === index;
  });
  const comma = "、";
  return (
    <>
      <BarChart caption={say(`schools.caption.${ranking.by}`)} rows={schoolRows(ranking, say)} />
      {tied.map(({ place, school, tiedWith }) => (
        <p key={place} className={styles.quiet}>
          {say("schools.tied", { place, schools: [school, ...tiedWith].join(comma) })}
        </p>
      ))}
      {ranking.without.length > 0 && <p className={styles.quiet}>{say("schools.without", { schools: ranking.without.join(comma) })}</p>}
    </>
  );
}
