/**
 * The packs that come with the add-in, and how one is found by what a formula or a clerk calls it.
 * A new document is a new file in `packs/` and a line here.
 */
import { extendPack, type Extended } from "./extend";
import { plainName } from "./naming";
import lanxi2024Autumn from "./packs/lanxi-2024-autumn.json";
import plan1 from "./packs/plan1.json";
import plan2 from "./packs/plan2.json";
import plan3 from "./packs/plan3.json";
import plan4 from "./packs/plan4.json";
import plan5 from "./packs/plan5.json";
import plan6 from "./packs/plan6.json";
import plan7 from "./packs/plan7.json";
import plan9 from "./packs/plan9.json";
import plan10 from "./packs/plan10.json";
import xiangxiGrowthPlan from "./packs/xiangxi-growth-plan.json";
import yueyangSchoolBased from "./packs/yueyang-school-based.json";
import zhaoqingAnnual from "./packs/zhaoqing-annual.json";
import { packSchema, type Pack } from "./schema";

const files: readonly unknown[] = [
  lanxi2024Autumn,
  zhaoqingAnnual,
  yueyangSchoolBased,
  xiangxiGrowthPlan,
  plan1,
  plan2,
  plan3,
  plan4,
  plan5,
  plan6,
  plan7,
  plan9,
  plan10,
];

/** The files are ours and tested; a fault in one is a fault of the build and stops it. */
function ready(extended: Extended): Pack {
  if ("ok" in extended) return extended.ok;
  throw new Error(extended.problem.id);
}

function readPacks(): readonly Pack[] {
  const read = files.map((file) => packSchema.parse(file));
  return read.map((pack) => ready(extendPack(pack, (id) => read.find((other) => other.id === id) ?? null)));
}

/** All built-in packs, what they extend included, in the order in which a clerk is offered them. */
export const packs: readonly Pack[] = readPacks();

const byId: ReadonlyMap<string, Pack> = new Map(packs.map((pack) => [pack.id, pack]));

const byName: ReadonlyMap<string, Pack> = new Map(
  // Set last wins: ids go before names, names before aliases.
  [
    ...packs.flatMap((pack) => (pack.aliases ?? []).map((alias) => [plainName(alias), pack] as const)),
    ...packs.map((pack) => [plainName(pack.title), pack] as const),
    ...packs.map((pack) => [plainName(pack.name), pack] as const),
    ...packs.map((pack) => [plainName(pack.id), pack] as const),
  ],
);

export function packById(id: string): Pack | null {
  return byId.get(id) ?? null;
}

/** The built-in pack with this id, short name, title or alias. */
export function findPack(nameOrId: string): Pack | null {
  return byName.get(plainName(nameOrId)) ?? null;
}
