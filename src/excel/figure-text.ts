/**
 * Figures as clerks write them, the same on the screen and on paper: means 四舍五入 to two decimals, shares cut to one, pass
 * lines by what they judge. No number is rounded up to a line. Pure.
 */
import { amountText, PLACES, writtenAmount } from "../values/amount-text";
import { exact, toNumber } from "../values/exact";
import words from "./figure-words.json";

const MOST_PLACES = 6;

export function figureText(value: number | null): string {
  return value === null ? "—" : amountText(exact(value));
}

/** A figure for a cell of a sheet: the number that figureText writes. */
export function figureNumber(value: number): number {
  return toNumber(writtenAmount(exact(value)));
}

/** Figures that are ranked: with as many decimals as show that different ones differ. */
export function rankedTexts(values: readonly number[]): string[] {
  const all = values.map((value) => exact(value));
  const different = new Set(values).size;
  for (let places = PLACES; places < MOST_PLACES; places += 1) {
    const texts = all.map((amount) => amountText(amount, places));
    if (new Set(texts).size === different) return texts;
  }
  return all.map((amount) => amountText(amount, MOST_PLACES));
}

/** In per cent, cut to one decimal: 99.96 % is not everybody. */
export function rateOf(passed: number, all: number): number {
  return all === 0 ? 0 : Math.floor((1000 * passed) / all) / 10;
}

/** 教师考核合格线 judges 教师考核. */
export function judgedBy(line: string): string {
  const ending = words.lineEndings.find((end) => line.endsWith(end) && line.length > end.length) ?? "";
  return line.slice(0, line.length - ending.length);
}
