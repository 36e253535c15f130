/** How findings look: dense, calm, one line of what, one of who and how much, one of what can be done. */
import { makeStyles, tokens } from "@fluentui/react-components";

export const useFindingStyles = makeStyles({
  finding: { padding: "8px 12px", display: "flex", gap: "8px", minWidth: 0 },
  member: { paddingLeft: "36px" },
  body: { flexGrow: 1, minWidth: 0, display: "flex", flexDirection: "column", gap: "2px" },
  head: { display: "flex", gap: "8px", alignItems: "baseline", minWidth: 0 },
  title: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold, minWidth: 0 },
  place: {
    flexShrink: 0,
    maxWidth: "50%",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
  },
  message: { color: tokens.colorNeutralForeground1 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "4px", marginTop: "4px" },
  button: { minWidth: 0, paddingInline: "8px" },
  fresh: { color: tokens.colorBrandForeground1, fontSize: tokens.fontSizeBase200, flexShrink: 0 },
});
