/** The points that the documents of some policies leave open, each with its rule and the key under which a choice is kept. */
import type { Pack, Reading, Rule } from "../../policy/schema";

export interface OpenPoint {
  /** `${rule id}/${reading id}`, as the settings keep it. */
  readonly key: string;
  readonly rule: Rule;
  readonly reading: Reading;
}

export function openPoints(packs: readonly Pack[]): readonly OpenPoint[] {
  return packs.flatMap((pack) =>
    pack.rules.flatMap((rule) => (rule.readings ?? []).map((reading) => ({ key: `${rule.id}/${reading.id}`, rule, reading }))),
  );
}
