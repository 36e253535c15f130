/**
 * 讲解: a cell's KAOHE formula in words. The cells that it refers to are read, each function is called once more, and the trace of
 * that very calculation is shown with its clause.
 */
import { readRanges } from "../../../check/formula-ranges";
import type { Formulas, SelectedCell } from "../../../excel/formulas";
import { callFunction, isErrorResult } from "../../../functions/calling";
import { policyOf } from "../../../functions/call";
import { ruleNamed } from "../../../functions/lookup";
import type { Judging } from "../../../rules/judging";
import type { Outcome } from "../../../rules/outcome";
import { sayTrace } from "../../../rules/say";
import type { Rule } from "../../../policy/schema";
import { areaA1, parseA1 } from "../../../table/address";
import type { Area } from "../../../table/workbook";
import { CellError, type CellValue } from "../../../values/cell";
import { isoOf, ofSerial } from "../../../values/date";
import type { Locale } from "../../../values/message";
import { shownResult } from "../results";
import { atRow, callsIn, isOneCall, plainFormula, type FormulaCall } from "./calls";
import { evaluate, type CellAt } from "./evaluate";
import { parametersOf, type ParameterId } from "./parameters";

export interface ExplainedArgument {
  readonly name: ParameterId;
  /** As the formula writes it. */
  readonly written: string;
  /** What was read there; null where its value is not known here, [] where the text says it all. */
  readonly values: readonly string[] | null;
}

export interface ExplainedClause {
  readonly document: string;
  readonly at: string;
  readonly quote: string;
}

export interface ExplainedCall {
  readonly call: string;
  readonly args: readonly ExplainedArgument[];
  readonly steps: readonly string[];
  readonly conclusion: string;
  /** What the function gives; "" where it could not be called. */
  readonly result: string;
  /** The reason of an error, in the function's words. */
  readonly said: string;
  readonly clauses: readonly ExplainedClause[];
  readonly readings: readonly { readonly question: string; readonly chosen: string }[];
}

export type Explanation =
  /** The cell holds no formula, or one without our functions. */
  | { readonly kind: "none"; readonly at: SelectedCell }
  | {
      readonly kind: "explained";
      readonly at: SelectedCell;
      readonly formula: string;
      /** Of a formula that fills several rows: which of them the cell is (from 1), and where the formula stands. */
      readonly part: { readonly row: number; readonly of: number; readonly anchor: string } | null;
      /** Excel's own functions stand around ours. */
      readonly isMixed: boolean;
      /** The cell shows #NAME?: Excel does not know the function now. */
      readonly isUnnamed: boolean;
      /** There was no room for all rows. */
      readonly isBlocked: boolean;
      readonly calls: readonly ExplainedCall[];
    };

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

const key = (sheet: string, row: number, column: number): string => `${sheet.toLowerCase()}!${String(row)},${String(column)}`;

/** All cells that the arguments refer to, in one reading. */
async function cellsOf(args: readonly string[], place: Place, formulas: Formulas): Promise<CellAt> {
  const ranges = args.flatMap((argument) => readRanges(argument));
  const asked = ranges.map(({ sheet, ...area }) => ({ sheet: sheet ?? place.sheet, area }));
  const read = asked.length === 0 ? [] : await formulas.read(asked.map(({ sheet, area }) => ({ sheet, area: areaA1(area) })));
  const known = new Map<string, CellValue>();
  asked.forEach(({ sheet, area }, index) => {
    read[index]?.forEach((row, down) => row.forEach((value, beside) => known.set(key(sheet, area.top + down, area.left + beside), value)));
  });
  return (sheet, row, column) => known.get(key(sheet, row, column));
}

const isDated: ReadonlySet<ParameterId> = new Set<ParameterId>(["parameter.birth", "parameter.day"]);

function shownValue(value: unknown, name: ParameterId): string {
  if (value instanceof CellError) return value.code;
  const day = typeof value === "number" && isDated.has(name) ? ofSerial(value) : null;
  return day === null ? shownResult(value) : isoOf(day);
}

/** A written-out text or number needs no value beside it. */
const isLiteral = (written: string): boolean => /^(?:"(?:[^"]|"")*"|-?\d+(?:\.\d+)?)?$/u.test(written);

/** More values than these are not listed. */
const LISTED = 24;

function valuesShown(value: unknown, name: ParameterId): readonly string[] {
  const cells: unknown[] = Array.isArray(value) ? value.flat() : [value];
  return cells.slice(0, LISTED).map((each) => shownValue(each, name));
}

function judgingOf(value: unknown): Judging | null {
  try {
    return policyOf(value);
  } catch {
    // The function says itself what is wrong with its policy.
    return null;
  }
}

function ruleCalled(judging: Judging | null, value: unknown): Rule | null {
  try {
    return judging !== null && typeof value === "string" ? ruleNamed(judging, value) : null;
  } catch {
    // The function says itself that it knows no such rule.
    return null;
  }
}

function clausesOf(judging: Judging | null, outcomes: readonly Outcome<unknown>[], named: Rule | null): ExplainedClause[] {
  const rules = new Set([...outcomes.map(({ trace }) => trace.rule), ...(outcomes.length === 0 && named !== null ? [named] : [])]);
  return [...rules].map(({ clause }) => ({
    document: clause.document ?? judging?.pack.title ?? "",
    at: clause.at,
    quote: clause.quote,
  }));
}

function readingsOf(judging: Judging | null, outcomes: readonly Outcome<unknown>[]): ExplainedCall["readings"] {
  const applied = new Map(outcomes.flatMap(({ trace }) => trace.readings.map((one) => [`${one.rule}/${one.id}`, one] as const)));
  return [...applied.values()].flatMap(({ rule, id, value }) => {
    const reading = judging?.pack.rules.find((one) => one.id === rule)?.readings?.find((one) => one.id === id);
    const chosen = reading?.options.find((option) => option.value === value)?.label;
    return reading === undefined || chosen === undefined ? [] : [{ question: reading.question, chosen }];
  });
}

function resultText(got: unknown): string {
  if (isErrorResult(got) || !Array.isArray(got)) return shownResult(got);
  return got.flat().map(shownResult).join("、");
}

function explainedCall({ name: call, args }: FormulaCall, place: Place, cell: CellAt, locale: Locale): ExplainedCall {
  const names = parametersOf(call);
  const given = args.map((written) => ({ written, value: evaluate(written, place, cell) }));
  const isKnown = given.every(({ value }) => value.known);
  const values = given.map(({ value }) => (value.known ? value.value : null));
  const withPolicy = names[0] === "parameter.policy";
  const judging = withPolicy ? judgingOf(values[0]) : null;
  const { got, said, outcomes } = isKnown ? callFunction(call, values) : { got: "", said: "", outcomes: [] };
  const say = (message: Parameters<typeof sayTrace>[0]): string => sayTrace(message, locale);
  return {
    call,
    args: given.flatMap(({ written, value }, index): ExplainedArgument[] => {
      const name = names[index];
      if (name === undefined) return [];
      if (!value.known) return [{ name, written, values: null }];
      const isSheet = name === "parameter.policy" && Array.isArray(value.value);
      const shown = isSheet ? [judging?.pack.name ?? ""] : isLiteral(written) ? [] : valuesShown(value.value, name);
      return [{ name, written, values: shown }];
    }),
    steps: outcomes.flatMap(({ trace }) => trace.steps.map(say)),
    conclusion: outcomes.map(({ trace }) => say(trace.conclusion)).at(-1) ?? "",
    result: isKnown ? resultText(got) : "",
    said,
    clauses: clausesOf(judging, outcomes, names[1] === "parameter.rule" ? ruleCalled(judging, values[1]) : null),
    readings: readingsOf(judging, outcomes),
  };
}

function partOf(at: SelectedCell): { readonly row: number; readonly of: number; readonly anchor: string } | null {
  const [area, cell] = [parseA1(at.spill?.area ?? ""), parseA1(at.cell)];
  if (at.spill === null || area === null || cell === null || area.bottom === area.top) return null;
  return { row: cell.top - area.top + 1, of: area.bottom - area.top + 1, anchor: at.spill.cell };
}

/** Explains the formula of the selected cell; reads what it refers to, writes nothing. */
export async function explainCell(at: SelectedCell, formulas: Formulas, locale: Locale): Promise<Explanation> {
  const formula = at.spill?.formula ?? at.formula ?? "";
  const plain = plainFormula(formula);
  const calls = callsIn(plain);
  const own: Area | null = parseA1(at.spill?.cell ?? at.cell);
  if (calls.length === 0 || own === null) return { kind: "none", at };
  const part = partOf(at);
  const offset = (part?.row ?? 1) - 1;
  const policies = new Set(calls.flatMap(({ name, args }) => (parametersOf(name)[0] === "parameter.policy" ? args.slice(0, 1) : [])));
  const rowCalls = calls.map((call) => ({ ...call, args: call.args.map((argument) => atRow(argument, offset, policies)) }));
  const place = { sheet: at.sheet, row: own.top, column: own.left };
  const cell = await cellsOf(
    rowCalls.flatMap(({ args }) => args),
    place,
    formulas,
  );
  return {
    kind: "explained",
    at,
    formula,
    part,
    isMixed: !isOneCall(plain),
    isUnnamed: at.value instanceof CellError && at.value.code === "#NAME?",
    isBlocked: at.value instanceof CellError && at.value.code === "#SPILL!",
    calls: rowCalls.map((call) => explainedCall(call, place, cell, locale)),
  };
}
