/** The command line's own texts. */
import { speaker } from "../values/message";
import enUS from "./messages/en-US.json";
import zhCN from "./messages/zh-CN.json";

const speak = speaker({ "zh-CN": zhCN, "en-US": enUS });

export type TextId = keyof typeof zhCN;

export function say(id: TextId, values?: Readonly<Record<string, string | number>>): string {
  return speak({ id, ...(values && { values }) });
}
