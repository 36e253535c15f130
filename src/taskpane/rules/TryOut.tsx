/** 试一试: own numbers on a rule, and what comes of them step by step. */
import { Button, Field, Input } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { Pack, Rule } from "../../policy/schema";
import { usePane, useSession } from "../shell/session-context";
import { clauseText } from "./clause-text";
import { useRulesText } from "./say";
import { tryHint } from "./try-hint";
import { tryRule, type Tried } from "./trying";
import { useRulesStyles } from "./use-rules-styles";

/** More than a row of a form holds is not typed by hand. */
const LONGEST = 400;

interface TryProps {
  readonly pack: Pack;
  readonly rule: Rule;
}

export function TryOut({ pack, rule }: TryProps) {
  const styles = useRulesStyles();
  const say = useRulesText();
  const { locale } = useSession().ports;
  const readings = usePane((state) => state.settings.readings);
  const [text, setText] = useState("");
  const [given, setGiven] = useState<string | null>(null);
  const heading = useId();
  return (
    <form
      className={styles.stack}
      aria-labelledby={heading}
      onSubmit={(event) => {
        event.preventDefault();
        setGiven(text);
      }}
    >
      <h4 id={heading} className={styles.small}>
        {say("try.heading")}
      </h4>
      <Field label={say("try.values")} hint={say(tryHint(rule))}>
        <Input value={text} maxLength={LONGEST} onChange={(_, { value }) => setText(value)} />
      </Field>
      <div className={styles.row}>
        <Button size="small" type="submit">
          {say("try.go")}
        </Button>
      </div>
      <div role="status">{given !== null && <Result tried={tryRule(pack, rule, given, { readings, locale })} rule={rule} />}</div>
    </form>
  );
}

function Result({ tried, rule }: { readonly tried: Tried; readonly rule: Rule }) {
  const styles = useRulesStyles();
  const say = useRulesText();
  return (
    <dl className={styles.pairs}>
      {tried.read.length > 0 && <dt className={styles.kind}>{say("try.read")}</dt>}
      {tried.read.map(({ label, value }, index) => (
        <dd key={index} className={styles.under}>
          {label} {value}
        </dd>
      ))}
      {tried.steps.length > 0 && <dt className={styles.kind}>{say("try.steps")}</dt>}
      {tried.steps.map((step, index) => (
        <dd key={index} className={styles.under}>
          {step}
        </dd>
      ))}
      <dt className={styles.kind}>{say("try.conclusion")}</dt>
      <dd className={styles.value}>
        <strong>{tried.conclusion}</strong>
      </dd>
      <dt className={styles.kind}>{say("try.basis")}</dt>
      <dd className={styles.value}>{clauseText(rule.clause, say)}</dd>
      {tried.readings.length > 0 && <dt className={styles.kind}>{say("try.readings")}</dt>}
      {tried.readings.map((reading) => (
        <dd key={reading.question} className={styles.under}>
          {say("try.reading", reading)}
        </dd>
      ))}
    </dl>
  );
}
