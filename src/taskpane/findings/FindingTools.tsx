/** The tools of the list: search, one sheet only, only what is new or was solved, marks on and off. Shown only where they can help. */
import { Button, makeStyles, SearchBox, Select } from "@fluentui/react-components";
import { useMemo } from "react";
import { askToClear, askToMark, filterBy } from "../actions";
import { PressButton } from "../shell/PressButton";
import { usePane, useSay, useSession } from "../shell/session-context";
import type { Filter } from "./filter";
import type { Listed } from "./use-listed";

const useStyles = makeStyles({
  tools: { display: "flex", flexWrap: "wrap", gap: "8px", padding: "8px 12px", flexShrink: 0 },
  search: { flexGrow: 1, flexBasis: "120px", minWidth: "96px", overflow: "hidden" },
  sheet: { flexGrow: 1, flexBasis: "112px", minWidth: "96px", maxWidth: "100%" },
});

/** Up to so many findings are taken in at a glance. */
const AT_A_GLANCE = 5;

export function FindingTools({ listed }: { readonly listed: Listed }) {
  const styles = useStyles();
  const say = useSay();
  const session = useSession();
  const filter = usePane((state) => state.filter);
  const onFilter = (wanted: Filter) => filterBy(wanted, session);
  const toggle = (show: Filter["show"]) => onFilter({ ...filter, show: filter.show === show ? "all" : show });
  const { findings, news } = listed;
  const sheets = useMemo(() => [...new Set(findings.map((finding) => finding.sheet))].filter(Boolean), [findings]);
  const many = findings.length > AT_A_GLANCE;
  const fresh = news?.fresh.size ?? 0;
  const solved = news?.solved.length ?? 0;
  return (
    <div className={styles.tools} role="group" aria-label={say("filter.label")}>
      {many && (
        <SearchBox
          className={styles.search}
          size="small"
          value={filter.search}
          aria-label={say("filter.search")}
          placeholder={say("filter.search")}
          dismiss={filter.search === "" ? null : { "aria-label": say("filter.search.clear") }}
          onChange={(_, { value }) => onFilter({ ...filter, search: value })}
        />
      )}
      {many && sheets.length > 1 && (
        <Select
          className={styles.sheet}
          size="small"
          aria-label={say("filter.sheet")}
          value={filter.sheet ?? ""}
          onChange={(_, { value }) => onFilter({ ...filter, sheet: value === "" ? null : value })}
        >
          <option value="">{say("filter.sheet.all")}</option>
          {sheets.map((sheet) => (
            <option key={sheet} value={sheet}>
              {sheet}
            </option>
          ))}
        </Select>
      )}
      {fresh > 0 && (
        <PressButton pressed={filter.show === "fresh"} onPress={() => toggle("fresh")}>
          {say("filter.fresh", { count: fresh })}
        </PressButton>
      )}
      {solved > 0 && (
        <PressButton pressed={filter.show === "solved"} onPress={() => toggle("solved")}>
          {say("filter.solved", { count: solved })}
        </PressButton>
      )}
      <MarkButton />
    </div>
  );
}

/** Marks on or off; only Excel can be marked. */
function MarkButton() {
  const say = useSay();
  const session = useSession();
  const place = usePane((state) => state.place);
  const on = usePane((state) => state.marks !== null);
  const any = usePane((state) => state.checked?.report.findings.some((finding) => finding.level !== "info") ?? false);
  const busy = usePane((state) => state.task.kind !== "idle");
  if (place !== "excel" || (!any && !on)) return null;
  return (
    <Button size="small" disabledFocusable={busy} onClick={() => (on ? askToClear(session) : askToMark(session))}>
      {say(on ? "mark.off" : "mark.on")}
    </Button>
  );
}
