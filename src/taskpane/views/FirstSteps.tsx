/** The first sight: three steps from a raw workbook to one that may be handed in. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useSay } from "../shell/session-context";

const useStyles = makeStyles({
  steps: { margin: 0, padding: "12px 16px 12px 32px", display: "flex", flexDirection: "column", gap: "8px" },
  what: { margin: 0, color: tokens.colorNeutralForeground2 },
  name: { fontWeight: tokens.fontWeightSemibold },
});

export function FirstSteps() {
  const styles = useStyles();
  const say = useSay();
  return (
    <ol className={styles.steps}>
      {(["one", "two", "three"] as const).map((step) => (
        <li key={step}>
          <span className={styles.name}>{say(`first.${step}`)}</span>
          <p className={styles.what}>{say(`first.${step}.what`)}</p>
        </li>
      ))}
    </ol>
  );
}
