/** The looks that 统计, 还差多少, 模板 and 期限 share beside those of all views: parts below each other, fields side by side. */
import { makeStyles, tokens } from "@fluentui/react-components";

export const usePartStyles = makeStyles({
  /** What lies over the tabs has its margins already. */
  stack: { display: "flex", flexDirection: "column", gap: "16px" },
  part: { display: "flex", flexDirection: "column", gap: "8px" },
  /** Parts of the same weight, told apart by a line. */
  ruled: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: "12px" },
  /** Three short fields in one line, also at 320 px. */
  three: { display: "grid", gridTemplateColumns: "repeat(3, minmax(0, 1fr))", gap: "8px", alignItems: "end" },
  /** An amount, its unit, and words. */
  training: { display: "grid", gridTemplateColumns: "minmax(0, 3fr) minmax(0, 4fr) minmax(0, 6fr)", gap: "8px", alignItems: "end" },
  /** A field never pushes the pane wider; long options are shortened in the closed list. */
  field: {
    minWidth: 0,
    "& input, & select, & > span, & > div": { minWidth: 0, width: "100%" },
    "& select": { textOverflow: "ellipsis" },
  },
  /** A name at the left and its number, or a button, at the right. */
  ends: { display: "flex", justifyContent: "space-between", alignItems: "baseline", columnGap: "8px" },
  plainButton: { minWidth: "auto", flexShrink: 0, whiteSpace: "nowrap" },
  number: { flexShrink: 0, fontVariantNumeric: "tabular-nums" },
  answer: {
    padding: "8px 12px",
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    display: "flex",
    flexDirection: "column",
    gap: "8px",
  },
});
