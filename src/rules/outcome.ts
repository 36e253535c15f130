/**
 * What a rule says of a record: decided with a value, or undecidable with the reason; always with its trace.
 * Pass, fail and "cannot be judged" are three outcomes; nothing here turns one into another.
 */
import type { Message } from "../values/message";
import type { Rule } from "../policy/schema";

/** 读到的数 → 计算步骤 → 结论 → 依据, for 为什么?. */
export interface Trace {
  readonly rule: Rule;
  /** The values read: 心得体会 18 分. */
  readonly read: readonly { readonly label: string; readonly value: string }[];
  /** Each step as it would be written by hand: 18+16+20+20+15=89. */
  readonly steps: readonly Message[];
  readonly conclusion: Message;
  /** Readings that the result depends on, with the option in force. */
  readonly readings: readonly { readonly id: string; readonly value: string }[];
}

export type Outcome<T> =
  | { readonly decided: true; readonly value: T; readonly trace: Trace }
  | { readonly decided: false; readonly why: Message; readonly trace: Trace };
