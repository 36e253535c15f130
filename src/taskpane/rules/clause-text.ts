/** A clause in words: the sentence in quotation marks and where it stands. */
import type { Clause } from "../../policy/schema";
import type { SayRules } from "./say";

export function clauseText({ document, at, quote }: Clause, say: SayRules): string {
  return document === undefined ? say("rule.quote", { at, quote }) : say("rule.quote-in", { document, at, quote });
}
