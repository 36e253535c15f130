/** A reading (口径): the question that the text leaves open, its answers to choose from, the pack's own and why. */
import { Radio, RadioGroup } from "@fluentui/react-components";
import { useId } from "react";
import type { Pack, Reading, Rule } from "../../policy/schema";
import { judgingBy, unsupportedReadings } from "../../rules/judging";
import { chooseReadings } from "../actions";
import { usePane, useSession } from "../shell/session-context";
import { useRulesText } from "./say";
import { useRulesStyles } from "./use-rules-styles";

interface ReadingProps {
  readonly pack: Pack;
  readonly rule: Rule;
  readonly reading: Reading;
}

export function ReadingChoice({ pack, rule, reading }: ReadingProps) {
  const styles = useRulesStyles();
  const say = useRulesText();
  const session = useSession();
  const question = useId();
  const key = `${rule.id}/${reading.id}`;
  const kept = usePane((state) => state.settings.readings[key]);
  const chosen = kept ?? reading.chosen;
  return (
    <div className={styles.stack}>
      <h4 className={styles.small}>{say("readings.heading")}</h4>
      <p id={question} className={styles.text}>
        {reading.question}
      </p>
      <RadioGroup aria-labelledby={question} value={chosen} onChange={(_, { value }) => void chooseReadings({ [key]: value }, session)}>
        {reading.options.map(({ value, label }) => (
          <Radio key={value} value={value} label={value === reading.chosen ? say("readings.own", { label }) : label} />
        ))}
      </RadioGroup>
      <p className={styles.quiet}>{say("readings.why", { why: reading.why })}</p>
      {cannotFollow(pack, rule, reading, chosen) && <p className={styles.text}>{say("readings.unsupported")}</p>}
      {chosen !== reading.chosen && (
        <p className={styles.text} role="status">
          {say("readings.next")}
        </p>
      )}
    </div>
  );
}

function cannotFollow(pack: Pack, rule: Rule, reading: Reading, option: string): boolean {
  const judging = judgingBy(pack, { [`${rule.id}/${reading.id}`]: option });
  return unsupportedReadings(judging, rule).some(({ id }) => id === reading.id);
}
