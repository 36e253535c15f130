/** A workbook of one or two plain forms: columns with their names, records, and faults that one function plants. */
import { Page, type Book, type FileKind } from "./book";
import { Layout, type FormColumn, type FormRecord, type FormStyle } from "./form";
import { withOthers } from "./lanxi-teachers";
import type { Chance } from "./random";
import { assemble, dress, Spoilable } from "./scene";

/** id, key (same as id where left out), names to choose from; a group text stands above. */
export type Spec = readonly [id: string, key: string | null, names: readonly string[], group?: string];

export function columnsOf(chance: Chance, specs: readonly Spec[], isFlat: boolean, skip: ReadonlySet<string> = new Set()): FormColumn[] {
  return specs
    .filter(([id]) => !skip.has(id))
    .map(([id, key, names, group]) => {
      const own = chance.pick(names);
      return { id, key, header: group === undefined || isFlat ? [own] : [group, own] };
    });
}

export interface Fault {
  readonly says: string;
  /** Plants itself; false where it does not fit. */
  plant(spoil: Spoilable, chance: Chance, has: (id: string) => boolean): boolean;
}

export interface SimpleForm {
  readonly kind: string;
  readonly sheet: readonly string[];
  readonly titles: readonly string[];
  readonly captions?: readonly (readonly string[])[];
  readonly columns: readonly FormColumn[];
  readonly records: FormRecord[];
  readonly sums?: readonly string[];
  readonly groupBy?: string;
  readonly letters?: boolean;
  readonly faults: readonly Fault[];
  /** More than dress gives. */
  readonly style?: Partial<FormStyle>;
}

export interface SimpleBook {
  readonly name: string;
  readonly policy: string;
  readonly asOf?: string;
  readonly kind: FileKind;
  readonly forms: readonly SimpleForm[];
}

/** How many faults: 0 clean, 1, or more. */
export function plan(chance: Chance, seed: number, faults: readonly Fault[]): Fault[] {
  if (seed % 3 === 0 || faults.length === 0) return [];
  if (seed % 3 === 1) return faults.slice(Math.floor(seed / 3) % faults.length).slice(0, 1);
  return chance.some(faults, chance.int(2, 5));
}

export function simpleBook(chance: Chance, seed: number, { name, policy, asOf, kind, forms }: SimpleBook): Book {
  const isText = kind.startsWith("csv");
  const laid = forms.map((form) => {
    const spoil = new Spoilable(chance, form.records);
    const has = (id: string): boolean => form.columns.some((column) => column.id === id);
    for (const fault of plan(chance, seed, form.faults)) if (fault.plant(spoil, chance, has)) spoil.says.push(fault.says);
    const page = new Page(chance.pick(form.sheet));
    const full = dress(chance, {
      titles: form.titles,
      captions: form.captions ?? [],
      ...(form.sums !== undefined && { sums: form.sums.filter(has) }),
      ...(form.groupBy !== undefined && has(form.groupBy) && { groupBy: form.groupBy }),
      ...(form.letters !== undefined && { letters: form.letters }),
    });
    const style: FormStyle = isText ? { titles: chance.chance(0.5) ? (full.titles ?? []) : [] } : { ...full, ...form.style };
    return { page, placed: new Layout(page, form.kind, form.columns, form.records, style).lay(), spoilt: spoil };
  });
  const pages = laid.map((one) => one.page);
  return assemble({
    name: `${name}${chance.int(1000, 9999)}`,
    kind,
    policy,
    ...(asOf !== undefined && { asOf }),
    pages: isText ? pages.slice(0, 1) : withOthers(chance, ...pages),
    forms: laid.map(({ placed, spoilt }) => ({ placed, spoilt })),
  });
}

export const fileKinds = (chance: Chance, isSingle = true): FileKind =>
  chance.pick(isSingle ? (["xlsx", "xlsx", "xlsx", "xlsx", "xls", "ods", "csv-utf8", "csv-gb18030"] as const) : (["xlsx", "xlsx", "xlsx", "xls"] as const));
