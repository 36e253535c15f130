/** 还差多少 / 如果…: who lacks what, what a planned training would change, and the cheapest set with which all complete. */
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { needsOf, type Need, type Needs } from "../../check/what-if";
import { sum } from "../../values/exact";
import { BarChart } from "../statistics/BarChart";
import { useJudged, type Judged, type Work } from "../statistics/use-judged";
import { useViewStyles } from "../views/use-view-styles";
import { CheapestSection } from "./CheapestSection";
import { gapRows, gapText, hoursText, isOpen, projectionText, unitOf } from "./plan-text";
import { usePlanText } from "./say";
import { WhatIfSection } from "./WhatIfSection";

const work: Work<Needs> = () =>
  Promise.resolve(function* (context) {
    yield;
    return needsOf(context);
  });

export function PlanningView() {
  return <Planning judged={useJudged(work)} />;
}

/** Without what reads the workbook, so that it can be looked at by itself. */
export function Planning({ judged }: { readonly judged: Judged<Needs> }) {
  const styles = useViewStyles();
  const say = usePlanText();
  if (judged === null) return <p className={styles.quiet}>{say("plan.first")}</p>;
  if (judged === "loading")
    return (
      <p className={styles.quiet} role="status">
        {say("plan.loading")}
      </p>
    );
  if (judged === "failed")
    return (
      <p className={styles.quiet} role="alert">
        {say("plan.failed")}
      </p>
    );
  const { needs, undecided } = judged.value;
  if (needs.length + undecided.length === 0) return <p className={styles.quiet}>{say("plan.none")}</p>;
  return (
    <div className={styles.view}>
      <NeedsSection needs={needs} />
      {undecided.length > 0 && (
        <p className={styles.quiet}>{say("plan.undecided", { names: undecided.map(({ name }) => name).join("、") })}</p>
      )}
      {needs.length > 0 && <WhatIfSection needs={needs} />}
      {needs.some(isOpen) && <CheapestSection needs={needs} />}
    </div>
  );
}

/** More persons than these are read in the sheet. */
const SHOWN = 30;

function NeedsSection({ needs }: { readonly needs: readonly Need[] }) {
  const styles = useViewStyles();
  const say = usePlanText();
  const open = needs.filter(isOpen);
  const unit = unitOf(needs);
  const hours = hoursText(sum(open.map(({ lacking }) => lacking)));
  return (
    <section className={styles.list} aria-label={say("plan.needs")}>
      <h3 className={styles.heading}>{say("plan.needs")}</h3>
      <p className={styles.text}>
        {open.length === 0
          ? say("plan.all-done", { count: needs.length })
          : say("plan.some", { open: open.length, count: needs.length, hours, unit })}
      </p>
      <BarChart caption={say("plan.gaps")} rows={gapRows(needs, say)} full={needs.length} />
      <Persons open={open} />
    </section>
  );
}

function Persons({ open }: { readonly open: readonly Need[] }) {
  const styles = useViewStyles();
  const say = usePlanText();
  const [most, setMost] = useState(SHOWN);
  if (open.length === 0) return null;
  return (
    <>
      <h4 className={styles.heading}>{say("plan.persons")}</h4>
      <table className={styles.table} aria-label={say("plan.persons")}>
        <tbody>
          {open.slice(0, most).map((need) => (
            <tr key={need.key}>
              <th scope="row">
                {need.name}
                <div>{gapText(need, say)}</div>
                <div className={styles.quiet}>{projectionText(need, say)}</div>
              </th>
              <td>{hoursText(need.lacking)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {open.length > most && (
        <Button size="small" onClick={() => setMost(most + SHOWN)}>
          {say("plan.more", { count: open.length - most })}
        </Button>
      )}
    </>
  );
}
