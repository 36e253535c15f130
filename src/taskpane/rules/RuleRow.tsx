/** One rule: name, main number, the clause beside it; opened, all its numbers, its readings and 试一试. */
import { Button } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { useState } from "react";
import type { Pack } from "../../policy/schema";
import { needsChecking } from "../../rules/kinds";
import { ReadingChoice } from "./ReadingChoice";
import { useRulesText } from "./say";
import type { ShownRule } from "./shown";
import { clauseText } from "./clause-text";
import { TryOut } from "./TryOut";
import { useRulesStyles } from "./use-rules-styles";

interface RuleProps {
  readonly pack: Pack;
  readonly shown: ShownRule;
}

export function RuleRow({ pack, shown }: RuleProps) {
  const styles = useRulesStyles();
  const say = useRulesText();
  const [open, setOpen] = useState(false);
  const { rule, kind, main } = shown;
  return (
    <li className={styles.rule}>
      <Button
        className={styles.head}
        appearance="transparent"
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.name}>{rule.name}</span>
      </Button>
      <p className={styles.line}>
        <span className={styles.kind}>{kind}</span>
        {main !== "" && <span className={styles.main}>{main}</span>}
      </p>
      <blockquote className={styles.quote}>{clauseText(rule.clause, say)}</blockquote>
      {rule.assumption !== undefined && <p className={styles.assumption}>{say("rule.assumption", { text: rule.assumption })}</p>}
      {open && <RuleDetails pack={pack} shown={shown} />}
    </li>
  );
}

function RuleDetails({ pack, shown: { rule, parameters } }: RuleProps) {
  const styles = useRulesStyles();
  return (
    <div className={styles.details}>
      {parameters.length > 0 && (
        <dl className={styles.pairs}>
          {parameters.map(({ label, text }) => (
            <div key={label} className={styles.pair}>
              <dt className={styles.kind}>{label}</dt>
              <dd className={styles.value}>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {(rule.readings ?? []).map((reading) => (
        <ReadingChoice key={reading.id} pack={pack} rule={rule} reading={reading} />
      ))}
      {needsChecking(rule) && <TryOut pack={pack} rule={rule} />}
    </div>
  );
}
