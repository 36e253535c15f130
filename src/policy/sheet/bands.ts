/**
 * Bands of ages (40周岁以内, 40周岁以上) must not overlap, and where no general amount stands behind them nobody may fall
 * between them. Ages are full years, so that 40岁以下 and 41岁以上 lie side by side.
 */
import { fault, type Fault } from "../problem";
import type { Pack, RuleOf, Who } from "../schema";

interface Band {
  readonly index: number;
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

function bandOf({ name, who }: { readonly name: string; readonly who: Who }, index: number): Band {
  const from = Math.max(
    who.minAge === undefined ? 0 : Math.ceil(who.minAge),
    who.aboveAge === undefined ? 0 : Math.floor(who.aboveAge) + 1,
  );
  const to = Math.min(
    who.maxAge === undefined ? Infinity : Math.floor(who.maxAge),
    who.belowAge === undefined ? Infinity : Math.ceil(who.belowAge) - 1,
  );
  return { index, name, from, to };
}

/** Bands are compared where all but their ages is the same. */
function otherConditions({ sex, roles, subjects, notRoles }: Who): string {
  return JSON.stringify([sex, roles, subjects, notRoles]);
}

function neighbourFaults(rule: RuleOf<"evidence">, bands: readonly Band[], place: (band: Band) => Fault["path"]): Fault[] {
  const inOrder = [...bands].sort((a, b) => a.from - b.from || a.to - b.to);
  return inOrder.flatMap((band, position) => {
    if (band.from > band.to) return [fault(place(band), "problem.range", { least: band.from, most: band.to })];
    const before = inOrder[position - 1];
    if (before === undefined) return [];
    const values = { first: before.name, second: band.name };
    if (band.from <= before.to) return [fault(place(band), "sheet.bands-overlap", values)];
    const isGap = rule.min === null && band.from > before.to + 1;
    return isGap ? [fault(place(band), "sheet.bands-gap", { ...values, from: before.to + 1, to: band.from - 1 })] : [];
  });
}

function ruleFaults(rule: RuleOf<"evidence">, index: number): Fault[] {
  const groups = new Map<string, Band[]>();
  for (const [at, band] of (rule.bands ?? []).entries()) {
    const conditions = otherConditions(band.who);
    groups.set(conditions, [...(groups.get(conditions) ?? []), bandOf(band, at)]);
  }
  return [...groups.values()].flatMap((bands) => neighbourFaults(rule, bands, (band) => ["rules", index, "bands", band.index, "who"]));
}

/** Overlaps and gaps between the bands of a pack's rules. */
export function bandFaults(pack: Pack): Fault[] {
  return pack.rules.flatMap((rule, index) => (rule.kind === "evidence" ? ruleFaults(rule, index) : []));
}
