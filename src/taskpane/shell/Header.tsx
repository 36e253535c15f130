/** The top line: the product's name, the policy in force, and the menu of what is not needed every day. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { MoreMenu } from "./MoreMenu";
import type { Overlay } from "./places";
import { PolicyChoice } from "./PolicyChoice";
import { useSay } from "./session-context";

const useStyles = makeStyles({
  header: {
    display: "flex",
    alignItems: "center",
    gap: "4px",
    padding: "4px 4px 4px 12px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
    position: "relative",
  },
  title: {
    flexGrow: 1,
    flexShrink: 0,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
  },
});

export function Header({ onOpen }: { readonly onOpen: (overlay: Overlay) => void }) {
  const styles = useStyles();
  const say = useSay();
  return (
    <header className={styles.header} data-region>
      <h1 className={styles.title}>{say("pane.title")}</h1>
      <PolicyChoice />
      <MoreMenu onOpen={onOpen} />
    </header>
  );
}
