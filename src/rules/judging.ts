/**
 * The policy under which a record is judged: the pack and the readings (口径) in force. A reading that the clerk chose
 * goes before the pack's own.
 */
import type { Pack, Rule } from "../policy/schema";
import type { AppliedReading } from "./outcome";
import unsupported from "./unsupported-readings.json";

const unsupportedOptions: Readonly<Record<string, readonly string[]>> = unsupported;

export interface Judging {
  readonly pack: Pack;
  /** `${rule id}/${reading id}` → option. */
  readonly readings: Readonly<Record<string, string>>;
}

export function judgingBy(pack: Pack, readings: Readonly<Record<string, string>> = {}): Judging {
  return { pack, readings };
}

/**
 * The option in force of a reading: looked for at the rule itself, then at another rule of the pack of the same kind
 * (a document often leaves one thing open for all its items). Null where the pack does not know the reading.
 */
export function readingOf(judging: Judging, rule: Rule, id: string): AppliedReading | null {
  const ofRules = applied.get(judging) ?? new WeakMap<Rule, Map<string, AppliedReading | null>>();
  applied.set(judging, ofRules);
  const known = ofRules.get(rule) ?? new Map<string, AppliedReading | null>();
  ofRules.set(rule, known);
  const found = known.get(id);
  if (found !== undefined) return found;
  const reading = lookUp(judging, rule, id);
  known.set(id, reading);
  return reading;
}

/** A reading is asked for with every record and looked up once. */
const applied = new WeakMap<Judging, WeakMap<Rule, Map<string, AppliedReading | null>>>();

function lookUp(judging: Judging, rule: Rule, id: string): AppliedReading | null {
  const owners = [rule, ...judging.pack.rules.filter((other) => other.kind === rule.kind && other !== rule)];
  for (const owner of owners) {
    const reading = owner.readings?.find((candidate) => candidate.id === id);
    if (reading) {
      return { rule: owner.id, id, value: judging.readings[`${owner.id}/${id}`] ?? reading.chosen };
    }
  }
  return null;
}

/** The readings in force of a rule that no evaluation here follows: what depends on them is 未能判断, not guessed. */
export function unsupportedReadings(judging: Judging, rule: Rule): AppliedReading[] {
  return (rule.readings ?? []).flatMap((reading) => {
    const value = judging.readings[`${rule.id}/${reading.id}`] ?? reading.chosen;
    const isUnsupported = unsupportedOptions[`${rule.kind}/${reading.id}`]?.includes(value) === true;
    return isUnsupported ? [{ rule: rule.id, id: reading.id, value }] : [];
  });
}
