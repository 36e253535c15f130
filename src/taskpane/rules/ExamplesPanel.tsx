/** The policy's own examples, worked out now: 通过, or what came out instead. */
import { useMemo } from "react";
import { runExamples } from "../../functions/examples";
import type { Pack } from "../../policy/schema";
import { ToneIcon } from "../shell/ToneIcon";
import { useViewStyles } from "../views/use-view-styles";
import { useRulesText } from "./say";
import { resultText } from "./trying";
import { useRulesStyles } from "./use-rules-styles";

export function ExamplesPanel({ pack }: { readonly pack: Pack }) {
  const styles = useRulesStyles();
  const shared = useViewStyles();
  const say = useRulesText();
  const results = useMemo(() => runExamples(pack), [pack]);
  const passed = results.filter(({ agrees }) => agrees).length;
  if (results.length === 0) return <p className={styles.text}>{say("examples.none")}</p>;
  return (
    <>
      <p className={styles.text} role="status">
        {say("examples.summary", { count: results.length, passed, failed: results.length - passed })}
      </p>
      <ul className={shared.list}>
        {results.map(({ example, agrees, got, said }, index) => (
          <li key={index} className={shared.line}>
            <ToneIcon tone={agrees ? "success" : "danger"} />
            <div>
              <strong>{say(agrees ? "examples.passed" : "examples.failed")}</strong> {example.says}
              {!agrees && <p className={styles.quiet}>{say("examples.got", { due: resultText(example.gives), got: resultText(got) })}</p>}
              {!agrees && said !== "" && <p className={styles.quiet}>{said}</p>}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
