/**
 * How the list behaves: which groups and reasons are open, where the keyboard stands, and that its row stays drawn while
 * the clerk scrolls elsewhere. Arrow keys move, Enter = 定位, → and ← open and close, Esc goes back one step.
 */
import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { locate } from "../actions";
import { usePane, useSession } from "../shell/session-context";
import type { FindingGroup } from "./arrange";
import { nextStop, rowsOf, type ListRow } from "./rows";

const heights: Readonly<Record<ListRow["kind"], number>> = { level: 36, group: 56, finding: 88, more: 48 };

/** So many rows are laid out at first, and again each time the clerk asks for more: each costs time, drawn or not. */
const AT_ONCE = 2_000;

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}

export function useFindingList(groups: readonly FindingGroup[]) {
  const session = useSession();
  const canLocate = usePane((state) => state.place === "excel");
  const scroller = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [reasons, setReasons] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | null>(null);
  const [most, setMost] = useState(AT_ONCE);
  const wantsFocus = useRef(false);

  const rows = useMemo(() => rowsOf(groups, open, most), [groups, open, most]);
  const showMore = () => {
    const longer = most + AT_ONCE;
    // The focus goes on where the list went on.
    const first = rowsOf(groups, open, longer)[rows.length - 1];
    setMost(longer);
    if (first === undefined) return;
    wantsFocus.current = true;
    setActive(first.key);
  };
  const at = useMemo(() => {
    const found = active === null ? -1 : rows.findIndex((row) => row.key === active);
    return found >= 0 ? found : nextStop(rows, -1, 1);
  }, [rows, active]);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heights[rows[index]?.kind ?? "finding"],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 4,
    rangeExtractor: useCallback((range: Range) => withRow(range, at), [at]),
  });

  const move = (index: number) => {
    const row = rows[index];
    if (row === undefined) return;
    wantsFocus.current = true;
    setActive(row.key);
    virtual.scrollToIndex(index);
  };

  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-index="${at}"]`)?.focus({ preventScroll: true });
  }, [at]);

  const toggleGroup = (key: string) => setOpen((before) => toggled(before, key));
  const toggleReasons = (key: string) => setReasons((before) => toggled(before, key));

  const actOn = (row: ListRow) => {
    if (row.kind === "more") showMore();
    else if (row.kind === "group") toggleGroup(row.group.key);
    else if (row.kind === "finding" && canLocate) void locate(row.finding, session);
    else toggleReasons(row.key);
  };

  const onRowKey = (event: KeyboardEvent<HTMLElement>, index: number) => {
    const row = rows[index];
    if (row === undefined) return;
    const onRow = event.target === event.currentTarget;
    const handled = rowKeys(event.key, onRow);
    if (handled === null) return;
    event.preventDefault();
    switch (handled) {
      case "next":
        return move(nextStop(rows, index, 1));
      case "previous":
        return move(nextStop(rows, index, -1));
      case "first":
        return move(nextStop(rows, -1, 1));
      case "last":
        return move(nextStop(rows, rows.length, -1));
      case "act":
        return actOn(row);
      case "open":
        return row.kind === "group" ? row.open || toggleGroup(row.group.key) : reasons.has(row.key) || toggleReasons(row.key);
      case "close":
        return row.kind === "group" ? !row.open || toggleGroup(row.group.key) : !reasons.has(row.key) || toggleReasons(row.key);
      case "back":
        if (!onRow) return event.currentTarget.focus();
        if (reasons.has(row.key)) return toggleReasons(row.key);
        return move(groupAbove(rows, index));
    }
  };

  return { rows, at, showMore, virtual, scroller, reasons, onRowKey, toggleGroup, toggleReasons, setActive };
}

type Command = "next" | "previous" | "first" | "last" | "act" | "open" | "close" | "back";

const commands: Readonly<Record<string, Command>> = {
  ArrowDown: "next",
  ArrowUp: "previous",
  Home: "first",
  End: "last",
  Enter: "act",
  ArrowRight: "open",
  ArrowLeft: "close",
  Escape: "back",
};

/** What a key means; inside of a row its buttons and fields keep their own keys, only Esc leads back to the row. */
function rowKeys(key: string, onRow: boolean): Command | null {
  const command = commands[key] ?? null;
  return onRow || command === "back" ? command : null;
}

function groupAbove(rows: readonly ListRow[], index: number): number {
  for (let at = index; at >= 0; at -= 1) if (rows[at]?.kind === "group") return at;
  return index;
}

/** The row with the focus stays drawn, or the focus would be lost by scrolling. */
function withRow(range: Range, row: number): number[] {
  const drawn = defaultRangeExtractor(range);
  if (row < 0 || drawn.includes(row)) return drawn;
  return [...drawn, row].sort((a, b) => a - b);
}
