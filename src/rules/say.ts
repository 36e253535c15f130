/** The words of this folder's traces. */
import { speaker } from "../values/message";
import enUS from "./messages/en-US.json";
import zhCN from "./messages/zh-CN.json";

/** Puts a message of a trace into words. */
export const sayTrace = speaker({ "zh-CN": zhCN, "en-US": enUS });
