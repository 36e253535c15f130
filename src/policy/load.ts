/**
 * A pack from outside: a file's text, a rule sheet's content, anything. It comes back whole and sound, or with every
 * problem in words a clerk can act on. Bounded in size and depth; a hostile file is refused within a second.
 */
import type { Locale } from "../values/message";
import { outOfBounds, readJson } from "./bounds";
import { faultsOf } from "./consistency";
import { extendPack } from "./extend";
import { fault, inWords, type Fault, type PackProblem } from "./problem";
import { sayPolicy } from "./say";
import { packSchema, type Pack } from "./schema";
import { faultOf } from "./shape";

export type { PackProblem } from "./problem";

export type ParsedPack = { readonly ok: Pack } | { readonly problems: readonly PackProblem[] };

interface Setting {
  /** The packs that `extends` may name: usually `packs` of the library. */
  readonly known?: readonly Pack[];
  readonly locale?: Locale;
}

/** A pack from JSON text or from a value, with everything it takes over from the pack it extends. */
export function parsePack(input: unknown, { known = [], locale = "zh-CN" }: Setting = {}): ParsedPack {
  const read = typeof input === "string" ? readJson(input) : { ok: input };
  if ("fault" in read) return { problems: inWords([read.fault], null, locale) };
  const unfit = outOfBounds(read.ok);
  if (unfit) return { problems: inWords([unfit], read.ok, locale) };
  const shaped = shapeOf(read.ok, locale);
  if ("faults" in shaped) return { problems: inWords(shaped.faults, read.ok, locale) };
  const whole = extendPack(shaped.ok, (id) => known.find((pack) => pack.id === id) ?? null);
  if ("problem" in whole) {
    return { problems: inWords([fault(["extends"], whole.problem.id, whole.problem.values)], read.ok, locale) };
  }
  const faults = faultsOf(whole.ok);
  return faults.length === 0 ? { ok: whole.ok } : { problems: inWords(faults, whole.ok, locale) };
}

/** Editors look for the schema under "$schema"; it says nothing of the policy. */
function withoutSchemaLink(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw) || !("$schema" in raw)) return raw;
  const { $schema: link, ...pack } = raw;
  return typeof link === "string" ? pack : raw;
}

function shapeOf(raw: unknown, locale: Locale): { readonly ok: Pack } | { readonly faults: readonly Fault[] } {
  const parsed = packSchema.safeParse(withoutSchemaLink(raw));
  if (parsed.success) return { ok: parsed.data };
  return { faults: parsed.error.issues.map((issue) => faultOf(issue, raw, (id) => sayPolicy({ id }, locale))) };
}
