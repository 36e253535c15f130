/** Something the clerk should know or decide before going on in the list: words, and buttons that settle it. */
import { makeStyles, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({ area: { padding: "8px 12px 0", flexShrink: 0 } });

interface AskingBarProps {
  readonly intent: "info" | "warning";
  readonly says: string;
  readonly children: ReactNode;
}

export function AskingBar({ intent, says, children }: AskingBarProps) {
  const styles = useStyles();
  return (
    <div className={styles.area}>
      <MessageBar intent={intent} layout="multiline">
        <MessageBarBody>{says}</MessageBarBody>
        <MessageBarActions>{children}</MessageBarActions>
      </MessageBar>
    </div>
  );
}
