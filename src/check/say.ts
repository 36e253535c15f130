/** The words of the findings. */
import { speaker } from "../values/message";
import enUS from "./messages/en-US.json";
import zhCN from "./messages/zh-CN.json";

export const sayFinding = speaker({ "zh-CN": zhCN, "en-US": enUS });
