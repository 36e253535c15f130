/** Why a function gives an error instead of a value, and how Excel is told. */
import type { Message } from "../values/message";
import { speaker } from "../values/message";
import { sayTrace } from "../rules/say";
import enUS from "./messages/en-US.json";
import zhCN from "./messages/zh-CN.json";

const say = speaker({ "zh-CN": zhCN, "en-US": enUS });

/** `value`: an argument is wrong (#VALUE!); `open`: the rule cannot be decided (#N/A). */
export class Problem extends Error {
  constructor(
    readonly sort: "value" | "open",
    readonly text: string,
  ) {
    super(text);
  }
}

/** A text of this folder. */
export function words(id: string, values?: Message["values"]): string {
  return say(values ? { id, values } : { id });
}

export function wrongValue(id: string, values?: Message["values"]): Problem {
  return new Problem("value", words(id, values));
}

export function notDecidable(id: string, values?: Message["values"]): Problem {
  return new Problem("open", words(id, values));
}

/** What a rule says of why it gave nothing. */
export function ruleSays(sort: Problem["sort"], why: Message): Problem {
  return new Problem(sort, sayTrace(why));
}

/** The error as Excel shows it: its code in the cell, the text on the cell's warning sign. Outside Excel it stays a Problem. */
export function excelError(problem: Problem): Error {
  if (typeof CustomFunctions === "undefined") return problem;
  const { invalidValue, notAvailable } = CustomFunctions.ErrorCode;
  const error = new CustomFunctions.Error(problem.sort === "value" ? invalidValue : notAvailable, problem.text);
  return Object.assign(error, { name: problem.name, message: problem.text });
}
