/** The reader's decisions in words: why a column or a sheet was understood as it was. */
import { speaker } from "../values/message";
import enUS from "./messages/en-US.json";
import zhCN from "./messages/zh-CN.json";

export const explain = speaker({ "zh-CN": zhCN, "en-US": enUS });
