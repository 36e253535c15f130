/** 有 2 列没有认出来，先确认一下: said before the findings, because these columns were not judged. */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { usePane, useSay } from "../shell/session-context";

const useStyles = makeStyles({ area: { padding: "8px 12px 0", flexShrink: 0 } });

export function MappingNotice({ onOpen }: { readonly onOpen: () => void }) {
  const styles = useStyles();
  const say = useSay();
  const unsure = usePane((state) => state.checked?.report.tables.reduce((sum, table) => sum + table.unsure.length, 0) ?? 0);
  if (unsure === 0) return null;
  return (
    <div className={styles.area}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{say("mapping.unsure", { count: unsure })}</MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={onOpen}>
            {say("mapping.open")}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
