/**
 * What a workbook holds, before anything is judged: its tables under the given policies, rule sheets of its own included. Pure, in
 * steps; the same reading as the check's.
 */
import type { Pack } from "../policy/schema";
import { readTablesSteps } from "../table/read";
import type { Reading } from "../table/table";
import type { Workbook } from "../table/workbook";
import { recognised } from "./check";
import { Findings } from "./findings";
import type { CheckOptions, RecognisedTable, Rival } from "./report";
import { rivalOf, ruleSheetsOf, withoutRuleSheets, withRuleSheets } from "./rule-sheets";

export function* recogniseSteps(
  workbook: Workbook,
  packs: readonly Pack[],
  { asOf, settings, locale = "zh-CN" }: CheckOptions,
): Generator<unknown, { readonly reading: Reading; readonly tables: readonly RecognisedTable[]; readonly rival: Rival | undefined }> {
  const ruleSheets = ruleSheetsOf(workbook, new Findings(locale, settings), locale, settings?.ruleSheets);
  yield;
  const options = { locale, asOf, ...(settings ? { mapping: settings.mapping } : {}) };
  const inForce = withRuleSheets(packs, ruleSheets, settings?.policy);
  const reading = yield* readTablesSteps(withoutRuleSheets(workbook, ruleSheets), inForce, options);
  return { reading, tables: reading.tables.map(recognised), rival: rivalOf(reading, ruleSheets) };
}
