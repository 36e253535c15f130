/**
 * What can be wrong with a file as a whole, said to the clerk. Only this error leaves the folder: whatever the reading
 * libraries throw is turned into one of these.
 */
import enUS from "./messages/en-US.json";
import zhCN from "./messages/zh-CN.json";
import { speaker, type Message } from "../values/message";

export type FileProblemId = keyof typeof zhCN;

export class FileProblem extends Error {
  readonly says: Message;

  constructor(
    readonly id: FileProblemId,
    readonly values: Readonly<Record<string, string | number>>,
    cause?: unknown,
  ) {
    super(id, { cause });
    this.name = "FileProblem";
    this.says = { id, values };
  }
}

/** Puts a file problem into words. */
export const sayFileProblem = speaker({ "zh-CN": zhCN, "en-US": enUS });
