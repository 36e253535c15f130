/**
 * The same form in other workbooks: known by its headers, so that columns which a clerk has once set right are read so
 * again. Pure; where the memory is kept (the browser's storage, a file) is not known here.
 */
import * as z from "zod/mini";
import { columnLetters } from "./address";
import type { SheetMapping } from "./matching";
import type { Table } from "./table";
import { bare } from "./wording";

const rememberedSchema = z.strictObject({
  /** See `formSignature`. */
  signature: z.string().check(z.minLength(1), z.maxLength(6000)),
  /** Place of a column within the form, from 0 → key; "" = not to be read. */
  columns: z.record(z.string().check(z.regex(/^\d{1,3}$/)), z.string().check(z.maxLength(200))),
});
const memorySchema = z.strictObject({ forms: z.array(rememberedSchema).check(z.maxLength(1000)) });

export type RememberedForm = Readonly<z.infer<typeof rememberedSchema>>;

/** The forms that were set right, the latest first. */
export interface FormMemory {
  readonly forms: readonly RememberedForm[];
}

type Mapping = Readonly<Record<string, SheetMapping>>;

/** A clerk knows some dozens of forms; what was not used for so many others is forgotten. */
const mostForms = 60;
/** Characters of the memory as text: a small part of what a browser keeps. */
const longest = 200_000;

export const emptyMemory: FormMemory = { forms: [] };

/** The header texts in one line; spaces, brackets and letter case make no difference. What kind of sheet it was taken for does not count. */
export function formSignature(table: Table): string {
  return table.columns.map((column) => bare(column.header)).join("|");
}

function bounded(forms: readonly RememberedForm[]): FormMemory {
  const kept: RememberedForm[] = [];
  let length = 0;
  for (const form of forms.slice(0, mostForms)) {
    length += JSON.stringify(form).length + 1;
    if (length > longest - 100) break;
    kept.push(form);
  }
  return { forms: kept };
}

/** What the mapping says of a table's columns, by their place in the form. */
function correctionsOf(table: Table, mapping: SheetMapping): Readonly<Record<string, string>> {
  return Object.fromEntries(
    table.columns.flatMap((column, place) => {
      const key = mapping[columnLetters(column.index)];
      return key === undefined ? [] : [[String(place), key]];
    }),
  );
}

/** The memory with the forms of these tables as the mapping sets them; a form without corrections is left as it was remembered. */
export function rememberForms(memory: FormMemory, tables: readonly Table[], mapping: Mapping): FormMemory {
  const fresh = new Map<string, RememberedForm>();
  for (const table of tables) {
    const columns = correctionsOf(table, mapping[table.sheet.name] ?? {});
    const signature = formSignature(table);
    if (Object.keys(columns).length > 0 && signature.length <= 6000) fresh.set(signature, { signature, columns });
  }
  return bounded([...fresh.values(), ...memory.forms.filter(({ signature }) => !fresh.has(signature))]);
}

/** The mapping to lay under the given one: for each table whose form is remembered, its columns that the given one does not name. */
export function proposeMapping(memory: FormMemory, tables: readonly Table[], given: Mapping): Mapping {
  const proposed = new Map<string, Record<string, string>>();
  for (const table of tables) {
    const form = memory.forms.find(({ signature }) => signature === formSignature(table));
    if (form === undefined) continue;
    const sheet = table.sheet.name;
    for (const [place, column] of table.columns.entries()) {
      const letters = columnLetters(column.index);
      const key = form.columns[String(place)];
      if (key !== undefined && given[sheet]?.[letters] === undefined) proposed.set(sheet, { ...proposed.get(sheet), [letters]: key });
    }
  }
  return Object.fromEntries(proposed);
}

/** The memory out of its text; what is no memory of ours is an empty one. */
export function readMemory(text: string | null): FormMemory {
  if (text === null || text.length > longest) return emptyMemory;
  try {
    const read = memorySchema.safeParse(JSON.parse(text));
    return read.success ? bounded(read.data.forms) : emptyMemory;
  } catch {
    return emptyMemory;
  }
}

/** The memory as text, for `readMemory`. */
export function writeMemory(memory: FormMemory): string {
  return JSON.stringify(bounded(memory.forms));
}
