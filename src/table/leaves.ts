/** Words that only say what is entered below a group's name: 得分, 学时, 是否达标. Each sort is a list of `synonyms.json`. */
import synonyms from "./synonyms.json";
import { bare } from "./wording";

export const leaves = synonyms.leaves;
export type LeafSort = keyof typeof leaves;

const leafSets = new Map(Object.entries(leaves).map(([sort, list]) => [sort, new Set(list.map(bare))]));

/** Whether a compared name (see `bare`) is such a word of the given sort. */
export function isLeaf(name: string, sort: LeafSort): boolean {
  return leafSets.get(sort)?.has(name) === true;
}

/** 得分, 核定, 自评: points, whoever gave them. */
export function isScoreLeaf(name: string): boolean {
  return isLeaf(name, "score") || isLeaf(name, "assessed") || isLeaf(name, "self");
}

export function isAnyLeaf(name: string): boolean {
  return [...leafSets.values()].some((set) => set.has(name));
}
