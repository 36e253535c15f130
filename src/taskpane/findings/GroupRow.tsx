/** Equal findings under one heading: what is wrong, how often, and in which cells it begins. */
import { Button } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { askToFix } from "../actions";
import { useChanging, useFindingTitle, useLabelOf, useSay, useSession } from "../shell/session-context";
import { LevelIcon } from "../shell/ToneIcon";
import type { FindingGroup } from "./arrange";
import { ExplainForm } from "./ExplainForm";
import { useExplaining } from "./use-explaining";
import { useFindingStyles } from "./use-finding-styles";

/** So many cells are named on the heading; all of them stand below when it is open. */
const NAMED = 4;

interface GroupRowProps {
  readonly group: FindingGroup;
  readonly solved: boolean;
  readonly open: boolean;
  readonly onToggle: () => void;
}

export function GroupRow({ group, solved, open, onToggle }: GroupRowProps) {
  const styles = useFindingStyles();
  const say = useSay();
  const titleOf = useFindingTitle();
  const labelOf = useLabelOf();
  const form = useExplaining(`${group.key}/${group.findings[0]?.key ?? ""}`);
  const count = group.findings.length;
  const named = group.findings.slice(0, NAMED).map((finding) => finding.cell || labelOf(finding));
  const cells = [...new Set(named)].join("、");
  const session = useSession();
  const changing = useChanging();
  const fixable = changing.possible && !solved ? group.findings.filter((finding) => finding.fix !== undefined) : [];
  const explainable = !solved && (group.level === "experience" || group.level === "unknown");
  const explained = group.findings.every((finding) => finding.explanation !== undefined);
  return (
    <div className={styles.finding}>
      <LevelIcon level={group.level} />
      <div className={styles.body}>
        <div className={styles.head}>
          <span className={styles.title}>{titleOf(group)}</span>
          <span className={styles.place}>{say("list.same", { count })}</span>
        </div>
        <span className={styles.quiet}>{say(count > NAMED ? "list.cells-more" : "list.cells", { cells, count })}</span>
        {form.isOpen ? (
          <ExplainForm findings={group.findings} slot={form.slot} />
        ) : (
          <div className={styles.buttons}>
            <Button
              className={styles.button}
              size="small"
              aria-expanded={open}
              icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
              onClick={onToggle}
            >
              {say(open ? "list.close-group" : "list.open-group")}
            </Button>
            {fixable.length > 0 && (
              <Button
                className={styles.button}
                size="small"
                disabledFocusable={!changing.ready}
                onClick={() => void askToFix(fixable, session)}
              >
                {say("list.fix-all", { count: fixable.length })}
              </Button>
            )}
            {explainable && (
              <Button className={styles.button} size="small" onClick={() => form.open(group.findings[0])}>
                {say(explained ? "list.explain-again" : "list.explain-all", { count })}
              </Button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
