/** Labels of recipes in words: a policy's own, or the pane's. Only this lives here. */
import { useCallback } from "react";
import type { Label } from "./recipe";
import { useFormulaText } from "./say";

export function useLabelText(): (label: Label) => string {
  const say = useFormulaText();
  return useCallback((label) => ("text" in label ? label.text : say(label.id, label.values)), [say]);
}
