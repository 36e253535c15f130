/** The words of 模板 and 学时证明. Only this lives here. */
import { ownWords, type SayOwn } from "../shell/own-words";
import enUS from "./messages/en-US.json";
import zhCN from "./messages/zh-CN.json";

export type SayTemplates = SayOwn<typeof zhCN>;

export const useTemplatesText = ownWords(zhCN, enUS);
