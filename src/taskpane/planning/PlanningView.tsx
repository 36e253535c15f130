/** 还差多少 / 如果…: who lacks what, what a planned training would change, and the cheapest set with which all complete. */
import { mergeClasses } from "@fluentui/react-components";
import { needsSteps, type Need, type Needs } from "../../check/what-if";
import { amountText } from "../../values/amount-text";
import { sum } from "../../values/exact";
import { BarChart } from "../statistics/BarChart";
import { useJudged, type Judged, type Work } from "../statistics/use-judged";
import { usePartStyles } from "../statistics/use-part-styles";
import { useViewStyles } from "../views/use-view-styles";
import { CheapestSection } from "./CheapestSection";
import { PersonsSection } from "./PersonsSection";
import { allProjectedText, gapRows, isOpen, unitOf } from "./plan-text";
import { usePlanText } from "./say";
import { WhatIfSection } from "./WhatIfSection";

const work: Work<Needs> = () => Promise.resolve(needsSteps);

export function PlanningView() {
  return <Planning judged={useJudged(work)} />;
}

/** Without what reads the workbook, so that it can be looked at by itself. */
export function Planning({ judged }: { readonly judged: Judged<Needs> }) {
  const styles = useViewStyles();
  const parts = usePartStyles();
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
  const open = needs.filter(isOpen);
  const names = undecided.map(({ name }) => name).join("、");
  return (
    <div className={parts.stack}>
      {undecided.length > 0 && <p className={styles.quiet}>{say("plan.undecided", { count: undecided.length, names })}</p>}
      {needs.length > 0 && <NeedsSection needs={needs} open={open} />}
      {needs.length > 0 && (
        <div className={mergeClasses(parts.stack, parts.ruled)}>
          <WhatIfSection needs={needs} />
        </div>
      )}
      {open.length > 0 && (
        <div className={mergeClasses(parts.stack, parts.ruled)}>
          <CheapestSection needs={needs} />
        </div>
      )}
    </div>
  );
}

function NeedsSection({ needs, open }: { readonly needs: readonly Need[]; readonly open: readonly Need[] }) {
  const styles = useViewStyles();
  const parts = usePartStyles();
  const say = usePlanText();
  const unit = unitOf(needs);
  const hours = amountText(sum(open.map(({ lacking }) => lacking)));
  const cycle = allProjectedText(needs, say);
  return (
    <section className={parts.stack} aria-label={say("plan.needs")}>
      <div className={parts.part}>
        <p className={styles.text}>
          {open.length === 0
            ? say("plan.all-done", { count: needs.length })
            : say("plan.some", { open: open.length, count: needs.length, hours, unit })}
        </p>
        {cycle !== null && <p className={styles.text}>{cycle}</p>}
      </div>
      <BarChart
        caption={say("plan.gaps")}
        rows={gapRows(needs, say)}
        columns={[say("plan.column.kind"), say("plan.column.short"), say("plan.column.lacking", { unit })]}
        full={needs.length}
      />
      {open.length > 0 && <PersonsSection open={open} />}
    </section>
  );
}
