/** The words of 规则. Only this lives here. */
import { ownWords, type SayOwn } from "../shell/own-words";
import enUS from "./messages/en-US.json";
import zhCN from "./messages/zh-CN.json";

export type RulesText = keyof typeof zhCN;
export type SayRules = SayOwn<typeof zhCN>;

export const useRulesText = ownWords(zhCN, enUS);
