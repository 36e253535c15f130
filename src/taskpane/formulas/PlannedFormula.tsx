/** What stands under the question before a formula is written: the first of them, the headers, and the cells that are left alone. */
import { RefusedCells } from "../shell/PlannedChanges";
import { useSay } from "../shell/session-context";
import type { InsertQuestion } from "../state";
import { useViewStyles } from "../views/use-view-styles";

export function PlannedFormula({ question: { insertion, plan } }: { readonly question: InsertQuestion }) {
  const styles = useViewStyles();
  const say = useSay();
  const [first] = insertion.formulas;
  return (
    <>
      {first !== undefined && (
        <div>
          <p className={styles.quiet}>{say("insert.first", { cell: first.cell })}</p>
          <code className={styles.formula}>{first.formula}</code>
        </div>
      )}
      {insertion.headers.length > 0 && (
        <p className={styles.quiet}>
          {say("insert.headers", { headers: insertion.headers.map(({ cell, text }) => `${cell} ${text}`).join("、") })}
        </p>
      )}
      <RefusedCells refused={plan.refused} />
    </>
  );
}
