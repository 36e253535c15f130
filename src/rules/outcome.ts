/**
 * What a rule says of a record: decided with a value, or undecidable with the reason; always with its trace.
 * Pass, fail and "cannot be judged" are three outcomes; nothing here turns one into another.
 */
import type { Rule } from "../policy/schema";
import type { Message } from "../values/message";

/** A value that was read, with the name the form gives it: 心得体会 18 分. */
export interface ReadValue {
  readonly label: string;
  readonly value: Message;
}

/** 读到的数 → 计算步骤 → 结论 → 依据, for 为什么?. */
export interface Trace {
  readonly rule: Rule;
  readonly read: readonly ReadValue[];
  /** Each step as it would be written by hand: 18+16+20+20+15=89. */
  readonly steps: readonly Message[];
  readonly conclusion: Message;
  /** Readings that the result depends on, with the option in force. */
  readonly readings: readonly AppliedReading[];
}

export interface AppliedReading {
  readonly rule: string;
  readonly id: string;
  readonly value: string;
}

export interface Decided<T> {
  readonly decided: true;
  readonly value: T;
  readonly trace: Trace;
}

export interface Undecided {
  readonly decided: false;
  /** `refused`: a value that cannot be; `open`: the rule does not say. Only the latter is 未能判断. */
  readonly because: "refused" | "open";
  readonly why: Message;
  readonly trace: Trace;
}

export type Outcome<T> = Decided<T> | Undecided;

interface TraceParts {
  readonly read?: readonly ReadValue[];
  readonly steps?: readonly Message[];
  readonly readings?: readonly (AppliedReading | null)[];
}

function traceOf(rule: Rule, conclusion: Message, parts: TraceParts): Trace {
  return {
    rule,
    read: parts.read ?? [],
    steps: parts.steps ?? [],
    conclusion,
    readings: (parts.readings ?? []).filter((reading) => reading !== null),
  };
}

export function decided<T>(rule: Rule, value: T, conclusion: Message, parts: TraceParts = {}): Decided<T> {
  return { decided: true, value, trace: traceOf(rule, conclusion, parts) };
}

/** The value itself cannot be: above the item's points, not a whole number of half days. */
export function refused(rule: Rule, why: Message, parts: TraceParts = {}): Undecided {
  return { decided: false, because: "refused", why, trace: traceOf(rule, why, parts) };
}

/** The rule leaves it open: no line is set, a parameter has no value, nothing says on which day. */
export function undecidable(rule: Rule, why: Message, parts: TraceParts = {}): Undecided {
  return { decided: false, because: "open", why, trace: traceOf(rule, why, parts) };
}

/** A step that is only figures and signs. */
export function figures(text: string): Message {
  return { id: "step.figures", values: { text } };
}
