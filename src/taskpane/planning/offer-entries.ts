/** The offers as the clerk types them, and as the program takes them. Pure. */
import type { Offer } from "../../check/cheapest";
import type { Need } from "../../check/what-if";
import { toNumber } from "../../values/exact";
import { amountIn } from "./plan-text";
import type { SayPlan } from "./say";
import { usualTraining, type TrainingEntry } from "./TrainingFields";

export interface OfferEntry extends TrainingEntry {
  /** Never used twice, so that a row keeps its place on the screen. */
  readonly key: number;
  readonly name: string;
  readonly costPerPerson: string;
  readonly costPerSession: string;
  readonly seats: string;
}

export function newOffer(needs: readonly Need[], key: number, say: SayPlan): OfferEntry {
  return { ...usualTraining(needs), key, name: say("best.name-usual", { n: key }), costPerPerson: "", costPerSession: "", seats: "" };
}

/** The offer, or null where a number is none. */
export function offerOf({ name, amount, unit, category, ...typed }: OfferEntry): Offer | null {
  const [much, person, session] = [
    amountIn(amount, "above-zero"),
    amountIn(typed.costPerPerson, "from-zero"),
    amountIn(typed.costPerSession, "from-zero"),
  ];
  const seats = typed.seats.trim() === "" ? null : amountIn(typed.seats, "above-zero");
  const fewSeats = typed.seats.trim() !== "" && (seats === null || seats.d !== 1n);
  if (much === null || person === null || session === null || fewSeats) return null;
  return {
    name,
    training: { amount: much, unit, category },
    costPerPerson: toNumber(person),
    costPerSession: toNumber(session),
    seats: seats === null ? null : toNumber(seats),
  };
}
