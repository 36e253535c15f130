/** 讲解所选单元格: the formula in words, each argument with what was read, the steps, the result and the clause. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Formulas } from "../../../excel/formulas";
import { askToChange } from "../../actions";
import { useChanging, useSaid, useSay, useSession } from "../../shell/session-context";
import { useViewStyles } from "../../views/use-view-styles";
import { titleOf } from "../Examples";
import { useFormulaText } from "../say";
import type { ExplainedArgument, ExplainedCall, Explanation } from "./explanation";
import { useExplained } from "./use-explained";

const useStyles = makeStyles({
  facts: { margin: 0, display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", columnGap: "8px", rowGap: "4px" },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
  call: { display: "flex", flexDirection: "column", gap: "8px" },
  small: { margin: 0, fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
});

export function ExplainSection() {
  const { host } = useSession();
  return host?.formulas === undefined ? null : <Explaining formulas={host.formulas} />;
}

function Explaining({ formulas }: { readonly formulas: Formulas }) {
  const styles = useViewStyles();
  const say = useFormulaText();
  const said = useSaid();
  const [explained, again] = useExplained(formulas);
  return (
    <section className={styles.list} aria-label={say("part-of.explain")}>
      <p className={styles.quiet}>{say("explain.what")}</p>
      <div>
        <Button size="small" onClick={again}>
          {say("explain.do")}
        </Button>
      </div>
      <div role="status" className={styles.list}>
        {explained.kind === "reading" && <p className={styles.quiet}>{say("explain.reading")}</p>}
        {explained.kind === "failed" && <p className={styles.text}>{said(explained.says)}</p>}
        {explained.kind === "none" && <NoneOfOurs explanation={explained} />}
        {explained.kind === "explained" && <Explained explanation={explained} />}
      </div>
    </section>
  );
}

function NoneOfOurs({ explanation: { at } }: { readonly explanation: Extract<Explanation, { kind: "none" }> }) {
  const styles = useViewStyles();
  const say = useFormulaText();
  const has = at.formula !== null || at.spill !== null;
  const id = has ? "explain.other-formula" : at.shown === "" ? "explain.empty" : "explain.no-formula";
  return <p className={styles.text}>{say(id, { sheet: at.sheet, cell: at.cell, shown: at.shown })}</p>;
}

function Explained({ explanation }: { readonly explanation: Extract<Explanation, { kind: "explained" }> }) {
  const styles = useViewStyles();
  const say = useFormulaText();
  const { at, formula, part, isMixed, isUnnamed, isBlocked, calls } = explanation;
  return (
    <>
      <h3 className={styles.heading}>{say("explain.title", { sheet: at.sheet, cell: at.cell, shown: at.shown })}</h3>
      <code className={styles.formula}>{formula}</code>
      {part !== null && <p className={styles.text}>{say("explain.part", part)}</p>}
      {isUnnamed && <Repair />}
      {isBlocked && <p className={styles.text}>{say("explain.blocked")}</p>}
      {calls.map((call, index) => (
        <Call key={index} call={call} />
      ))}
      {isMixed && <p className={styles.quiet}>{say("explain.mixed", { shown: at.shown })}</p>}
    </>
  );
}

/** #NAME?: the add-in was not there when the formula was entered. */
function Repair() {
  const styles = useViewStyles();
  const say = useFormulaText();
  const sayPane = useSay();
  const session = useSession();
  const changing = useChanging();
  return (
    <>
      <p className={styles.text}>{say("explain.unnamed")}</p>
      {changing.possible && (
        <div>
          <Button size="small" disabledFocusable={!changing.ready} onClick={() => void askToChange("repair", session)}>
            {sayPane("tools.repair")}
          </Button>
        </div>
      )}
    </>
  );
}

function Call({ call }: { readonly call: ExplainedCall }) {
  const styles = useViewStyles();
  const own = useStyles();
  const say = useFormulaText();
  const sayPane = useSay();
  const { result, said, conclusion, steps, clauses, readings } = call;
  return (
    <section className={own.call} aria-label={titleOf(call.call, sayPane)}>
      <h4 className={own.small}>{titleOf(call.call, sayPane)}</h4>
      <dl className={own.facts}>
        {call.args.map((argument) => (
          <Argument key={argument.name} argument={argument} />
        ))}
        {steps.length > 0 && <Fact name={sayPane("why.steps")} value={steps.join("；")} />}
        <Fact name={say("explain.result")} value={result === "" ? say("explain.not-tried") : result} />
        {said !== "" && <Fact name={say("explain.reason")} value={said} />}
        {said === "" && conclusion !== "" && conclusion !== result && <Fact name={sayPane("why.conclusion")} value={conclusion} />}
      </dl>
      {readings.map(({ question, chosen }) => (
        <p key={question} className={styles.quiet}>
          {sayPane("why.reading", { question, chosen })}
        </p>
      ))}
      {clauses.map(({ document, at, quote }) => (
        <p key={`${at}${quote}`} className={styles.quiet}>
          {say("explain.clause", { document, at, quote })}
        </p>
      ))}
    </section>
  );
}

function Argument({ argument: { name, written, values } }: { readonly argument: ExplainedArgument }) {
  const say = useFormulaText();
  const text =
    values === null
      ? say("explain.unread", { written })
      : values.length === 0
        ? written.replace(/^"|"$/g, "")
        : say("explain.values", { written, values: values.map((value) => (value === "" ? say("explain.blank") : value)).join("、") });
  return <Fact name={say(name)} value={text} />;
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  const own = useStyles();
  return (
    <>
      <dt className={own.name}>{name}</dt>
      <dd className={own.value}>{value}</dd>
    </>
  );
}
