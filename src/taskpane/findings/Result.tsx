/**
 * What a check found: first what could not be read, then the tools of the list, then the findings; where there are none, why there is
 * nothing to see.
 */
import { makeStyles, tokens } from "@fluentui/react-components";
import { filterBy } from "../actions";
import { MappingNotice } from "../mapping/MappingNotice";
import type { Overlay } from "../shell/places";
import { usePane, useSay, useSession } from "../shell/session-context";
import { Nothing } from "../views/Nothing";
import { isFiltering, noFilter } from "./filter";
import { FindingList } from "./FindingList";
import { FindingTools } from "./FindingTools";
import { RivalNotice } from "./RivalNotice";
import { RuleSheetNotice } from "./RuleSheetNotice";
import { useGroups } from "./use-groups";
import type { Listed } from "./use-listed";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0 },
  note: { margin: 0, padding: "8px 12px", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const noneFresh: ReadonlySet<string> = new Set();

interface ResultProps {
  readonly listed: Listed;
  readonly onOpen: (overlay: Overlay) => void;
}

export function Result({ listed, onOpen }: ResultProps) {
  const styles = useStyles();
  const say = useSay();
  const filter = usePane((state) => state.filter);
  const rival = usePane((state) => state.checked?.report.rival);
  const isSolved = filter.show === "solved" && listed.news !== null;
  const findings = isSolved ? listed.news.solved : listed.findings;
  const { groups, busy } = useGroups(findings, filter, listed.news?.fresh ?? noneFresh);
  return (
    <div className={styles.view}>
      {rival !== undefined && <RivalNotice rival={rival} />}
      <RuleSheetNotice />
      <MappingNotice onOpen={() => onOpen("mapping")} />
      <FindingTools listed={listed} />
      {isSolved && <p className={styles.note}>{say("list.solved.what", { count: findings.length })}</p>}
      {groups.length > 0 ? (
        <FindingList groups={groups} severalSheets={listed.hasSeveralSheets} solved={isSolved} />
      ) : (
        <Empty listed={listed} busy={busy} />
      )}
      {listed.left > 0 && <p className={styles.note}>{say("list.left", { count: listed.left })}</p>}
    </div>
  );
}

function Empty({ listed, busy }: { readonly listed: Listed; readonly busy: boolean }) {
  const say = useSay();
  const session = useSession();
  const filtering = usePane((state) => isFiltering(state.filter));
  if (busy) return <Nothing id="list.arranging" />;
  if (filtering && (listed.findings.length > 0 || listed.news !== null)) {
    return <Nothing id="list.filtered" action={{ says: say("filter.all"), run: () => filterBy(noFilter, session) }} />;
  }
  if (listed.left > 0) return null;
  return <Nothing id={listed.hasNoTable ? "list.no-table" : "list.clean"} />;
}
