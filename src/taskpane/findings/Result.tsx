/**
 * What a check found: first what could not be read, then the tools of the list, then the findings; where there are none, why there is
 * nothing to see.
 */
import { makeStyles } from "@fluentui/react-components";
import { MappingNotice } from "../mapping/MappingNotice";
import type { Overlay } from "../shell/places";
import { useSay } from "../shell/session-context";
import type { Checked } from "../state";
import { Nothing } from "../views/Nothing";
import { noFilter, type Filter } from "./arrange";
import { FindingList } from "./FindingList";
import { FindingTools } from "./FindingTools";
import { useGroups } from "./use-groups";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0 },
});

const noneFresh: ReadonlySet<string> = new Set();

interface ResultProps {
  readonly checked: Checked;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly onOpen: (overlay: Overlay) => void;
}

export function Result({ checked, filter, onFilter, onOpen }: ResultProps) {
  const styles = useStyles();
  const say = useSay();
  const { report } = checked;
  const { groups, busy } = useGroups(report.findings, filter, checked.news?.fresh ?? noneFresh);
  return (
    <div className={styles.view}>
      <MappingNotice onOpen={() => onOpen("mapping")} />
      <FindingTools checked={checked} filter={filter} onFilter={onFilter} />
      {groups.length > 0 ? (
        <FindingList groups={groups} severalSheets={report.tables.length > 1} />
      ) : (
        <Empty checked={checked} busy={busy} filter={filter} onAll={() => onFilter(noFilter)} sayAll={say("filter.all")} />
      )}
    </div>
  );
}

interface EmptyProps {
  readonly checked: Checked;
  readonly busy: boolean;
  readonly filter: Filter;
  readonly onAll: () => void;
  readonly sayAll: string;
}

function Empty({ checked, busy, filter, onAll, sayAll }: EmptyProps) {
  const { report } = checked;
  if (busy) return <Nothing id="list.arranging" />;
  if (report.findings.length > 0 && filter !== noFilter) {
    return <Nothing id="list.filtered" action={{ says: sayAll, run: onAll }} />;
  }
  if (report.problem !== null || report.tables.length === 0) return <Nothing id="list.no-table" />;
  return <Nothing id="list.clean" />;
}
