/**
 * The four tabs, moved between by arrow keys. Our own, because Fluent's list puts focusable hidden elements around itself
 * that readers of the screen stumble over (axe: aria-hidden-focus).
 */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, type KeyboardEvent } from "react";
import { tabs, type Tab } from "./places";
import { useSay } from "./session-context";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexShrink: 0,
    paddingInline: "4px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    position: "relative",
    padding: "8px",
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "::after": {
      content: '""',
      position: "absolute",
      left: "8px",
      right: "8px",
      bottom: "-1px",
      borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}`,
    },
  },
});

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

interface TabsProps {
  readonly chosen: Tab;
  readonly onChoose: (tab: Tab) => void;
}

export function Tabs({ chosen, onChoose }: TabsProps) {
  const styles = useStyles();
  const say = useSay();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(chosen) + step + tabs.length) % tabs.length] ?? chosen;
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div ref={list} data-region className={styles.list} role="tablist" aria-label={say("tabs.label")} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`tab-${tab}`}
          className={mergeClasses(styles.tab, tab === chosen && styles.chosen)}
          aria-selected={tab === chosen}
          aria-controls={tab === chosen ? `panel-${tab}` : undefined}
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => onChoose(tab)}
        >
          {say(`tab.${tab}`)}
        </button>
      ))}
    </div>
  );
}
