/**
 * load(): turns Select and Expand into values of an object, refusing names that the client does not know (InvalidArgument)
 * and names that the workbench does not implement (ApiNotFound).
 */
import { HostError } from "./errors";
import { type ClassMembers, type ClientMembers, onTheWire } from "./members";
import { type HostObject, own } from "./object";
import type { QueryInfo, WireRecord } from "./wire";

export interface QueryContext {
  readonly members: ClientMembers;
  /** What every answer about the object carries (Id, reference). */
  identify(object: HostObject): WireRecord;
  /** Told of each member before it is read, so that a planted fault can strike. */
  touch(object: HostObject, member: string): void;
}

type Selection = Map<string, string[]>;

/** Groups "format/fill/color" under "format", keeping what is deeper. */
function grouped(paths: readonly string[]): Selection {
  const groups: Selection = new Map();
  for (const path of paths) {
    const [head = "", ...deeper] = path.split("/");
    const rest = groups.get(head) ?? [];
    if (deeper.length > 0) rest.push(deeper.join("/"));
    groups.set(head, rest);
  }
  return groups;
}

const withoutItems = (path: string): string => path.replace(/^items\/?/i, "");

const isEverything = (name: string): boolean => name === "$all" || name === "*" || name === "";

function scalarOnWire(known: ClassMembers | undefined, name: string): string | undefined {
  const exact = known?.scalars.get(name);
  if (exact !== undefined) return exact;
  const pascal = onTheWire(name);
  return known !== undefined && [...known.scalars.values()].includes(pascal) ? pascal : undefined;
}

const isObjectName = (known: ClassMembers | undefined, name: string): boolean =>
  known !== undefined && (known.objects.has(name) || known.objects.has(name.slice(0, 1).toLowerCase() + name.slice(1)));

const missing = (object: HostObject, name: string): HostError =>
  new HostError("ApiNotFound", `the workbench does not implement ${object.className}.${name}`);

function readScalar(object: HostObject, wireName: string, context: QueryContext): unknown {
  const read = own(object.members.get, wireName);
  if (read === undefined) throw missing(object, wireName);
  context.touch(object, wireName);
  return read();
}

function readAll(object: HostObject, into: WireRecord, context: QueryContext): void {
  for (const wireName of Object.keys(object.members.get ?? {})) into[wireName] = readScalar(object, wireName, context);
}

function readOne(object: HostObject, name: string, deeper: string[], into: WireRecord, context: QueryContext): void {
  const known = context.members.get(object.className);
  const scalar = scalarOnWire(known, name);
  if (scalar !== undefined) {
    into[scalar] = readScalar(object, scalar, context);
    return;
  }
  if (!isObjectName(known, name)) throw new HostError("InvalidArgument", `${object.className} has no property '${name}'`);
  const child = own(object.members.child, onTheWire(name));
  if (child === undefined) throw missing(object, onTheWire(name));
  into[onTheWire(name)] = queryObject(child(), { Select: deeper }, context);
}

function queryItems(object: HostObject, items: readonly HostObject[], info: QueryInfo, context: QueryContext): WireRecord {
  const first = info.Skip ?? 0;
  const shown = items.slice(first, info.Top === undefined ? undefined : first + info.Top);
  const paths = [...(info.Select ?? []), ...(info.Expand ?? [])];
  const own_ = paths.filter(
    (path) => !/^items(\/|$)/i.test(path) && scalarOnWire(context.members.get(object.className), path) !== undefined,
  );
  const ofItems = paths.filter((path) => !own_.includes(path)).map(withoutItems);
  const values: WireRecord = { _Items: shown.map((item) => queryObject(item, { Select: ofItems }, context)) };
  for (const path of own_) readOne(object, path, [], values, context);
  return values;
}

/** The values of an object as the client asked for them; null for a null object. */
export function queryObject(object: HostObject | null, info: QueryInfo, context: QueryContext): unknown {
  if (object === null) return null;
  const values = context.identify(object);
  if (object.members.items !== undefined) {
    return { ...values, ...queryItems(object, object.members.items(), info, context) };
  }
  const selection = grouped([...(info.Select ?? []), ...(info.Expand ?? [])]);
  if (selection.size === 0) selection.set("$all", []);
  for (const [name, deeper] of selection) {
    if (isEverything(name)) readAll(object, values, context);
    else readOne(object, name, deeper, values, context);
  }
  return values;
}
