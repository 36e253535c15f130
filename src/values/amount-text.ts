/**
 * Amounts as clerks write them, the same on the screen and on paper: what ends within three decimals whole (59.995), else
 * 四舍五入 to two. No amount is rounded up to a line. Pure.
 */
import { exact, roundHalfUp, show, type Exact } from "./exact";

export const PLACES = 2;
/** A number that ends within these is written whole: 59.995. */
const WHOLE_PLACES = 3;

function rounded(amount: Exact, places: number): Exact {
  const near = roundHalfUp(amount, places);
  // 59.9996 is not 60: lines are whole numbers, and none is reached by rounding.
  return near.d === 1n && near.compare(amount) > 0 ? near.sub(exact(1).div(10 ** places)) : near;
}

/** The number that is written. */
export function writtenAmount(amount: Exact, places = PLACES): Exact {
  return roundHalfUp(amount, WHOLE_PLACES).equals(amount) ? amount : rounded(amount, places);
}

export function amountText(amount: Exact, places = PLACES): string {
  return show(writtenAmount(amount, places));
}
