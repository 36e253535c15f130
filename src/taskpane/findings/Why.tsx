/** 为什么?: 读到的数 → 计算步骤 → 结论 → 依据 (document, clause, its sentence) → 口径. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Finding, Reasons } from "../../check/report";
import type { Clause } from "../../policy/schema";
import { usePolicies, useSay } from "../shell/session-context";

const useStyles = makeStyles({
  why: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    marginTop: "8px",
    paddingLeft: "8px",
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: 600, color: tokens.colorNeutralForeground2 },
  read: { display: "grid", gridTemplateColumns: "minmax(0, auto) minmax(0, 1fr)", gap: "2px 12px", margin: 0 },
  value: { margin: 0, fontVariantNumeric: "tabular-nums" },
  steps: { margin: 0, paddingLeft: "20px", fontVariantNumeric: "tabular-nums" },
  quote: { margin: 0, color: tokens.colorNeutralForeground1 },
  at: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export function Why({ finding }: { readonly finding: Finding }) {
  const styles = useStyles();
  const { reasons, clause } = finding;
  return (
    <div className={styles.why}>
      {reasons !== undefined && <Calculation reasons={reasons} />}
      {clause !== null && <Basis clause={clause} rule={finding.rule} />}
      {reasons !== undefined && reasons.readings.length > 0 && <Readings readings={reasons.readings} />}
    </div>
  );
}

function Part({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div>
      <h4 className={styles.heading}>{heading}</h4>
      {children}
    </div>
  );
}

function Calculation({ reasons }: { readonly reasons: Reasons }) {
  const styles = useStyles();
  const say = useSay();
  return (
    <>
      {reasons.read.length > 0 && (
        <Part heading={say("why.read")}>
          <dl className={styles.read}>
            {reasons.read.map(({ label, value }, index) => (
              <ReadValue key={index} label={label} value={value} />
            ))}
          </dl>
        </Part>
      )}
      {reasons.steps.length > 0 && (
        <Part heading={say("why.steps")}>
          <ol className={styles.steps}>
            {reasons.steps.map((step, index) => (
              <li key={index}>{step}</li>
            ))}
          </ol>
        </Part>
      )}
      {reasons.conclusion !== "" && <Part heading={say("why.conclusion")}>{reasons.conclusion}</Part>}
    </>
  );
}

function ReadValue({ label, value }: { readonly label: string; readonly value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt>{label}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}

function Basis({ clause, rule }: { readonly clause: Clause; readonly rule: string | null }) {
  const styles = useStyles();
  const say = useSay();
  const title = usePolicies().find((pack) => pack.rules.some((one) => one.id === rule))?.title ?? "";
  return (
    <Part heading={say("why.basis")}>
      <blockquote className={styles.quote}>{say("why.quote", { quote: clause.quote })}</blockquote>
      <span className={styles.at}>{say("why.at", { document: clause.document ?? title, at: clause.at })}</span>
    </Part>
  );
}

function Readings({ readings }: { readonly readings: Reasons["readings"] }) {
  const styles = useStyles();
  const say = useSay();
  return (
    <Part heading={say("why.readings")}>
      <ul className={styles.steps}>
        {readings.map(({ question, chosen }) => (
          <li key={question}>{say("why.reading", { question, chosen })}</li>
        ))}
      </ul>
    </Part>
  );
}
