/** What the drawn scenes share: a planner that switches faults on by seed, and crowds of people with names ready to be written. */
import type { FileKind } from "./book";
import { Crowd, type Person } from "./people";
import { Chance } from "./random";

/** Forces one kind of file, where a kind that our libraries write poorly is to be made by another program. */
export const forced: { kind: FileKind | null } = { kind: null };

/** Seed 0: clean; 1: every fault; then a third of them by chance, and every third book clean again. */
export class Planner {
  readonly chance: Chance;
  readonly says: string[] = [];

  constructor(private readonly seed: number) {
    this.chance = new Chance(seed + 40_000);
  }

  on(says: string): boolean {
    const draw = this.chance.chance(0.34);
    const isOn = this.seed % 3 === 0 ? false : this.seed === 1 || draw;
    if (isOn) this.says.push(says);
    return isOn;
  }

  or(fault: string, clean: string): string {
    return this.on(fault) ? fault : clean;
  }

  pick(...texts: readonly string[]): string {
    return this.chance.pick(texts);
  }

  people(count: number, born: readonly [number, number] = [1968, 1999]): Person[] {
    const crowd = new Crowd(this.chance, born);
    return Array.from({ length: count }, () => crowd.person());
  }

  kind(...kinds: readonly FileKind[]): FileKind {
    const drawn = this.chance.pick(kinds.length === 0 ? (["xlsx", "xlsx", "xls", "et", "ods"] as const) : kinds);
    return forced.kind ?? drawn;
  }
}

/** One line for each of the list. */
export function each<T>(list: readonly T[], line: (item: T, index: number) => string): string {
  return list.map(line).join("\n");
}

export const birthText = ({ birth: { y, m, d } }: Person): string => `@${y}-${m}-${d}`;
