/** The words of 还差多少. Only this lives here. */
import { ownWords, type SayOwn } from "../shell/own-words";
import enUS from "./messages/en-US.json";
import zhCN from "./messages/zh-CN.json";

export type SayPlan = SayOwn<typeof zhCN>;

export const usePlanText = ownWords(zhCN, enUS);
