/**
 * What kinds of values the pack schema asks for, taken from the schema itself, so that a field added there appears in the
 * rule sheet without a line of code. Nothing here knows cells.
 */
import * as z from "zod/mini";
import { packSchema } from "../schema";

type Json = z.core.JSONSchema.JSONSchema;

export type Form =
  | { readonly is: "constant" }
  | { readonly is: "text" }
  /** An id, of a rule or a rubric. */
  | { readonly is: "key" }
  | { readonly is: "day" }
  /** A day of every year: 01-25. */
  | { readonly is: "yearly-day" }
  | { readonly is: "number"; readonly share: boolean }
  | { readonly is: "flag" }
  | { readonly is: "word"; readonly words: readonly string[] }
  | { readonly is: "list"; readonly of: Form }
  | { readonly is: "items"; readonly of: GroupForm }
  | GroupForm
  /** Names by name: which further names a form gives to a common field. */
  | { readonly is: "map" }
  /** Anything that JSON can say. */
  | { readonly is: "json" };

export interface GroupForm {
  readonly is: "group";
  readonly fields: readonly Field[];
}

export interface Field {
  readonly name: string;
  readonly form: Form;
  readonly optional: boolean;
  /** null is a value: an amount that the document leaves open. */
  readonly nullable: boolean;
}

function json(schema: Json | boolean | undefined): Json {
  return typeof schema === "object" ? schema : {};
}

function alternatives(schema: Json): readonly Json[] {
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map((one) => json(one));
}

/** The schema of a whole pack, written out once: its parts are all that is needed. */
const pack = json(z.toJSONSchema(packSchema));

function partOf(name: string): Json {
  return json(pack.properties?.[name]);
}

/** What stands in a list of the pack. */
function itemOf(name: string): Json {
  const { items } = json(partOf(name));
  return Array.isArray(items) ? {} : json(items);
}

/** The pattern of a property of the pack, by which strings of the same sort are known again. */
function patternOf(name: string): string | undefined {
  return partOf(name).pattern;
}

const keyPattern = patternOf("id");
const dayPattern = patternOf("issued");

function textForm({ pattern }: Json): Form {
  if (pattern === undefined) return { is: "text" };
  if (pattern === keyPattern) return { is: "key" };
  if (pattern === dayPattern) return { is: "day" };
  // What is left of the day's pattern when its year is taken away.
  return dayPattern?.endsWith(pattern.slice(1)) === true ? { is: "yearly-day" } : { is: "text" };
}

function arrayForm(schema: Json): Form {
  const items = Array.isArray(schema.items) ? {} : json(schema.items);
  const of = formOf(items);
  if (of.is === "group") return { is: "items", of };
  return of.is === "json" ? of : { is: "list", of };
}

function groupForm(schema: Json): GroupForm {
  const required = new Set(schema.required);
  const fields = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const form = json(property);
    const nullable = alternatives(form).some((one) => one.type === "null");
    return { name, form: formOf(form), optional: !required.has(name), nullable };
  });
  return { is: "group", fields };
}

/** The fields of several shapes side by side, none of them required: by | yearly | from and to. */
function joinedForm(shapes: readonly Json[]): GroupForm {
  const fields = shapes.flatMap((shape) => groupForm(shape).fields.map((field) => ({ ...field, optional: true })));
  return { is: "group", fields };
}

function formOf(schema: Json): Form {
  const choices = alternatives(schema).filter((one) => one.type !== "null");
  const [only] = choices;
  if (only !== undefined) return choices.length === 1 ? formOf(only) : joinedForm(choices);
  if (schema.const !== undefined) return { is: "constant" };
  if (schema.enum !== undefined) return { is: "word", words: schema.enum.map(String) };
  switch (schema.type) {
    case "string":
      return textForm(schema);
    case "number":
    case "integer":
      return { is: "number", share: schema.maximum === 1 };
    case "boolean":
      return { is: "flag" };
    case "array":
      return arrayForm(schema);
    case "object":
      return schema.properties === undefined ? { is: "map" } : groupForm(schema);
    default:
      return { is: "json" };
  }
}

/** Parts of a pack that have rows of their own. */
const rowsOfTheirOwn: ReadonlySet<string> = new Set(["tables", "rules", "examples"]);

function withoutConstants(form: GroupForm): GroupForm {
  return { is: "group", fields: form.fields.filter((field) => field.form.is !== "constant") };
}

function kindOf(schema: Json): string {
  return String(json(schema.properties?.["kind"]).const);
}

/** What can stand in a row of a kind: the rule kinds, and pack, table, example. */
export const rowForms: ReadonlyMap<string, GroupForm> = new Map([
  ["pack", packHead()],
  ["table", groupForm(itemOf("tables"))],
  ["example", groupForm(itemOf("examples"))],
  ...alternatives(itemOf("rules")).map((shape) => [kindOf(shape), withoutConstants(groupForm(shape))] as const),
]);

function packHead(): GroupForm {
  const { fields } = withoutConstants(groupForm(pack));
  return { is: "group", fields: fields.filter((field) => !rowsOfTheirOwn.has(field.name)) };
}
