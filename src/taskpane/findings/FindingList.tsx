/**
 * The findings as a list that draws only what is seen: 200,000 of them scroll like ten.
 */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useSay } from "../shell/session-context";
import type { FindingGroup } from "./arrange";
import { FindingRow } from "./FindingRow";
import { GroupRow } from "./GroupRow";
import type { ListRow } from "./rows";
import { useFindingList } from "./use-finding-list";

const useStyles = makeStyles({
  scroller: { flexGrow: 1, flexBasis: 0, minHeight: "200px", overflowY: "auto", overflowX: "hidden" },
  all: { position: "relative", width: "100%" },
  row: {
    position: "absolute",
    top: 0,
    left: 0,
    width: "100%",
    boxSizing: "border-box",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  more: { padding: "8px 12px" },
  level: {
    padding: "8px 12px 4px",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    margin: 0,
  },
});

interface FindingListProps {
  readonly groups: readonly FindingGroup[];
  /** Whether the sheet must be said with each cell. */
  readonly severalSheets: boolean;
  /** They are no more: nothing can be done about them. */
  readonly solved: boolean;
}

export function FindingList({ groups, severalSheets, solved }: FindingListProps) {
  const styles = useStyles();
  const say = useSay();
  const list = useFindingList(groups);
  const { rows, virtual } = list;

  const body = (row: ListRow): ReactNode => {
    switch (row.kind) {
      case "level":
        return <h3 className={styles.level}>{say("list.level", { level: say(`level.${row.level}.long`), count: row.count })}</h3>;
      case "group":
        return <GroupRow group={row.group} solved={solved} open={row.open} onToggle={() => list.toggleGroup(row.group.key)} />;
      case "more":
        return (
          <div className={styles.more}>
            <Button size="small" onClick={list.showMore}>
              {say("list.more", { count: row.left })}
            </Button>
          </div>
        );
      case "finding":
        return (
          <FindingRow
            finding={row.finding}
            member={row.member}
            solved={solved}
            sheetShown={severalSheets}
            open={list.reasons.has(row.key)}
            onToggle={() => list.toggleReasons(row.key)}
          />
        );
    }
  };

  return (
    <div ref={list.scroller} className={styles.scroller}>
      <div role="list" aria-label={say("list.label")} className={styles.all} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const stop = row.kind !== "level";
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="listitem"
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              tabIndex={stop ? (index === list.at ? 0 : -1) : undefined}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
              onFocus={stop ? () => list.setActive(row.key) : undefined}
              onKeyDown={stop ? (event) => list.onRowKey(event, index) : undefined}
            >
              {body(row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
