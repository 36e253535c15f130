/** The pane's frame: one column, no horizontal scrolling at 320 px, the list takes what height is left. */
import { makeStyles, tokens } from "@fluentui/react-components";

export const useAppStyles = makeStyles({
  app: {
    display: "flex",
    flexDirection: "column",
    height: "100vh",
    minWidth: 0,
    boxSizing: "border-box",
    overflowY: "auto",
    overflowX: "hidden",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  main: { display: "flex", flexDirection: "column", flexGrow: 1, flexShrink: 0, minHeight: 0 },
  hidden: { display: "none" },
  panel: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: "240px" },
});
