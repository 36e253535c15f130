/** The words of the rule sheet, those of `src/policy` included: its faults are said in a sheet's own places. */
import { speaker } from "../../values/message";
import enPolicy from "../messages/en-US.json";
import zhPolicy from "../messages/zh-CN.json";
import enUS from "./messages/en-US.json";
import zhCN from "./messages/zh-CN.json";

/** Puts a problem of a rule sheet into words. */
export const saySheet = speaker({ "zh-CN": { ...zhPolicy, ...zhCN }, "en-US": { ...enPolicy, ...enUS } });
