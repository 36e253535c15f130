/** The words of 公式. Only this lives here. */
import { speaker, type Locale } from "../../values/message";
import { ownWords } from "../shell/own-words";
import enUS from "./messages/en-US.json";
import zhCN from "./messages/zh-CN.json";

export type FormulaTextId = keyof typeof zhCN;
type Values = Readonly<Record<string, string | number>>;

const speak = speaker({ "zh-CN": zhCN, "en-US": enUS });

/** The same outside of a component. */
export function sayFormula(id: FormulaTextId, values: Values, locale: Locale): string {
  return speak({ id, values }, locale);
}

export function isFormulaText(id: string): id is FormulaTextId {
  return Object.hasOwn(zhCN, id);
}

export const useFormulaText = ownWords(zhCN, enUS);
