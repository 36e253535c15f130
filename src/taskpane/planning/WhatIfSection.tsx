/** 如果安排一次培训: who completes the year by it. Nothing is written anywhere. */
import { Button } from "@fluentui/react-components";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { inBatches } from "../../check/context";
import { foreseeSteps, worthOf, type Foreseen, type Need, type Training } from "../../check/what-if";
import { runInSlices } from "../scheduler";
import { WhoField } from "../statistics/WhoField";
import { usePartStyles } from "../statistics/use-part-styles";
import { useViewStyles } from "../views/use-view-styles";
import { amountIn, isOpen, namesText } from "./plan-text";
import { usePlanText } from "./say";
import { TrainingFields, usualTraining } from "./TrainingFields";

const GROUPS = ["lacking", "open", "all"] as const;

interface Tried {
  readonly foreseen: Foreseen;
  readonly attending: number;
}

/** Whether a person attends: of one of the groups, or the one chosen. */
function attends(need: Need, who: string, training: Training): boolean {
  if (who === "all") return true;
  if (who === "open") return isOpen(need);
  if (who !== "lacking") return need.key === who;
  const worth = worthOf(need, training);
  return worth === null ? isOpen(need) : need.blocks.some(({ rule, gap }) => rule === worth.block && !gap.equals(0));
}

/** In short steps: among many persons it takes its time. */
function* trySteps(needs: readonly Need[], who: string, training: Training): Generator<void, Tried> {
  const keys = new Set<string>();
  yield* inBatches(needs, (need) => {
    if (attends(need, who, training)) keys.add(need.key);
  });
  return { foreseen: yield* foreseeSteps(needs, { training, who: keys }), attending: keys.size };
}

/** What the last trial gave; `forget` drops it, also one that still runs. */
function useTrial(needs: readonly Need[]) {
  const [tried, setTried] = useState<Tried | null>(null);
  const running = useRef<AbortController | null>(null);
  const forget = useCallback(() => {
    running.current?.abort();
    setTried(null);
  }, []);
  useEffect(() => forget, [needs, forget]);
  const attempt = (who: string, training: Training) => {
    forget();
    const own = new AbortController();
    running.current = own;
    const tell = (found: Tried): void => {
      if (!own.signal.aborted) setTried(found);
    };
    runInSlices(trySteps(needs, who, training), { signal: own.signal }).then(tell, () => undefined);
  };
  return { tried, attempt, forget };
}

export function WhatIfSection({ needs }: { readonly needs: readonly Need[] }) {
  const styles = useViewStyles();
  const parts = usePartStyles();
  const say = usePlanText();
  const [entry, setEntry] = useState(() => usualTraining(needs));
  const [who, setWho] = useState<string>("lacking");
  const { tried, attempt, forget } = useTrial(needs);
  const open = useMemo(() => needs.filter(isOpen), [needs]);
  const amount = amountIn(entry.amount, "above-zero");
  return (
    <section className={parts.part} aria-label={say("if.title")}>
      <h3 className={styles.heading}>{say("if.title")}</h3>
      <p className={styles.quiet}>{say("if.what")}</p>
      <TrainingFields
        needs={needs}
        entry={entry}
        onChange={(changed) => {
          setEntry(changed);
          forget();
        }}
      />
      <WhoField
        label={say("if.who")}
        value={who}
        groups={GROUPS.map((value) => ({ value, label: say(`if.who.${value}`) }))}
        people={open}
        onChange={(value) => {
          setWho(value);
          forget();
        }}
      />
      <div>
        <Button disabledFocusable={amount === null} onClick={() => amount !== null && attempt(who, { ...entry, amount })}>
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
