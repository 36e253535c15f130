/** 公式: making a formula without knowing its syntax, the selected cell's formula in words, and the policy's own examples. */
import { makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { PressButton } from "../shell/PressButton";
import { usePane, useSession } from "../shell/session-context";
import { Nothing } from "../views/Nothing";
import { useViewStyles } from "../views/use-view-styles";
import { Examples } from "./Examples";
import { ExplainSection } from "./explain/ExplainSection";
import { MakeSection } from "./MakeSection";
import { useFormulaText } from "./say";

const useStyles = makeStyles({ parts: { display: "flex", gap: "4px", flexWrap: "wrap" } });

const parts = ["make", "explain", "examples"] as const;
type Part = (typeof parts)[number];

export function FormulasView() {
  const styles = useViewStyles();
  const own = useStyles();
  const say = useFormulaText();
  const { host } = useSession();
  const policies = usePane((state) => state.policies);
  const [chosen, choose] = useState<Part>("make");
  const shown = parts.filter((part) => part !== "explain" || host?.formulas !== undefined);
  if (policies.length === 0) return <Nothing id="formulas.loading" />;
  return (
    <div className={styles.view}>
      <div role="group" aria-label={say("parts")} className={own.parts}>
        {shown.map((part) => (
          <PressButton key={part} pressed={part === chosen} onPress={() => choose(part)}>
            {say(`part-of.${part}`)}
          </PressButton>
        ))}
      </div>
      {chosen === "make" && <MakeSection />}
      {chosen === "explain" && <ExplainSection />}
      {chosen === "examples" && <Examples />}
    </div>
  );
}
