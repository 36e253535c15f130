/**
 * What the reading of a sheet gives: tables with a header, mapped columns, and records. The evidence for each decision
 * is kept, so that it can be shown and corrected.
 */
import type { Pack, TableKind } from "../policy/schema";
import type { Area, Sheet } from "./workbook";

/** A column's key: a common field (name, school, total …) or a rule's id. */
export type ColumnKey = string;

export interface Column {
  /** Column of the sheet, from 0. */
  readonly index: number;
  /** The header's whole text, levels joined from top to bottom by "/", spaces removed. */
  readonly header: string;
  /** The bottom header cell of the column: where a finding about the column stands. */
  readonly headerRow: number;
  /** Null where it was not recognised. */
  readonly key: ColumnKey | null;
  /** 1 = the name itself; below SURE the clerk is asked and the column is not used. */
  readonly confidence: number;
  /** The best guess where `key` is null. */
  readonly guess: ColumnKey | null;
  /** Full score or unit written inside the header: 心得体会（20分） → 20, 学时/天 → 天. */
  readonly points: number | null;
  readonly unit: string | null;
  /** Header says 次数/人次 (times) or 分 (points); for bonus columns. */
  readonly counts: "times" | "points" | null;
  /** Header evidence in words for the mapping view. */
  readonly why: string;
  /** Known and not needed (民族, 邮箱), or set by the clerk not to be read: nothing is asked about it. */
  readonly ignored?: boolean;
  /** The column asks by yes or no, and a yes means this (是否骨干教师 → 骨干教师); beside the column with the key there may be others without. */
  readonly marks?: string;
  /** The rule the header speaks of, where the key is a common field (市级培训人数 → part). */
  readonly rule?: string;
}

export interface Caption {
  readonly label: string;
  readonly text: string;
  readonly row: number;
  readonly column: number;
  /** The common field the label names (单位 → school, 教师总数 → whole), null where it names none. */
  readonly key?: ColumnKey | null;
}

export type RowKind = "record" | "subtotal" | "total" | "average" | "example" | "header" | "letters" | "blank" | "note";

export interface TableRow {
  readonly row: number;
  readonly kind: RowKind;
}

export interface Table {
  readonly sheet: Sheet;
  readonly kind: TableKind;
  readonly pack: Pack;
  /** 0..1; how sure the kind is. */
  readonly confidence: number;
  /** The header rows × the table's columns. */
  readonly header: Area;
  /** From the first to the last record. */
  readonly body: Area;
  readonly columns: readonly Column[];
  /** Every row from the header's end to the table's end. */
  readonly rows: readonly TableRow[];
  /** 单位: 兰西县第一中学, 填报日期, 学年, 教师总数 …: label → value and cell found above, beside or below the table. */
  readonly captions: readonly Caption[];
  /** The title above the table. */
  readonly title: string;
}

/** A sheet that holds no table we know, and why it looks so. */
export interface Unrecognised {
  readonly sheet: Sheet;
  /** There is a table-like block, but its header fits no kind. */
  readonly looksLikeTable: boolean;
  readonly why: string;
}

/** Which of several policies a workbook was taken to be about. */
export interface PolicyReading {
  readonly pack: Pack;
  /** The likeliest of those that no table was read by; null where nothing speaks for another. */
  readonly runnerUp: Pack | null;
  /** False where the two fit about equally well: the clerk is asked. */
  readonly isClear: boolean;
}

export interface Reading {
  readonly tables: readonly Table[];
  readonly unrecognised: readonly Unrecognised[];
  /** Absent where one policy was given, or no table was found. */
  readonly policy?: PolicyReading;
}
