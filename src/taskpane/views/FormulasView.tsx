/** 公式: the functions in words, each with examples of the policy in force, ready to copy. */
import { Button } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { useState } from "react";
import type { Pack, PackExample } from "../../policy/schema";
import { usePane, useSay } from "../shell/session-context";
import { isTextId } from "../texts";
import { examplesByFunction, formulaOf, resultOf } from "./formula-text";
import { Nothing } from "./Nothing";
import { useViewStyles } from "./use-view-styles";

export function FormulasView() {
  const policies = usePane((state) => state.policies);
  const chosen = usePane((state) => state.settings.policy);
  const checked = usePane((state) => state.checked);
  const pack = policies.find((one) => one.id === chosen) ?? checked?.packs[0] ?? policies[0];
  if (pack === undefined) return <Nothing id="formulas.loading" />;
  return <Functions pack={pack} />;
}

function Functions({ pack }: { readonly pack: Pack }) {
  const styles = useViewStyles();
  const say = useSay();
  const groups = [...examplesByFunction(pack)];
  return (
    <div className={styles.view}>
      <p className={styles.quiet}>{say("formulas.what", { policy: pack.name })}</p>
      {groups.map(([name, examples]) => (
        <section key={name} className={styles.list}>
          <h3 className={styles.heading}>{titleOf(name, say)}</h3>
          {examples.map((example, index) => (
            <Example key={index} pack={pack} example={example} />
          ))}
        </section>
      ))}
      <p className={styles.quiet}>{say("formulas.later")}</p>
    </div>
  );
}

function titleOf(name: string, say: ReturnType<typeof useSay>): string {
  const id = `function.${name}`;
  return isTextId(id) ? say(id) : `KAOHE.${name}`;
}

function Example({ pack, example }: { readonly pack: Pack; readonly example: PackExample }) {
  const styles = useViewStyles();
  const say = useSay();
  const [copied, setCopied] = useState(false);
  const formula = formulaOf(pack, example);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(formula);
      setCopied(true);
    } catch {
      // Without the clipboard the formula stands there to be selected by hand; nothing is claimed.
      setCopied(false);
    }
  };
  return (
    <div>
      <p className={styles.text}>{example.says}</p>
      <code className={styles.formula}>{formula}</code>
      <div className={styles.row}>
        <span className={styles.quiet}>{say("formulas.gives", { result: resultOf(example.gives) })}</span>
        <Button size="small" appearance="subtle" icon={<CopyRegular />} onClick={() => void copy()}>
          {say(copied ? "formulas.copied" : "formulas.copy")}
        </Button>
      </div>
    </div>
  );
}
