/** 最省的培训组合: the clerk lists what can be held; what is cheapest is found, and said whether that is proven. */
import { Button, Field, Input, makeStyles, mergeClasses, ProgressBar, tokens } from "@fluentui/react-components";
import { useLayoutEffect, useRef, useState, type RefObject } from "react";
import type { Cheapest, CheapestStep } from "../../check/cheapest";
import type { Need } from "../../check/what-if";
import { amountText } from "../../values/amount-text";
import { usePartStyles } from "../statistics/use-part-styles";
import { namesText } from "./plan-text";
import { newOffer, offerOf, type OfferEntry } from "./offer-entries";
import { usePlanText } from "./say";
import { TrainingFields } from "./TrainingFields";
import { loadSearch, useCheapest, type Answer, type LoadSearch } from "./use-cheapest";
import { useViewStyles } from "../views/use-view-styles";

const MOST = 10;

const useStyles = makeStyles({
  offer: { paddingLeft: "8px", borderLeft: `2px solid ${tokens.colorNeutralStroke1}` },
  number: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  progress: { flexGrow: 1, minWidth: 0, display: "flex", flexDirection: "column", gap: "4px", fontSize: tokens.fontSizeBase200 },
});

interface CheapestSectionProps {
  readonly needs: readonly Need[];
  readonly load?: LoadSearch;
}

export function CheapestSection({ needs, load = loadSearch }: CheapestSectionProps) {
  const styles = useViewStyles();
  const parts = usePartStyles();
  const say = usePlanText();
  const [offers, setOffers] = useState<readonly OfferEntry[]>(() => [newOffer(needs, 1, say)]);
  const { answer, find, stop } = useCheapest(needs, load);
  const doButton = useRef<HTMLButtonElement>(null);
  const change = (next: readonly OfferEntry[]) => {
    setOffers(next);
    stop({ kind: "none" });
  };
  const add = () => change([...offers, newOffer(needs, Math.max(0, ...offers.map(({ key }) => key)) + 1, say)]);
  const ask = () => {
    const read = offers.map(offerOf);
    const wrong = offers.find((_, index) => read[index] === null);
    if (wrong) stop({ kind: "wrong", name: wrong.name });
    else find(read.flatMap((offer) => offer ?? []));
  };
  return (
    <section className={styles.list} aria-label={say("best.title")}>
      <h3 className={styles.heading}>{say("best.title")}</h3>
      <p className={styles.quiet}>{say("best.what")}</p>
      {offers.map((offer, index) => (
        <OfferFields
          key={offer.key}
          number={index + 1}
          needs={needs}
          offer={offer}
          onChange={(changed) => change(offers.map((one) => (one.key === offer.key ? changed : one)))}
          onRemove={offers.length > 1 ? () => change(offers.filter((one) => one.key !== offer.key)) : null}
        />
      ))}
      <div className={styles.row}>
        <Button size="small" disabledFocusable={offers.length >= MOST} onClick={() => offers.length < MOST && add()}>
          {say("best.add")}
        </Button>
        <Button ref={doButton} disabledFocusable={answer.kind === "busy"} onClick={ask}>
          {say("best.do")}
        </Button>
      </div>
      {answer.kind === "busy" && <Progress at={answer.at} opener={doButton} onCancel={() => stop({ kind: "cancelled" })} />}
      <div role="status" className={answer.kind === "none" || answer.kind === "busy" ? undefined : parts.answer}>
        <AnswerText answer={answer} />
      </div>
    </section>
  );
}

interface ProgressProps {
  readonly at: CheapestStep | null;
  readonly onCancel: () => void;
  readonly opener: RefObject<HTMLButtonElement | null>;
}

/** How far the search is, and 取消. Leaving, it gives the focus back to the button that began it. */
function Progress({ at, onCancel, opener }: ProgressProps) {
  const own = useStyles();
  const parts = usePartStyles();
  const say = usePlanText();
  const cancel = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const [button, before] = [cancel.current, opener.current];
    return () => {
      if (button !== null && button === document.activeElement) before?.focus();
    };
  }, [opener]);
  const words = at === null ? say("best.starting") : say(`best.${at.doing}`, { done: at.done, total: at.total });
  return (
    <div className={parts.ends}>
      <div className={own.progress}>
        <span>{words}</span>
        {/* How many combinations there are to compare is known only when all are. */}
        <ProgressBar aria-label={words} value={at === null || at.doing === "comparing" ? undefined : at.done / at.total} />
      </div>
      <Button ref={cancel} className={parts.plainButton} size="small" onClick={onCancel}>
        {say("best.cancel")}
      </Button>
    </div>
  );
}

interface OfferFieldsProps {
  readonly number: number;
  readonly needs: readonly Need[];
  readonly offer: OfferEntry;
  readonly onChange: (offer: OfferEntry) => void;
  readonly onRemove: (() => void) | null;
}

function OfferFields({ number, needs, offer, onChange, onRemove }: OfferFieldsProps) {
  const own = useStyles();
  const parts = usePartStyles();
  const say = usePlanText();
  const text = (key: "name" | "costPerPerson" | "costPerSession" | "seats", label: string, hint?: string) => (
    <Field className={parts.field} label={label} size="small">
      <Input
        size="small"
        inputMode={key === "name" ? "text" : "decimal"}
        placeholder={hint}
        value={offer[key]}
        onChange={(_, { value }) => onChange({ ...offer, [key]: value })}
      />
    </Field>
  );
  return (
    <div className={mergeClasses(parts.part, own.offer)} role="group" aria-label={say("best.offer", { n: number })}>
      <div className={parts.ends}>
        <h4 className={own.number}>{say("best.offer", { n: number })}</h4>
        {onRemove !== null && (
          <Button className={parts.plainButton} size="small" appearance="subtle" onClick={onRemove}>
            {say("best.remove")}
          </Button>
        )}
      </div>
      {text("name", say("best.name"))}
      <TrainingFields needs={needs} entry={offer} onChange={(training) => onChange({ ...offer, ...training })} />
      <div className={parts.three}>
        {text("costPerPerson", say("best.person-cost"), "0")}
        {text("costPerSession", say("best.session-cost"), "0")}
        {text("seats", say("best.seats"), say("best.seats-any"))}
      </div>
    </div>
  );
}

function AnswerText({ answer }: { readonly answer: Answer }) {
  const styles = useViewStyles();
  const say = usePlanText();
  switch (answer.kind) {
    case "none":
      return null;
    case "busy":
      return <p className={styles.quiet}>{say("plan.loading")}</p>;
    case "failed":
      return <p className={styles.text}>{say("best.not-found")}</p>;
    case "cancelled":
      return <p className={styles.text}>{say("best.cancelled")}</p>;
    case "wrong":
      return <p className={styles.text}>{say("best.wrong", { name: answer.name })}</p>;
    case "answer":
      return <CheapestText cheapest={answer.cheapest} />;
  }
}

function CheapestText({ cheapest }: { readonly cheapest: Cheapest }) {
  const styles = useViewStyles();
  const say = usePlanText();
  if (cheapest.kind === "impossible")
    return <p className={styles.text}>{say("best.impossible", { names: namesText(cheapest.persons, say) })}</p>;
  if (cheapest.kind !== "found") return <p className={styles.text}>{say(`best.${cheapest.kind}`, { most: MOST })}</p>;
  const { by, value, noLessThan, taken } = cheapest;
  return (
    <>
      <p className={styles.text}>
        <strong>{say(`best.${by}`, { value: amountText(value) })}</strong>
      </p>
      <p className={styles.text}>{noLessThan === null ? say("best.least") : say("best.gap", { bound: noLessThan })}</p>
      <ul className={styles.list}>
        {taken.map(({ offer, sessions, attending }, index) => (
          <li key={index}>
            <strong>{say("best.taken", { name: offer.name, sessions, count: attending.length })}</strong>
            <p className={styles.quiet}>{namesText(attending, say)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
