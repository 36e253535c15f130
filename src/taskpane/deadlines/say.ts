/** The words of 期限. Only this lives here. */
import { ownWords, type SayOwn } from "../shell/own-words";
import enUS from "./messages/en-US.json";
import zhCN from "./messages/zh-CN.json";

export type SayDue = SayOwn<typeof zhCN>;

export const useDueText = ownWords(zhCN, enUS);
