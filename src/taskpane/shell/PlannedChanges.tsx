/** What a change will do to which cells (原值 → 新值), and which cells it leaves alone and why. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ChangePlan, Refused } from "../../excel/changes";
import { useSay } from "./session-context";

const useStyles = makeStyles({
  list: {
    margin: "4px 0 0",
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** So many cells are shown one by one; the number of all stands in the sentence above. */
const SHOWN = 5;

export function PlannedChanges({ plan }: { readonly plan: ChangePlan }) {
  const styles = useStyles();
  const say = useSay();
  const rest = plan.changes.length - SHOWN;
  const quoted = (value: string) => (value === "" ? say("change.blank") : say("change.value", { value }));
  return (
    <>
      <ul className={styles.list}>
        {plan.changes.slice(0, SHOWN).map(({ sheet, cell, from, to }) => (
          <li key={`${sheet}!${cell}`}>{say("change.line", { sheet, cell, from: quoted(from), to: quoted(to) })}</li>
        ))}
        {rest > 0 && <li>{say("change.rest", { count: rest })}</li>}
      </ul>
      <RefusedCells refused={plan.refused} />
    </>
  );
}

export function RefusedCells({ refused }: { readonly refused: readonly Refused[] }) {
  const styles = useStyles();
  const say = useSay();
  const rest = refused.length - SHOWN;
  if (refused.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={say("change.refused")}>
      {refused.slice(0, SHOWN).map(({ sheet, cell, why, now }) => (
        <li key={`${sheet}!${cell}`}>{say("change.refused.line", { sheet, cell, why: say(`why-not.${why}`), now })}</li>
      ))}
      {rest > 0 && <li>{say("change.rest", { count: rest })}</li>}
    </ul>
  );
}
