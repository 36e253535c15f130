/** The looks that the simple views share: a heading, quiet text, a table of numbers. */
import { makeStyles, tokens } from "@fluentui/react-components";

export const useViewStyles = makeStyles({
  view: { padding: "12px 16px", display: "flex", flexDirection: "column", gap: "12px" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  text: { margin: 0 },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "12px" },
  formula: {
    display: "block",
    padding: "4px 8px",
    fontFamily: "Consolas, 'Courier New', 'Noto Sans SC', monospace",
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusSmall,
  },
  /** An icon and what it says: the icon stays beside the words however long they are. */
  line: { display: "flex", gap: "8px" },
  /** Long options are shortened in the closed list; it opens at their full width. */
  select: { minWidth: 0, maxWidth: "100%", "& select": { minWidth: 0, width: "100%", textOverflow: "ellipsis" } },
  row: { display: "flex", gap: "8px", alignItems: "center", flexWrap: "wrap" },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    "& th, & td": {
      textAlign: "left",
      fontWeight: "normal",
      padding: "4px",
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
      verticalAlign: "top",
    },
    "& th": { width: "100%" },
    "& td": { whiteSpace: "nowrap" },
    "& th:first-child": { paddingLeft: 0 },
    "& td:last-child": { paddingRight: 0 },
    "& td:last-child, & th:last-child": { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  },
});
