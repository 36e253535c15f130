/** The words of 公式. Only this lives here. */
import { useCallback } from "react";
import { speaker, type Locale } from "../../values/message";
import { useSession } from "../shell/session-context";
import enUS from "./messages/en-US.json";
import zhCN from "./messages/zh-CN.json";

export type FormulaTextId = keyof typeof zhCN;
type Values = Readonly<Record<string, string | number>>;
export type SayFormula = (id: FormulaTextId, values?: Values) => string;

const speak = speaker({ "zh-CN": zhCN, "en-US": enUS });

/** The same outside of a component. */
export function sayFormula(id: FormulaTextId, values: Values, locale: Locale): string {
  return speak({ id, values }, locale);
}

export function isFormulaText(id: string): id is FormulaTextId {
  return Object.hasOwn(zhCN, id);
}

export function useFormulaText(): SayFormula {
  const { locale } = useSession().ports;
  return useCallback((id, values = {}) => speak({ id, values }, locale), [locale]);
}
