/**
 * The JSON Schema of a pack, made from the schema in `schema.ts`, with a Chinese description of every field for editors.
 * The words stand in `schema-words.json`; a copy for editors is kept in `pack.schema.json` (npm run policy -- schema).
 */
import * as z from "zod/mini";
import { packSchema } from "./schema";
import words from "./schema-words.json";
import sheetWords from "./sheet/words.json";

type Json = z.core.JSONSchema.JSONSchema;

const descriptions: Readonly<Record<string, string>> = words.fields;
const kinds: Readonly<Record<string, string>> = words.kinds;
const kindNames: Readonly<Record<string, string>> = sheetWords.kinds;

/** The description of a path, the most particular first: evidence.bands.min, bands.min, min. */
function descriptionOf(path: string): string | undefined {
  const steps = path.split(".");
  const names = steps.map((_, from) => steps.slice(from).join("."));
  const found = names.find((name) => Object.hasOwn(descriptions, name));
  return found === undefined ? undefined : descriptions[found];
}

/** What a field is, in words: of its path with the kind before it (evidence.bands.min); "" where nobody said. */
export function describePath(path: string): string {
  return descriptionOf(path) ?? "";
}

/** What a kind of rule, or a part of a pack, is for. */
export function describeKindOf(kind: string): string {
  return kinds[kind] ?? "";
}

function isObject(schema: unknown): schema is Json {
  return typeof schema === "object" && schema !== null && !Array.isArray(schema);
}

function kindOf(schema: Json): string | null {
  const kind = schema.properties?.["kind"];
  return isObject(kind) && typeof kind.const === "string" ? kind.const : null;
}

function describedList(list: readonly unknown[], path: string): Json[] {
  return list.filter(isObject).map((schema) => describeKind(schema, path));
}

/** One of several shapes: of the rules, each kind by its own name. */
function describeKind(schema: Json, path: string): Json {
  const kind = kindOf(schema);
  if (kind === null) return describe(schema, path);
  const title = kindNames[kind];
  const description = kinds[kind];
  return { ...(title === undefined ? {} : { title }), ...(description === undefined ? {} : { description }), ...describe(schema, kind) };
}

/** The schema with descriptions for its properties, all the way down. */
function describe(schema: Json, path: string): Json {
  const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const inner = `${path}.${name}`;
    const description = descriptionOf(inner);
    const own = isObject(property) ? describe(property, inner) : {};
    return [name, description === undefined ? own : { description, ...own }] as const;
  });
  return {
    ...schema,
    ...(schema.properties ? { properties: Object.fromEntries(properties) } : {}),
    ...(isObject(schema.items) ? { items: describeKind(schema.items, path) } : {}),
    ...(schema.anyOf ? { anyOf: describedList(schema.anyOf, path) } : {}),
    ...(schema.oneOf ? { oneOf: describedList(schema.oneOf, path) } : {}),
  };
}

/** The JSON Schema of a policy pack. */
export function packJsonSchema(): Json {
  const schema = describe(z.toJSONSchema(packSchema), "pack");
  const { pack } = words.fields;
  return { title: sheetWords.kinds.pack, description: pack, ...schema };
}
