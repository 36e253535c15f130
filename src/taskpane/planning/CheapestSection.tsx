/** 最省的培训组合: the clerk lists what can be held; what is cheapest is found, and said whether that is proven. */
import { Button, Field, Input, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { Cheapest, Offer } from "../../check/cheapest";
import type { Need } from "../../check/what-if";
import { amountText } from "../../values/amount-text";
import { nextTurn } from "../scheduler";
import { usePartStyles } from "../statistics/use-part-styles";
import { namesText } from "./plan-text";
import { newOffer, offerOf, type OfferEntry } from "./offer-entries";
import { usePlanText } from "./say";
import { TrainingFields } from "./TrainingFields";
import { useViewStyles } from "../views/use-view-styles";

const MOST = 10;

const useStyles = makeStyles({
  offer: { paddingLeft: "8px", borderLeft: `2px solid ${tokens.colorNeutralStroke1}` },
  number: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

type Answer =
  | { readonly kind: "none" | "busy" | "failed" }
  | { readonly kind: "wrong"; readonly name: string }
  | { readonly kind: "answer"; readonly cheapest: Cheapest };

export function CheapestSection({ needs }: { readonly needs: readonly Need[] }) {
  const styles = useViewStyles();
  const parts = usePartStyles();
  const say = usePlanText();
  const [offers, setOffers] = useState<readonly OfferEntry[]>(() => [newOffer(needs, 1, say)]);
  const [answer, setAnswer] = useState<Answer>({ kind: "none" });
  const asked = useRef(0);
  const change = (next: readonly OfferEntry[]) => {
    asked.current += 1;
    setOffers(next);
    setAnswer({ kind: "none" });
  };
  const add = () => change([...offers, newOffer(needs, Math.max(0, ...offers.map(({ key }) => key)) + 1, say)]);
  const find = async () => {
    const read = offers.map(offerOf);
    const wrong = offers.find((_, index) => read[index] === null);
    if (wrong) return setAnswer({ kind: "wrong", name: wrong.name });
    const own = asked.current + 1;
    asked.current = own;
    setAnswer({ kind: "busy" });
    const found = await solved(
      needs,
      read.flatMap((offer) => offer ?? []),
    );
    // What was changed meanwhile, or asked again, makes this answer one to another question.
    if (asked.current === own) setAnswer(found);
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
        <Button disabledFocusable={answer.kind === "busy"} onClick={() => void find()}>
          {say("best.do")}
        </Button>
      </div>
      <div role="status" className={answer.kind === "none" || answer.kind === "busy" ? undefined : parts.answer}>
        <AnswerText answer={answer} />
      </div>
    </section>
  );
}

/** The solver is loaded when it is first wanted. */
async function solved(needs: readonly Need[], offers: readonly Offer[]): Promise<Answer> {
  try {
    const { cheapestOffers } = await import("../../check/cheapest");
    // That it is being worked out is seen first.
    await nextTurn();
    return { kind: "answer", cheapest: cheapestOffers(needs, offers) };
  } catch {
    return { kind: "failed" };
  }
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
