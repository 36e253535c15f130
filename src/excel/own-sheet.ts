/**
 * Writes a sheet of our own (检查报告, 学时证明): it is built whole under a passing name, and only then takes the place of our
 * earlier one. A clerk's own sheet of the same name is never touched. Ours is known again by a hidden name inside it.
 */
import { hostFailure, type Attempt } from "./errors";
import type { HostFailure } from "./host";
import { inExcel, onceMore } from "./session";

export interface OwnSheet {
  readonly attempt: Attempt;
  /** The hidden name by which the sheet is known again, whatever it is called. */
  readonly mark: string;
  /** What it is to be called. */
  readonly wanted: string;
  /** An earlier one stays as well: the clerk may have edited it. */
  readonly keepsEarlier?: boolean;
}

interface Standing {
  readonly id: string;
  readonly name: string;
  readonly isOurs: boolean;
}

async function sheetsStanding(context: Excel.RequestContext, { mark, keepsEarlier = false }: OwnSheet): Promise<Standing[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name");
  await context.sync();
  const asked = worksheets.items.map((sheet) => {
    const found = sheet.names.getItemOrNullObject(mark);
    found.load("name");
    return { sheet, found };
  });
  await context.sync();
  return asked.map(({ sheet, found }) => ({ id: sheet.id, name: sheet.name, isOurs: !keepsEarlier && !found.isNullObject }));
}

/** The wanted name, or the first of 检查报告 (2), (3) … that is free or ours. */
function target(standing: readonly Standing[], wanted: string): { name: string; old: string | null } {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} (${number})`;
    const holder = standing.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    if (holder === undefined) return { name, old: null };
    if (holder.isOurs) return { name, old: holder.id };
  }
}

/** Builds the sheet under a passing name; gives its id. */
async function buildUnder(kind: OwnSheet, passing: string, build: (sheet: Excel.Worksheet) => void): Promise<string> {
  return inExcel({ attempt: kind.attempt, writes: true }, async (context) => {
    const sheet = context.workbook.worksheets.add(passing);
    sheet.load("id");
    const name = sheet.names.add(kind.mark, sheet.getRange("A1"));
    name.visible = false;
    build(sheet);
    await context.sync();
    return sheet.id;
  });
}

/** Where the new sheet goes: decided once, so that a second try after a failure half-way does the rest of the first. */
async function place(kind: OwnSheet, fresh: string): Promise<{ name: string; old: string | null }> {
  return inExcel({ attempt: kind.attempt, repeatable: true }, async (context) => {
    const standing = await sheetsStanding(context, kind);
    return target(
      standing.filter((sheet) => sheet.id !== fresh),
      kind.wanted,
    );
  });
}

/** Old out, new named and shown. */
async function takePlace(kind: OwnSheet, fresh: string, name: string, old: string | null): Promise<void> {
  await inExcel({ attempt: kind.attempt, writes: true, repeatable: true }, async (context) => {
    const { worksheets } = context.workbook;
    const earlier = old === null ? null : worksheets.getItemOrNullObject(old);
    earlier?.load("name");
    if (earlier !== null) await context.sync();
    if (earlier !== null && !earlier.isNullObject) earlier.delete();
    const sheet = worksheets.getItem(fresh);
    sheet.name = name;
    sheet.activate();
    sheet.getRange("A1").select();
    await context.sync();
  });
}

async function remove({ attempt }: OwnSheet, key: string): Promise<void> {
  await inExcel({ attempt, writes: true, repeatable: true }, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(key);
    sheet.load("name");
    await context.sync();
    if (sheet.isNullObject) return;
    sheet.delete();
    await context.sync();
  });
}

async function isStanding(kind: OwnSheet, id: string): Promise<boolean> {
  return inExcel({ attempt: kind.attempt, repeatable: true }, async (context) =>
    (await sheetsStanding(context, kind)).some((sheet) => sheet.id === id),
  );
}

/** Takes the new sheet out again, unless the earlier one is gone already: then the new one is all there is. */
async function afterRemoving(kind: OwnSheet, error: unknown, passing: string, old: string | null): Promise<HostFailure> {
  const { attempt } = kind;
  try {
    if (old !== null && !(await onceMore(() => isStanding(kind, old)))) return hostFailure(error, attempt, "", "partly");
    await onceMore(() => remove(kind, passing));
    return hostFailure(error, attempt, "", "before");
  } catch {
    return hostFailure(error, attempt, "", "partly");
  }
}

const SUFFIX = 1_000_000;

/** Writes the sheet; gives its name. Where it fails, the workbook is as before, or the failure says that it is not. */
export async function writeOwnSheet(kind: OwnSheet, build: (sheet: Excel.Worksheet) => void): Promise<string> {
  const passing = `${kind.wanted}~${Math.floor(Math.random() * SUFFIX)}`;
  let old: string | null = null;
  try {
    const fresh = await buildUnder(kind, passing, build);
    const goal = await place(kind, fresh);
    old = goal.old;
    await onceMore(() => takePlace(kind, fresh, goal.name, goal.old));
    return goal.name;
  } catch (error) {
    throw await afterRemoving(kind, error, passing, old);
  }
}
