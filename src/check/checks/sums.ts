/** 合计, 小计 and 平均 rows against the records they are about: score.total-mismatch, hours.total-mismatch. */
import type { TableKind } from "../../policy/schema";
import type { Column } from "../../table/table";
import { agrees, exact, show, sum, toNumber, type Exact } from "../../values/exact";
import { readNumber } from "../../values/number";
import type { Check, CheckContext, Sheet } from "../context";
import type { FindingCode } from "../findings";
import { headerName, natureOf } from "./cells";
import { scopeOf } from "./formulas";
import type { Entry } from "../record";
import words from "../words.json";

const codeOf: Readonly<Partial<Record<TableKind, FindingCode>>> = {
  "teacher-assessment": "score.total-mismatch",
  "school-assessment": "score.total-mismatch",
  "hours-log": "hours.total-mismatch",
  "hours-year": "hours.total-mismatch",
  "hours-cycle": "hours.total-mismatch",
};

/** The records of some rows, which follow each other as in the sheet. */
function entriesIn(sheet: Sheet, rows: readonly number[]): readonly Entry[] {
  if (rows.length === sheet.records.length) return sheet.records;
  const from = sheet.records.findIndex((entry) => entry.row === rows[0]);
  return sheet.records.slice(from, from + rows.length);
}

/** The amounts of a column in some rows; null where one of them cannot be told. */
function amountsIn(entries: readonly Entry[], key: string): Exact[] | null {
  const amounts: Exact[] = [];
  for (const entry of entries) {
    const state = entry.number(key);
    if (state.kind === "refused") return null;
    if (state.kind === "number") amounts.push(state.amount);
  }
  return amounts;
}

/** 平均 has a value to compare; 最高分, 合格率 and the like, which stand among them, have not. */
function saysMean(sheet: Sheet, row: number): boolean {
  const { header, sheet: grid } = sheet.table;
  const texts = Array.from({ length: header.right + 1 }, (_, column) => grid.value(row, column));
  return texts.some((value) => typeof value === "string" && words.mean.some((word) => value.replace(/\s+/gu, "").includes(word)));
}

/** A mean written by hand may be rounded to one decimal, or whole. */
function fitsMean(written: number, amounts: readonly Exact[], count: number): boolean {
  const divisors = new Set([amounts.length, count]);
  return [...divisors].some((divisor) => divisor > 0 && agrees(written, sum(amounts).div(exact(divisor)), 0));
}

/** A 平均 after the first group may be of all that stands in the sheet. */
function fitsMeanOfAll(sheet: Sheet, key: string, written: number): boolean {
  const amounts = amountsIn(sheet.records, key);
  return amounts !== null && fitsMean(written, amounts, sheet.records.length);
}

/** The 小计 above a 合计 as they are written: a 合计 that adds them up is right, whatever is wrong with one of them. */
function subtotalsIn(sheet: Sheet, column: Column, row: number): Exact {
  const written = sheet.table.rows.filter((each) => each.kind === "subtotal" && each.row < row);
  const reads = written.map((each) => readNumber(sheet.table.sheet.value(each.row, column.index)));
  return sum(reads.flatMap((read) => (read.kind === "number" ? [read.exact] : [])));
}

function judge(context: CheckContext, sheet: Sheet, column: Column, key: string, row: number, kind: string, code: FindingCode): void {
  if (kind === "average" && !saysMean(sheet, row)) return;
  const at = { sheet: sheet.table.sheet.name, row, column: column.index };
  if (context.findings.has(at, ["formula.range-short"])) return;
  const read = readNumber(sheet.table.sheet.value(row, column.index));
  if (read.kind !== "number") return;
  const entries = entriesIn(sheet, scopeOf(sheet, row));
  const amounts = amountsIn(entries, key);
  if (!amounts || amounts.length === 0) return;
  const written = toNumber(read.exact);
  const total = sum(amounts);
  if (fitsMean(written, amounts, entries.length) || (kind === "average" && fitsMeanOfAll(sheet, key, written))) return;
  if (kind !== "average" && agrees(written, total, sheet.judging.pack.rounding)) return;
  if (kind === "total" && agrees(written, subtotalsIn(sheet, column, row), sheet.judging.pack.rounding)) return;
  const due = kind === "average" ? total.div(exact(amounts.length)) : total;
  const values = { column: headerName(column), written: show(read.exact), due: show(due) };
  const id = kind === "average" ? "sum.mean-mismatch" : "sum.total-mismatch";
  context.findings.add({ code, at, value: show(read.exact), expected: show(due), says: { id, values } });
}

export const sums: Check = function* (context) {
  for (const sheet of context.sheets) {
    const code = codeOf[sheet.table.kind];
    if (code === undefined) continue;
    const rules = new Map(sheet.judging.pack.rules.map((rule) => [rule.id, rule] as const));
    for (const column of sheet.table.columns) {
      if (column.key === null || natureOf(column, rules) !== "number") continue;
      for (const { row, kind } of sheet.table.rows) {
        if (kind === "total" || kind === "subtotal" || kind === "average") judge(context, sheet, column, column.key, row, kind, code);
      }
      yield;
    }
  }
};
