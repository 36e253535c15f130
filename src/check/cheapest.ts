/**
 * The cheapest set of offered trainings with which everybody completes the year, as a small integer program: how many
 * sessions of each offer, and how many persons attend which of the smallest sufficient sets. Persons for whom the same
 * sets suffice are counted together, so that the program stays small however many they are. Says whether the answer is
 * proven to be the least, or how far from it it may be.
 */
import type { RuleOf } from "../policy/schema";
import { readingOf } from "../rules/judging";
import { exact, sum, type Exact } from "../values/exact";
import { atOnce } from "./context";
import { searchLeast, tolerance, type Candidate as Found, type LinearProgram, type Row, type SearchStep } from "./least-search";
import { worthOf, type Need, type Training, type Worth } from "./what-if";

/** More offers than these are not put together: the sets to look at double with each. */
export const MOST_OFFERS = 10;
const MOST_VARIABLES = 1_500;

export interface Offer {
  readonly name: string;
  readonly training: Training;
  readonly costPerPerson: number;
  readonly costPerSession: number;
  /** Null: as many as wish. */
  readonly seats: number | null;
}

export interface OfferTaken {
  readonly offer: Offer;
  readonly sessions: number;
  readonly attending: readonly Need[];
}

/** Who takes what, and what it comes to. */
type Candidate = Found<readonly OfferTaken[]>;

export type Cheapest =
  | { readonly kind: "complete" | "too-many-offers" | "too-large" | "not-found" }
  /** Even all offers together do not complete these persons. */
  | { readonly kind: "impossible"; readonly persons: readonly Need[] }
  | {
      readonly kind: "found";
      /** What was made least: money, or where nothing costs anything the number of attendances and sessions. */
      readonly by: "cost" | "attendances";
      readonly value: Exact;
      /** Null: proven to be the least. Else nothing below this is possible. */
      readonly noLessThan: number | null;
      readonly taken: readonly OfferTaken[];
    };

/** Whole numbers of one small part of an hour: what is missing by block, then in all. */
type Vector = readonly number[];

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommonDivisor(b, a % b));

function commonDenominator(denominators: Iterable<bigint>): bigint {
  let all = 1n;
  for (const d of denominators) all = (all * d) / greatestCommonDivisor(all, d);
  return all;
}

interface Lack {
  readonly need: Need;
  /** Of each block; empty where a surplus of one block fills another. */
  readonly blocks: readonly { readonly rule: RuleOf<"hours">; readonly gap: Exact }[];
  readonly total: Exact;
  readonly worths: readonly (Worth | null)[];
}

function lackOf(need: Need, offers: readonly Offer[]): Lack {
  const { main, sheet, blocks } = need;
  const fills = readingOf(sheet.judging, main, "surplus")?.value === "fills";
  return {
    need,
    blocks: fills ? [] : blocks,
    total: exact(main.hours ?? 0).sub(sum(blocks.map(({ amount }) => amount))),
    worths: offers.map(({ training }) => worthOf(need, training)),
  };
}

function vectorsOf(lack: Lack, parts: bigint): { readonly due: Vector; readonly offers: readonly Vector[] } {
  const whole = (amount: Exact): number => Number((amount.s * amount.n * parts) / amount.d);
  return {
    due: [...lack.blocks.map(({ gap }) => whole(gap)), whole(lack.total)],
    offers: lack.worths.map((worth) => {
      const own = (rule: RuleOf<"hours">): number => (worth?.block === rule ? whole(worth.hours) : 0);
      return [...lack.blocks.map(({ rule }) => own(rule)), worth === null ? 0 : whole(worth.hours)];
    }),
  };
}

/** All sets of offers, as bits, the smaller ones first. */
function setsOf(count: number): number[] {
  const bits = (set: number): number => set.toString(2).replaceAll("0", "").length;
  return Array.from({ length: 2 ** count }, (_, set) => set).sort((a, b) => bits(a) - bits(b));
}

const holds = (set: number, offer: number): boolean => (set & (1 << offer)) !== 0;

/** The sets that suffice and of which no part does. */
function smallestSets(due: Vector, offers: readonly Vector[], sets: readonly number[]): number[] {
  const found: number[] = [];
  for (const set of sets) {
    if (found.some((smaller) => (smaller & set) === smaller)) continue;
    const suffices = due.every((amount, part) => amount <= offers.reduce((all, of, at) => all + (holds(set, at) ? (of[part] ?? 0) : 0), 0));
    if (suffices) found.push(set);
  }
  return found;
}

/** Persons for whom the same sets suffice. */
interface Family {
  readonly sets: readonly number[];
  readonly members: Need[];
}

/** What every offer is worth to a person, and distinct lacks weighed against all sets: so many persons before others may run. */
const familiesBatch = 16;

/** All lacks, and the part of an hour of which everything in them is a whole number. */
function* lacksOf(
  needs: readonly Need[],
  offers: readonly Offer[],
): Generator<CheapestStep, { readonly lacks: readonly Lack[]; readonly parts: bigint }> {
  const lacks: Lack[] = [];
  const denominators = new Set<bigint>();
  for (const need of needs) {
    const lack = lackOf(need, offers);
    const amounts = [lack.total, ...lack.blocks.map(({ gap }) => gap), ...lack.worths.flatMap((worth) => worth?.hours ?? [])];
    for (const { d } of amounts) denominators.add(d);
    lacks.push(lack);
    if (lacks.length % familiesBatch === 0) yield { doing: "reckoning", done: lacks.length, total: needs.length };
  }
  return { lacks, parts: commonDenominator(denominators) };
}

function* familiesOf(lacks: readonly Lack[], parts: bigint, count: number): Generator<CheapestStep, Family[]> {
  const sets = setsOf(count);
  const bySets = new Map<string, Family>();
  const known = new Map<string, readonly number[]>();
  for (const [index, lack] of lacks.entries()) {
    const { due, offers } = vectorsOf(lack, parts);
    const same = JSON.stringify([due, offers]);
    const enough = known.get(same) ?? smallestSets(due, offers, sets);
    known.set(same, enough);
    const family = bySets.get(enough.join()) ?? { sets: enough, members: [] };
    family.members.push(lack.need);
    bySets.set(enough.join(), family);
    if (index % familiesBatch === familiesBatch - 1) yield { doing: "grouping", done: index + 1, total: lacks.length };
  }
  return [...bySets.values()];
}

interface Prices {
  readonly by: "cost" | "attendances";
  readonly person: readonly number[];
  readonly session: readonly number[];
}

function pricesOf(offers: readonly Offer[]): Prices {
  const free = offers.every(({ costPerPerson, costPerSession }) => costPerPerson === 0 && costPerSession === 0);
  return {
    by: free ? "attendances" : "cost",
    person: offers.map(({ costPerPerson }) => (free ? 1 : costPerPerson)),
    session: offers.map(({ costPerSession }) => (free ? 1 : costPerSession)),
  };
}

const sessionsOf = (offer: number): string => `s${offer}`;
const attendOf = (family: number, set: number): string => `n${family}/${set}`;
const isOpenToAll = (offer: Offer | undefined): boolean => offer === undefined || offer.seats === null;
/** Where seats are bounded all families share them; else the offer is held once, whoever comes. */
const roomOf = (offer: number, family: number, offers: readonly Offer[]): string =>
  isOpenToAll(offers[offer]) ? `r${offer}/${family}` : `r${offer}`;

function modelOf(families: readonly Family[], offers: readonly Offer[], prices: Prices): LinearProgram {
  const constraints = new Map<string, { equal?: number; max?: number }>();
  const variables: (readonly [string, readonly Row[]])[] = [];
  families.forEach(({ sets, members }, family) => {
    constraints.set(`f${family}`, { equal: members.length });
    for (const set of sets) {
      const attended = offers.flatMap((_, offer) => (holds(set, offer) ? [offer] : []));
      const cost = attended.reduce((all, offer) => all + (prices.person[offer] ?? 0), 0);
      const rooms = attended.map((offer): Row => [roomOf(offer, family, offers), 1]);
      for (const [room] of rooms) constraints.set(room, { max: 0 });
      variables.push([attendOf(family, set), [["value", cost], [`f${family}`, 1], ...rooms]]);
    }
  });
  offers.forEach(({ seats }, offer) => {
    const rooms =
      seats === null
        ? families.map(({ members }, family): Row => [roomOf(offer, family, offers), -members.length])
        : [[roomOf(offer, 0, offers), -seats] as const];
    const used = rooms.filter(([room]) => constraints.has(room));
    variables.push([sessionsOf(offer), [["value", prices.session[offer] ?? 0], ...used]]);
  });
  return { direction: "minimize", objective: "value", constraints, variables };
}

/** Who attends what: the members of a family, in the order of the workbook, take its sets one after the other. */
function takenOf(families: readonly Family[], offers: readonly Offer[], counts: ReadonlyMap<string, number>): OfferTaken[] {
  const attending = offers.map((): Need[] => []);
  families.forEach(({ sets, members }, family) => {
    let next = 0;
    for (const set of sets) {
      const many = Math.round(counts.get(attendOf(family, set)) ?? 0);
      const some = members.slice(next, next + many);
      next += many;
      offers.forEach((_, offer) => attending[offer]?.push(...(holds(set, offer) ? some : [])));
    }
  });
  return offers.flatMap((offer, at): OfferTaken[] => {
    const own = attending[at] ?? [];
    if (own.length === 0) return [];
    return [{ offer, sessions: offer.seats === null ? 1 : Math.ceil(own.length / offer.seats), attending: own }];
  });
}

function valueOf(taken: readonly OfferTaken[], by: Prices["by"]): Exact {
  return sum(
    taken.map(({ offer, sessions, attending }) => {
      const [person, session] = by === "cost" ? [offer.costPerPerson, offer.costPerSession] : [1, 1];
      return exact(person).mul(attending.length).add(exact(session).mul(sessions));
    }),
  );
}

/** How many whole persons of each family take each set, the program's fractions rounded so that nobody is left out. */
function wholeCounts(families: readonly Family[], counts: ReadonlyMap<string, number>): Map<string, number> {
  const whole = new Map<string, number>();
  families.forEach(({ sets, members }, family) => {
    const shares = sets.map((set) => ({ key: attendOf(family, set), count: counts.get(attendOf(family, set)) ?? 0 }));
    const floors = shares.map(({ key, count }) => ({
      key,
      floor: Math.floor(count + tolerance),
      rest: count - Math.floor(count + tolerance),
    }));
    let left = members.length - floors.reduce((all, { floor }) => all + floor, 0);
    for (const { key, floor } of [...floors].sort((one, other) => other.rest - one.rest)) {
      const more = left > 0 ? 1 : 0;
      whole.set(key, floor + more);
      left -= more;
    }
  });
  return whole;
}

/** One step: what is worth what to a person reckoned, persons grouped, or combinations compared, of so many at most. */
export type CheapestStep = { readonly doing: "reckoning" | "grouping"; readonly done: number; readonly total: number } | SearchStep;

/** `within`: milliseconds; `programs`: how many are solved at most. What is cut short gives the best found and the bound. */
export interface SearchLimits {
  readonly within: number;
  readonly programs: number;
}

const usualLimits: SearchLimits = { within: 3_000, programs: 2_000 };

/**
 * The same in steps, for a pane that must stay responsive: each step groups a few persons or solves one linear program.
 * A search cut short gives the best set found, with the bound below which nothing can be.
 */
export function* cheapestSteps(
  needs: readonly Need[],
  offers: readonly Offer[],
  limits: SearchLimits = usualLimits,
): Generator<CheapestStep, Cheapest> {
  const lacking = needs.filter((need) => !need.lacking.equals(0));
  if (lacking.length === 0) return { kind: "complete" };
  if (offers.length > MOST_OFFERS) return { kind: "too-many-offers" };
  const { lacks, parts } = yield* lacksOf(lacking, offers);
  const families = yield* familiesOf(lacks, parts, offers.length);
  const beyond = families.filter(({ sets }) => sets.length === 0).flatMap(({ members }) => members);
  if (beyond.length > 0) return { kind: "impossible", persons: beyond };
  const prices = pricesOf(offers);
  const model = modelOf(families, offers, prices);
  if (model.variables.length > MOST_VARIABLES) return { kind: "too-large" };
  const candidateOf = (counts: ReadonlyMap<string, number>): Candidate => {
    const taken = takenOf(families, offers, wholeCounts(families, counts));
    return { taken, value: valueOf(taken, prices.by) };
  };
  const found = yield* searchLeast(model, candidateOf, limits);
  if (found === null) return { kind: "not-found" };
  const noLessThan = found.bound === null ? null : Math.max(0, Math.floor(found.bound * 100) / 100);
  return { kind: "found", by: prices.by, value: found.best.value, noLessThan, taken: found.best.taken };
}

/** All at once. */
export function cheapestOffers(needs: readonly Need[], offers: readonly Offer[], limits: SearchLimits = usualLimits): Cheapest {
  return atOnce(cheapestSteps(needs, offers, limits));
}
