/** Puts this folder's messages, the failures of the host among them, into words. */
import { speaker } from "../values/message";
import enUS from "./messages/en-US.json";
import zhCN from "./messages/zh-CN.json";

export const sayHost = speaker({ "zh-CN": zhCN, "en-US": enUS });
