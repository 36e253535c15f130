/** The lines of 自检: what is tried of the formulas is said in the words of 公式, which are not loaded at first sight. */
import type { SelfTestItem } from "../session";
import { useSay } from "../shell/session-context";
import { isTextId } from "../texts";
import { isFormulaText, useFormulaText } from "./say";

export function useItemText(): (item: SelfTestItem) => string {
  const say = useSay();
  const sayFormula = useFormulaText();
  return ({ id, works, values }) => {
    const text = `self-test.${id}.${works ? "works" : "fails"}`;
    if (isTextId(text)) return say(text, values);
    return isFormulaText(text) ? sayFormula(text, values) : "";
  };
}
