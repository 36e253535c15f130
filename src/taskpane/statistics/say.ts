/** The words of 统计. Only this lives here. */
import { ownWords, type SayOwn } from "../shell/own-words";
import enUS from "./messages/en-US.json";
import zhCN from "./messages/zh-CN.json";

export type StatisticsText = keyof typeof zhCN;
export type SayStatistics = SayOwn<typeof zhCN>;

export const useStatisticsText = ownWords(zhCN, enUS);
