/** 规则: the policy's clauses, and in the same place the points that they leave open (口径), to be chosen together. */
import { useState } from "react";
import { RulesView } from "../rules/RulesView";
import { PressButton } from "../shell/PressButton";
import { usePane, useSay } from "../shell/session-context";
import { openPoints } from "./open-points";
import { ReadingsView } from "./ReadingsView";
import { useViewStyles } from "./use-view-styles";

export function RulesPlace({ onDone }: { readonly onDone: () => void }) {
  const styles = useViewStyles();
  const say = useSay();
  const packs = usePane((state) => state.checked?.packs ?? state.policies);
  const inPlace = usePane((state) => state.place !== "none");
  const [shown, setShown] = useState<"rules" | "readings">("rules");
  return (
    <>
      {inPlace && (
        <div className={styles.row} role="group" aria-label={say("overlay.rules")}>
          <PressButton pressed={shown === "rules"} onPress={() => setShown("rules")}>
            {say("rules.all")}
          </PressButton>
          <PressButton pressed={shown === "readings"} onPress={() => setShown("readings")}>
            {say("rules.readings", { count: openPoints(packs).length })}
          </PressButton>
        </div>
      )}
      {shown === "rules" ? <RulesView /> : <ReadingsView onDone={onDone} />}
    </>
  );
}
