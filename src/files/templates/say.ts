/** The words of templates: what is said on 填表说明 and where an entry does not fit. Only this lives here. */
import { speaker } from "../../values/message";
import enUS from "./messages/en-US.json";
import zhCN from "./messages/zh-CN.json";

export const sayTemplate = speaker({ "zh-CN": zhCN, "en-US": enUS });
