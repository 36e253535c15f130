/** The order of a document's sections by their numbers: 四, 五.4, 六.1, 六.2. Only this lives here. */
import { toNumber } from "../../values/exact";
import { readNumber } from "../../values/number";
import type { Section } from "./shown";

/** 【六.2】 is [6, 2]; empty where the title begins with no number. */
function numbersOf(title: string): readonly number[] {
  const numbers: number[] = [];
  for (const part of title.split(/[^\p{L}\p{N}]+/u).filter((each) => each !== "")) {
    const read = readNumber(part);
    if (read.kind !== "number") return numbers;
    numbers.push(toNumber(read.exact));
  }
  return numbers;
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((number, index) => number !== other[index]);
  const [a, b] = [one[at], other[at]];
  if (a === undefined) return one.length - other.length;
  return b === undefined ? 1 : a - b;
}

/** Numbered sections by their numbers; an unnumbered one stays first where it is (序言), else it goes last (附件). */
export function inDocumentOrder(sections: readonly Section[]): readonly Section[] {
  const numbered = sections.map((section) => ({ section, numbers: numbersOf(section.title) }));
  const [first] = numbered;
  const opening = first?.numbers.length === 0 ? [first] : [];
  const rest = numbered.slice(opening.length);
  const sorted = rest.filter(({ numbers }) => numbers.length > 0).sort((a, b) => compare(a.numbers, b.numbers));
  return [...opening, ...sorted, ...rest.filter(({ numbers }) => numbers.length === 0)].map(({ section }) => section);
}
