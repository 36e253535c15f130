/** 可选值 (kind choice): what a column may hold; an open list (等) only tells. */
import type { RuleOf } from "../policy/schema";
import { textOf } from "./amount";
import type { Judging } from "./judging";
import { defineKind } from "./kind";
import { decided, refused, undecidable, type Outcome } from "./outcome";

type Choice = RuleOf<"choice">;
type ChoiceValue = Choice["values"][number];

export type Listed = "listed" | "unlisted";

/** A short form of a long name (信技融合 for 提升领导及教师信技融合应用能力) has at least so many characters. */
const shortest = 4;

function isNamed(value: ChoiceValue, written: string): boolean {
  const isShort = written.length >= shortest;
  return [value.value, ...(value.aliases ?? [])].some((name) => written.includes(name) || (isShort && name.includes(written)));
}

/** The values that may stand here, given the other column's value where the list depends on it. */
export function allowedValues(rule: Choice, by: string | null): ChoiceValue[] | null {
  if (rule.by === undefined) return rule.values;
  if (by === null || by === "") return null;
  return rule.values.filter((value) => (value.when ?? []).some((name) => by.includes(name)));
}

/** Whether a value stands in the list. Several values in one cell: each must. */
export function judgeChoice(_judging: Judging, rule: Choice, written: string, by: string | null = null): Outcome<Listed> {
  const read = [{ label: rule.name, value: { id: "word", values: { word: written } } }];
  const allowed = allowedValues(rule, by);
  if (allowed === null || (rule.by !== undefined && allowed.length === 0)) {
    return undecidable(rule, { id: "choice.depends", values: { name: rule.name } }, { read });
  }
  const parts = written
    .split(/[、,，;；/]/u)
    .map((part) => part.replace(/\s+/gu, ""))
    .filter((part) => part !== "");
  const listed = parts.every((part) => allowed.some((value) => isNamed(value, part)));
  const list = allowed.map((value) => value.value).join("、");
  const steps = [{ id: "choice.list", values: { list } }];
  return decided(rule, listed ? "listed" : "unlisted", { id: listed ? "choice.listed" : "choice.unlisted" }, { read, steps });
}

export const choice = defineKind("choice", {
  column: "text",
  fields: (rule) => [{ key: "list", value: rule.values.map((value) => value.value).join("、") }],
  explain: (rule, [value, by], judging) => {
    const written = textOf(value);
    if (written === "") return refused(rule, { id: "value.unreadable" });
    return judgeChoice(judging, rule, written, by === undefined ? null : textOf(by));
  },
});
