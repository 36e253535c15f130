/**
 * What an object of the simulated Excel is to the protocol: tables of members under their names on the wire.
 * Object families (src/workbench/objects) fill the tables; nothing here knows Excel.
 */
import type { Arguments } from "./arguments";
import type { WireRecord } from "./wire";

/** Cells that an object stands for, so that it can be an argument (getBoundingRect, copyFrom, setPrintArea …). */
export interface ObjectPlace {
  readonly sheetId: string;
  readonly areas: readonly { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }[];
}

export interface MemberTables {
  /** What every answer about the object carries: `Id`, or nothing. */
  readonly identity?: () => WireRecord;
  /** Whether the client keeps a reference to it between requests (ranges). */
  readonly keepsReference?: boolean;
  readonly place?: ObjectPlace;
  /** Scalar properties. */
  readonly get?: Readonly<Record<string, () => unknown>>;
  readonly set?: Readonly<Record<string, (value: unknown) => void>>;
  /** Properties that are objects. */
  readonly child?: Readonly<Record<string, () => HostObject | null>>;
  /** Methods that give an object (null: the client's null object). */
  readonly object?: Readonly<Record<string, (args: Arguments) => HostObject | null>>;
  /** Methods that give a value or nothing. */
  readonly call?: Readonly<Record<string, (args: Arguments) => unknown>>;
  /** The members of a collection. */
  readonly items?: () => readonly HostObject[];
  /** The indexer of a collection. */
  readonly item?: (args: Arguments) => HostObject;
}

export class HostObject {
  /** @param className the class's name in the genuine client, by which its member list is found. */
  constructor(
    readonly className: string,
    readonly members: MemberTables,
  ) {}
}

/** Finds a member under its exact name; inherited names such as "constructor" are none. */
export const own = <T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
