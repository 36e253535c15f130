/** The place of a list that is empty: why, and what can be done. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useSay } from "../shell/session-context";
import type { TextId } from "../texts";

const useStyles = makeStyles({
  nothing: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: "8px",
    padding: "24px 16px",
    textAlign: "center",
    color: tokens.colorNeutralForeground2,
  },
  words: { margin: 0, whiteSpace: "pre-line" },
});

interface NothingProps {
  readonly id: TextId;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly action?: { readonly says: string; readonly run: () => void };
}

export function Nothing({ id, values, action }: NothingProps) {
  const styles = useStyles();
  const say = useSay();
  return (
    <div className={styles.nothing}>
      <p className={styles.words}>{say(id, values)}</p>
      {action !== undefined && (
        <Button size="small" onClick={action.run}>
          {action.says}
        </Button>
      )}
    </div>
  );
}
