/** Two rule sheets of one policy: which of them is in force is said, and can be chosen. */
import { makeStyles, MessageBar, MessageBarBody, Select, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { ruleSheetsIn, type RuleSheet } from "../../check/rule-sheets";
import type { Workbook } from "../../table/workbook";
import { chooseRuleSheet } from "../actions";
import { usePane, useSay, useSession } from "../shell/session-context";

const useStyles = makeStyles({
  area: { padding: "8px 12px 0", flexShrink: 0 },
  body: { display: "flex", flexDirection: "column", gap: "4px", paddingBlock: tokens.spacingVerticalXS },
});

/** The policies that several sheets hold, each with its sheets. */
function rivals(workbook: Workbook, chosen: Readonly<Record<string, string>> | undefined): readonly (readonly RuleSheet[])[] {
  const byPolicy = new Map<string, RuleSheet[]>();
  for (const one of ruleSheetsIn(workbook, chosen)) {
    if (one.pack !== null) byPolicy.set(one.pack.id, [...(byPolicy.get(one.pack.id) ?? []), one]);
  }
  return [...byPolicy.values()].filter((sheets) => sheets.length > 1);
}

export function RuleSheetNotice() {
  const styles = useStyles();
  const say = useSay();
  const session = useSession();
  const checked = usePane((state) => state.checked);
  const chosen = usePane((state) => state.settings.ruleSheets);
  const several = useMemo(() => {
    const isTold = checked?.report.findings.some(({ code }) => code === "rule.sheet-fault") ?? false;
    return checked !== null && isTold ? rivals(checked.workbook, chosen) : [];
  }, [checked, chosen]);
  return several.map((sheets) => {
    const force = sheets.find(({ isInForce }) => isInForce);
    const policy = force?.pack;
    if (force === undefined || policy === null || policy === undefined) return null;
    return (
      <div key={policy.id} className={styles.area}>
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.body}>
            {say("rule-sheets.twice", { count: sheets.length, policy: policy.name })}
            <Select
              size="small"
              aria-label={say("rule-sheets.choose")}
              value={force.sheet.name}
              onChange={(_, { value }) => void chooseRuleSheet(policy.id, value, session)}
            >
              {sheets.map(({ sheet }) => (
                <option key={sheet.name} value={sheet.name}>
                  {say("rule-sheets.option", { sheet: sheet.name })}
                </option>
              ))}
            </Select>
          </MessageBarBody>
        </MessageBar>
      </div>
    );
  });
}
