/**
 * One finding: what is wrong and where, who and how much, what can be done about it. Reasons and 说明 open in place.
 */
import { Button, mergeClasses } from "@fluentui/react-components";
import type { Finding } from "../../check/report";
import { askToFix, locate } from "../actions";
import { useChanging, useFindingTitle, useLabelOf, usePane, useSay, useSession } from "../shell/session-context";
import { LevelIcon } from "../shell/ToneIcon";
import { ExplainForm, ExplanationShown } from "./ExplainForm";
import { useExplaining } from "./use-explaining";
import { useFindingStyles } from "./use-finding-styles";
import { Why } from "./Why";

interface FindingRowProps {
  readonly finding: Finding;
  /** Stands under the heading of its group, which already says what is wrong. */
  readonly member: boolean;
  readonly solved: boolean;
  readonly sheetShown: boolean;
  readonly open: boolean;
  readonly onToggle: () => void;
}

export function FindingRow({ finding, member, solved, sheetShown, open, onToggle }: FindingRowProps) {
  const styles = useFindingStyles();
  const titleOf = useFindingTitle();
  const fresh = usePane((state) => state.checked?.news?.fresh.has(finding.key) ?? false);
  const place = usePlaceOf(finding, sheetShown);
  const label = useLabelOf();
  const say = useSay();
  return (
    <div className={mergeClasses(styles.finding, member && styles.member)}>
      {!member && <LevelIcon level={finding.level} />}
      <div className={styles.body}>
        <div className={styles.head}>
          <span className={styles.title}>{member ? label(finding) : titleOf(finding)}</span>
          {fresh && <span className={styles.fresh}>{say("list.fresh")}</span>}
          <span className={styles.place} title={place}>
            {place}
          </span>
        </div>
        <span className={styles.message}>{finding.message}</span>
        <ExplanationShown finding={finding} />
        {!solved && <Actions finding={finding} open={open} onToggle={onToggle} />}
        {open && <Why finding={finding} />}
      </div>
    </div>
  );
}

function usePlaceOf(finding: Finding, sheetShown: boolean): string {
  const say = useSay();
  if (finding.cell === "") return finding.sheet;
  return sheetShown ? say("list.place", { sheet: finding.sheet, cell: finding.cell }) : finding.cell;
}

interface ActionsProps {
  readonly finding: Finding;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function Actions({ finding, open, onToggle }: ActionsProps) {
  const styles = useFindingStyles();
  const say = useSay();
  const session = useSession();
  const canLocate = usePane((state) => state.place === "excel") && finding.cell !== "";
  const form = useExplaining(finding.key);
  const changing = useChanging();
  const fixable = changing.possible && finding.fix !== undefined;
  const explainable = finding.level === "experience" || finding.level === "unknown";
  const reasoned = finding.reasons !== undefined || finding.clause !== null;
  if (form.isOpen) return <ExplainForm findings={[finding]} />;
  return (
    <div className={styles.buttons}>
      {canLocate && (
        <Button className={styles.button} size="small" onClick={() => void locate(finding, session)}>
          {say("list.locate")}
        </Button>
      )}
      {reasoned && (
        <Button className={styles.button} size="small" aria-expanded={open} onClick={onToggle}>
          {say("list.why")}
        </Button>
      )}
      {fixable && (
        <Button
          className={styles.button}
          size="small"
          disabledFocusable={!changing.ready}
          onClick={() => void askToFix([finding], session)}
        >
          {say("list.fix")}
        </Button>
      )}
      {explainable && (
        <Button className={styles.button} size="small" onClick={() => form.open(finding)}>
          {say(finding.explanation === undefined ? "list.explain" : "list.explain-again")}
        </Button>
      )}
    </div>
  );
}
