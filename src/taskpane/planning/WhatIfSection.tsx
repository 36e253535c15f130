/** 如果安排一次培训: who completes the year by it. Nothing is written anywhere. */
import { Button } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { foresee, worthOf, type Foreseen, type Need, type Training } from "../../check/what-if";
import { WhoField } from "../statistics/WhoField";
import { usePartStyles } from "../statistics/use-part-styles";
import { useViewStyles } from "../views/use-view-styles";
import { amountIn, isOpen, namesText } from "./plan-text";
import { usePlanText } from "./say";
import { TrainingFields, usualTraining } from "./TrainingFields";

const GROUPS = ["lacking", "open", "all"] as const;

/** The keys of those who attend: one of the groups, or one person. */
function attending(needs: readonly Need[], who: string, training: Training): ReadonlySet<string> {
  const lacks = (need: Need): boolean => {
    const worth = worthOf(need, training);
    return worth === null ? isOpen(need) : need.blocks.some(({ rule, gap }) => rule === worth.block && !gap.equals(0));
  };
  const chosen =
    who === "lacking"
      ? needs.filter(lacks)
      : who === "open"
        ? needs.filter(isOpen)
        : who === "all"
          ? needs
          : needs.filter(({ key }) => key === who);
  return new Set(chosen.map(({ key }) => key));
}

export function WhatIfSection({ needs }: { readonly needs: readonly Need[] }) {
  const styles = useViewStyles();
  const parts = usePartStyles();
  const say = usePlanText();
  const [entry, setEntry] = useState(() => usualTraining(needs));
  const [who, setWho] = useState<string>("lacking");
  const [tried, setTried] = useState<{ readonly foreseen: Foreseen; readonly attending: number } | null>(null);
  const open = useMemo(() => needs.filter(isOpen), [needs]);
  const amount = amountIn(entry.amount, "above-zero");
  const attempt = () => {
    if (amount === null) return;
    const training = { ...entry, amount };
    const keys = attending(needs, who, training);
    setTried({ foreseen: foresee(needs, { training, who: keys }), attending: keys.size });
  };
  return (
    <section className={parts.part} aria-label={say("if.title")}>
      <h3 className={styles.heading}>{say("if.title")}</h3>
      <p className={styles.quiet}>{say("if.what")}</p>
      <TrainingFields
        needs={needs}
        entry={entry}
        onChange={(changed) => {
          setEntry(changed);
          setTried(null);
        }}
      />
      <WhoField
        label={say("if.who")}
        value={who}
        groups={GROUPS.map((value) => ({ value, label: say(`if.who.${value}`) }))}
        people={open}
        onChange={(value) => {
          setWho(value);
          setTried(null);
        }}
      />
      <div>
        <Button disabledFocusable={amount === null} onClick={attempt}>
          {say("if.do")}
        </Button>
      </div>
      <div role="status">
        {amount === null ? (
          say("if.amount-wrong")
        ) : tried === null ? null : (
          <div className={parts.answer}>
            <Outcome foreseen={tried.foreseen} attending={tried.attending} />
          </div>
        )}
      </div>
    </section>
  );
}

function Outcome({ foreseen, attending: count }: { readonly foreseen: Foreseen; readonly attending: number }) {
  const styles = useViewStyles();
  const say = usePlanText();
  const { after, completes, stillShort, unfit } = foreseen;
  if (count === 0) return <p className={styles.text}>{say("if.nobody")}</p>;
  if (unfit.length === count) return <p className={styles.text}>{say("if.unfit")}</p>;
  return (
    <>
      <p className={styles.text}>{say("if.completes", { attending: count, count: completes.length, left: after.filter(isOpen).length })}</p>
      {completes.length > 0 && <p className={styles.text}>{say("if.names", { names: namesText(completes, say) })}</p>}
      {stillShort.length > 0 && <p className={styles.quiet}>{say("if.short", { names: namesText(stillShort, say) })}</p>}
    </>
  );
}
