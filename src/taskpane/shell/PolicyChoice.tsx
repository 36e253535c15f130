/** 规则▾: the policy in force by its short name, and the choice of another. */
import { makeStyles, Select } from "@fluentui/react-components";
import { choosePolicy } from "../actions";
import { PolicyOptions } from "./PolicyOptions";
import { usePane, usePolicies, useSay, useSession } from "./session-context";

const useStyles = makeStyles({
  select: { minWidth: 0, flexShrink: 1, maxWidth: "164px", "& select": { textOverflow: "ellipsis" } },
});

export function PolicyChoice() {
  const styles = useStyles();
  const say = useSay();
  const session = useSession();
  const policies = usePolicies();
  const chosen = usePane((state) => state.settings.policy);
  const busy = usePane((state) => state.task.kind !== "idle");
  const recognised = useRecognised();
  const known = policies.some((pack) => pack.id === chosen);
  return (
    <Select
      className={styles.select}
      size="small"
      disabled={busy}
      aria-label={say("policy.label")}
      value={known ? chosen : ""}
      onChange={(_, { value }) => void choosePolicy(value === "" ? null : value, session)}
    >
      <option value="">{recognised}</option>
      <PolicyOptions />
    </Select>
  );
}

/** What the workbook speaks of by itself, after the first check. */
function useRecognised(): string {
  const say = useSay();
  const checked = usePane((state) => state.checked);
  const [first, ...others] = checked?.packs ?? [];
  if (first === undefined) return say("policy.by-workbook");
  return others.length === 0
    ? say("policy.recognised", { policy: first.name })
    : say("policy.several", { policy: first.name, count: others.length + 1 });
}
