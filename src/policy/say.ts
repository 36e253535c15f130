/** The words of this folder: what is wrong with a pack, and the names of a pack's fields. */
import { speaker } from "../values/message";
import enUS from "./messages/en-US.json";
import zhCN from "./messages/zh-CN.json";

/** Puts a message of this folder into words. */
export const sayPolicy = speaker({ "zh-CN": zhCN, "en-US": enUS });
