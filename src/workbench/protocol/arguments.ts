/**
 * Reading of a call's arguments: what Excel would refuse as InvalidArgument is refused here, in one place.
 */
import { HostError } from "./errors";
import { HostObject, type ObjectPlace } from "./object";

export class Arguments {
  constructor(private readonly values: readonly unknown[]) {}

  /** The argument as it came. */
  raw(index: number): unknown {
    return this.values[index];
  }

  private isOmitted(index: number): boolean {
    return this.values[index] === undefined || this.values[index] === null;
  }

  text(index: number): string {
    const value = this.values[index];
    if (typeof value === "string") return value;
    throw new HostError("InvalidArgument", `argument ${index + 1} must be a text`);
  }

  optionalText(index: number): string | undefined {
    return this.isOmitted(index) ? undefined : this.text(index);
  }

  /** A name or an id; numbers are taken as their text. */
  key(index: number): string {
    const value = this.values[index];
    return typeof value === "number" ? String(value) : this.text(index);
  }

  integer(index: number): number {
    const value = this.values[index];
    if (typeof value === "number" && Number.isInteger(value)) return value;
    throw new HostError("InvalidArgument", `argument ${index + 1} must be a whole number`);
  }

  optionalInteger(index: number, otherwise: number): number {
    return this.isOmitted(index) ? otherwise : this.integer(index);
  }

  flag(index: number): boolean {
    return this.values[index] === true;
  }

  record(index: number): Readonly<Record<string, unknown>> {
    return asRecord(this.values[index]);
  }

  /** The cells of an object given as argument (a range), or undefined where it is none. */
  place(index: number): ObjectPlace | undefined {
    const value = this.values[index];
    return value instanceof HostObject ? value.members.place : undefined;
  }
}

/** A plain object; anything else is refused. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return Object.fromEntries(Object.entries(value));
  throw new HostError("InvalidArgument", "an object was expected");
}

export function asText(value: unknown): string {
  if (typeof value === "string") return value;
  throw new HostError("InvalidArgument", "a text was expected");
}

export function asFlag(value: unknown): boolean {
  if (typeof value === "boolean") return value;
  throw new HostError("InvalidArgument", "true or false was expected");
}

export function asNumber(value: unknown): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new HostError("InvalidArgument", "a number was expected");
}

/** One of Excel's enumeration texts. */
export function asOneOf<T extends string>(allowed: readonly T[], value: unknown): T {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  throw new HostError("InvalidArgument", `one of ${allowed.join(", ")} was expected`);
}
