/** Which values a rule is tried with, told by a text for each kind of rule. */
import type { Rule } from "../../policy/schema";
import zhCN from "./messages/zh-CN.json";
import type { RulesText } from "./say";

function isText(id: string): id is RulesText {
  return Object.hasOwn(zhCN, id);
}

export function tryHint(rule: Rule): RulesText {
  const id = `try.hint.${rule.kind}`;
  return isText(id) ? id : "try.values";
}
