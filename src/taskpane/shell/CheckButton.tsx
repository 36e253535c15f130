/**
 * 一键检查: the one primary button; while a check runs, its progress and 取消 stand in the same place. With Shift everything is read anew.
 */
import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { FormattedTime } from "react-intl";
import { cancelCheck, runCheck } from "../actions";
import type { Task } from "../state";
import { usePane, useSay, useSession } from "./session-context";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: "8px", padding: "8px 12px", flexShrink: 0, minHeight: "32px" },
  primary: { flexGrow: 1 },
  at: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, whiteSpace: "nowrap" },
  progress: { flexGrow: 1, minWidth: 0, display: "flex", flexDirection: "column", gap: "4px" },
  where: {
    fontSize: tokens.fontSizeBase200,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
});

export function CheckButton() {
  const styles = useStyles();
  const say = useSay();
  const session = useSession();
  const task = usePane((state) => state.task);
  const at = usePane((state) => state.checked?.at ?? null);
  const again = at === null ? undefined : say("check.everything.hint");
  const running = task.kind === "reading" || task.kind === "judging";
  return (
    <div className={styles.row} data-region>
      {running ? (
        <>
          <Progress task={task} />
          <Button data-home size="small" onClick={() => cancelCheck(session)}>
            {say("check.cancel")}
          </Button>
        </>
      ) : (
        <>
          <Button
            data-home
            className={styles.primary}
            appearance="primary"
            disabledFocusable={task.kind === "writing"}
            title={again}
            onClick={({ shiftKey }) => void runCheck(session, shiftKey)}
          >
            {say("check.run")}
          </Button>
          {at !== null && (
            <span className={styles.at}>
              {say("check.last")} <FormattedTime value={at} hour="2-digit" minute="2-digit" hour12={false} />
            </span>
          )}
        </>
      )}
    </div>
  );
}

function Progress({ task }: { readonly task: Task }) {
  const styles = useStyles();
  const say = useSay();
  if (task.kind !== "reading" && task.kind !== "judging") return null;
  const known = task.total > 0;
  const values = { done: task.done, total: task.total, sheet: task.sheet };
  const words = known ? say(`check.${task.kind}`, values) : say("check.starting");
  return (
    <div className={styles.progress}>
      <span className={styles.where}>{words}</span>
      <ProgressBar aria-label={words} value={known ? task.done / task.total : undefined} />
    </div>
  );
}
