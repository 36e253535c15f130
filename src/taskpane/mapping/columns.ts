/**
 * What the mapping view shows of one table: its columns with header, what they were read as, and the first records. Pure:
 * it reads the workbook of the last check again, nothing is judged.
 */
import type { RecognisedTable } from "../../check/report";
import type { Pack } from "../../policy/schema";
import { columnLetters, parseA1 } from "../../table/address";
import type { Area, Sheet, Workbook } from "../../table/workbook";

/** The common columns that any table may have; the order in which they are offered. */
export const commonFields = [
  "number",
  "name",
  "id",
  "sex",
  "birth",
  "school",
  "stage",
  "subject",
  "role",
  "title",
  "date",
  "project",
  "category",
  "days",
  "halfDays",
  "hours",
  "total",
  "result",
  "credited",
  "times",
  "note",
  "place",
  "part",
  "whole",
  "share",
  "amount",
  "base",
  "claim",
  "year1",
  "year2",
  "year3",
  "year4",
  "year5",
] as const;

/** What the clerk may choose to say "do not read this column". */
export const NOT_READ = "";

export interface ShownColumn {
  /** A, B, AA. */
  readonly letter: string;
  readonly header: string;
  /** As what it is read now; "" where it is not. */
  readonly key: string;
  /** The clerk is asked: not recognised, or not surely. */
  readonly unsure: boolean;
  readonly preview: readonly string[];
}

/** So many values are enough to see what a column holds; they are looked for in the first records. */
const PREVIEWED = 3;
const LOOKED_AT = 30;

export function columnsOf(table: RecognisedTable, workbook: Workbook): readonly ShownColumn[] {
  const sheet = workbook.sheets.find((one) => one.name === table.sheet);
  const header = parseA1(table.header);
  const body = parseA1(table.body);
  const keys = new Map(Object.entries(table.columns).map(([key, letter]) => [letter, key]));
  const unsure = new Map(table.unsure.map((one) => [one.column, one]));
  const shown = (letter: string, index: number): ShownColumn => {
    const asked = unsure.get(letter);
    return {
      letter,
      header: asked?.header ?? (sheet && header ? headerText(sheet, header, index) : ""),
      key: keys.get(letter) ?? asked?.guess ?? NOT_READ,
      unsure: asked !== undefined,
      preview: sheet && body ? firstTexts(sheet, body, index) : [],
    };
  };
  const area = header ?? body;
  if (area === null) return table.unsure.map((one) => shown(one.column, 0));
  const all: ShownColumn[] = [];
  for (let column = area.left; column <= area.right; column += 1) all.push(shown(columnLetters(column), column));
  return all.sort((a, b) => Number(b.unsure) - Number(a.unsure));
}

/** The lowest header cell that says something; a merged header stands in its top cell. */
function headerText(sheet: Sheet, header: Area, column: number): string {
  for (let row = header.bottom; row >= header.top; row -= 1) {
    const text = sheet.text(row, column).replace(/\s+/g, "");
    if (text !== "") return text;
  }
  return "";
}

function firstTexts(sheet: Sheet, body: Area, column: number): readonly string[] {
  const texts = new Set<string>();
  const last = Math.min(body.bottom, body.top + LOOKED_AT - 1);
  for (let row = body.top; row <= last && texts.size < PREVIEWED; row += 1) {
    const text = sheet.text(row, column).trim();
    if (text !== "") texts.add(text);
  }
  return [...texts];
}

/** The rules that this kind of table may have a column for, by id and name. */
export function ruleChoices(table: RecognisedTable, packs: readonly Pack[]): readonly { readonly id: string; readonly name: string }[] {
  const pack = packs.find((one) => one.id === table.policy) ?? packs[0];
  const ids = pack?.tables.find((one) => one.kind === table.kind)?.rules ?? [];
  return ids.flatMap((id) => {
    const rule = pack?.rules.find((one) => one.id === id);
    return rule === undefined ? [] : [{ id, name: rule.name }];
  });
}
