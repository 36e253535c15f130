/** The functions in words, each with examples of the policy in force, ready to copy. */
import { makeStyles } from "@fluentui/react-components";
import type { Pack, PackExample } from "../../policy/schema";
import { usePane, usePolicies, useSay } from "../shell/session-context";
import { isTextId } from "../texts";
import { useViewStyles } from "../views/use-view-styles";
import { CopyButton } from "./CopyButton";
import { examplesByFunction, formulaOf, resultOf } from "./formula-text";
import { useFormulaText } from "./say";

const useStyles = makeStyles({ small: { fontWeight: 600, margin: 0, fontSize: "inherit" } });

/** The policy chosen, else the one recognised, else the first. */
export function usePack(): Pack | undefined {
  const policies = usePolicies();
  const chosen = usePane((state) => state.settings.policy);
  const checked = usePane((state) => state.checked);
  return policies.find((one) => one.id === chosen) ?? checked?.packs[0] ?? policies[0];
}

export function Examples() {
  const styles = useViewStyles();
  const own = useStyles();
  const say = useSay();
  const sayOwn = useFormulaText();
  const pack = usePack();
  if (pack === undefined) return null;
  const groups = [...examplesByFunction(pack)];
  return (
    <section className={styles.list} aria-label={sayOwn("part-of.examples")}>
      <p className={styles.quiet}>
        {groups.length === 0 ? sayOwn("examples.none", { policy: pack.name }) : say("formulas.what", { policy: pack.name })}
      </p>
      {groups.map(([name, examples]) => (
        <div key={name} className={styles.list}>
          <h3 className={own.small}>{titleOf(name, say)}</h3>
          {examples.map((example, index) => (
            <Example key={index} pack={pack} example={example} />
          ))}
        </div>
      ))}
    </section>
  );
}

/** What a function does, in the pane's words. */
export function titleOf(name: string, say: ReturnType<typeof useSay>): string {
  const id = `function.${name}`;
  return isTextId(id) ? say(id) : `KAOHE.${name}`;
}

function Example({ pack, example }: { readonly pack: Pack; readonly example: PackExample }) {
  const styles = useViewStyles();
  const say = useSay();
  const formula = formulaOf(pack, example);
  return (
    <div>
      <p className={styles.text}>{example.says}</p>
      <code className={styles.formula}>{formula}</code>
      <div className={styles.row}>
        <span className={styles.quiet}>{say("formulas.gives", { result: resultOf(example.gives) })}</span>
        <CopyButton text={formula} />
      </div>
    </div>
  );
}
