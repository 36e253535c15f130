/** 自检: what works here and what is missing, in words that a clerk can read out to whoever helps. */
import { useEffect, useState } from "react";
import { useItemText } from "../formulas/use-item-text";
import { useSession } from "../shell/session-context";
import { ToneIcon } from "../shell/ToneIcon";
import type { SelfTestItem } from "../session";
import { Nothing } from "./Nothing";
import { useViewStyles } from "./use-view-styles";

export function SelfTestView() {
  const styles = useViewStyles();
  const words = useItemText();
  const items = useSelfTest();
  if (items === null) return <Nothing id="self-test.running" />;
  return (
    <ul className={styles.list}>
      {items.map(({ id, works, unproven, values }) => (
        <li key={id} className={styles.line}>
          <ToneIcon tone={works ? (unproven === true ? "neutral" : "success") : "warning"} />
          <span>{words({ id, works, values })}</span>
        </li>
      ))}
    </ul>
  );
}

function useSelfTest(): readonly SelfTestItem[] | null {
  const { ports } = useSession();
  const [items, setItems] = useState<readonly SelfTestItem[] | null>(null);
  useEffect(() => {
    let gone = false;
    void ports.selfTest().then((found) => {
      if (!gone) setItems(found);
    });
    return () => {
      gone = true;
    };
  }, [ports]);
  return items;
}
