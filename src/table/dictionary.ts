/**
 * Names and what each may mean. The dictionary of common fields is made once a kind of sheet and shared; a policy lays
 * its own names over it. Names are compared bare (see `bare`).
 */
import type { Rule } from "../policy/schema";
import type { ColumnKey } from "./table";
import { bare } from "./wording";

/** What a name can mean. `strength` 1 is the name itself; less where the name is only likely. */
export interface Meaning {
  /** Null for a column known and not needed (民族, 邮箱). */
  readonly key: ColumnKey | null;
  readonly rule: Rule | null;
  readonly strength: number;
  /** The name by which it was found, as the dictionary or the policy writes it. */
  readonly name: string;
}

export interface Dictionary {
  /** The meanings of a name, the strongest first. */
  get(name: string): readonly Meaning[] | undefined;
  /** The names to which the policy gives a meaning; those of the common dictionary are merged into it. */
  readonly own: ReadonlyMap<string, readonly Meaning[]>;
  /** All names of so many characters; a name may come twice. */
  ofLength(length: number): readonly string[];
}

function namesByLength(names: Iterable<string>): ReadonlyMap<number, readonly string[]> {
  const byLength = new Map<number, string[]>();
  for (const name of names) {
    const list = byLength.get(name.length);
    if (list === undefined) byLength.set(name.length, [name]);
    else list.push(name);
  }
  return byLength;
}

/** Gathers meanings, of each name one a key: the strongest. */
export class DictionaryMaker {
  private readonly names = new Map<string, Meaning[]>();

  constructor(private readonly below: Dictionary | null = null) {}

  add(name: string, meaning: Omit<Meaning, "name">): void {
    const compared = bare(name);
    if (compared === "") return;
    let list = this.names.get(compared);
    if (list === undefined) {
      list = [...(this.below?.get(compared) ?? [])];
      this.names.set(compared, list);
    }
    const { key, rule, strength } = meaning;
    const same = list.findIndex((other) => other.key === key);
    const known = list[same];
    if (known === undefined) list.push({ key, rule, strength, name });
    else if (known.strength < strength) list[same] = { key, rule, strength, name };
  }

  make(): Dictionary {
    const { names: own, below } = this;
    for (const list of own.values()) if (list.length > 1) list.sort((a, b) => b.strength - a.strength);
    let byLength: ReadonlyMap<number, readonly string[]> | null = null;
    return {
      own,
      get: (name) => own.get(name) ?? below?.get(name),
      ofLength: (length) => {
        byLength ??= namesByLength(own.keys());
        const names = byLength.get(length) ?? [];
        return below === null ? names : [...names, ...below.ofLength(length)];
      },
    };
  }
}
