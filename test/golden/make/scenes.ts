/** All scenes by name: seed → book. */
import type { Book, FileKind } from "./book";
import { teacherBook, teacherFaults } from "./lanxi-teachers";
import { dressedBook } from "./dressed";
import { hardBook } from "./lanxi-hard";
import { logBook, rosterBook, rosterFaults, schoolBook, schoolFaults, submissionsBook } from "./lanxi-school";
import { xiangxiBudget, xiangxiCycle, xiangxiPlans, xiangxiQuota, xiangxiRoster, yueyangCycle, yueyangLog } from "./counties";
import { logVariety, plan9Ledger } from "./ledgers";
import { plan1Quota, plan1Reading, plan2Observation, plan7Roster, plan7Scores, plan9Year } from "./plans";
import { Chance } from "./random";
import { wholeSchool } from "./school-based";
import { beside, lanxiHours, longQuota, longSubmissions, missingColumn, sheetPerSchool, shortSums, stacked, unlikeBeside } from "./structure";
import { documents, plan9Quota, requiredAndDone, wideQuota, xiangxiScores } from "./wide";
import { zhaoqingWhole } from "./zhaoqing-whole";
import { zhaoqingBudget, zhaoqingCycle, zhaoqingLedger, zhaoqingLog, zhaoqingQuota, zhaoqingYear } from "./zhaoqing";

export type Scene = (seed: number) => Book;

/** A third clean, a third with one fault, a third with several. */
export function faultsFor(chance: Chance, seed: number, names: readonly string[]): string[] {
  if (seed % 3 === 0) return [];
  if (seed % 3 === 1) return [names[Math.floor(seed / 3) % names.length] ?? ""];
  return chance.some(names, chance.int(3, 8));
}

export function kindFor(chance: Chance): FileKind {
  return chance.pick(["xlsx", "xlsx", "xlsx", "xlsx", "xlsx", "xls", "ods", "csv-utf8", "csv-bom", "csv-gb18030"] as const);
}

const seeded = (make: (chance: Chance, seed: number) => Book): Scene => (seed) => make(new Chance(seed), seed);

export const scenes: Readonly<Record<string, Scene>> = {
  "lanxi-teachers": seeded((chance, seed) => teacherBook(chance, faultsFor(chance, seed, Object.keys(teacherFaults)), kindFor(chance))),
  "lanxi-school": seeded((chance, seed) => schoolBook(chance, faultsFor(chance, seed, Object.keys(schoolFaults)))),
  "lanxi-roster": seeded((chance, seed) => rosterBook(chance, faultsFor(chance, seed, Object.keys(rosterFaults)))),
  "lanxi-submissions": seeded((chance, seed) => submissionsBook(chance, seed % 3 !== 0)),
  "lanxi-log": seeded((chance, seed) => logBook(chance, seed % 3 !== 0)),
  "zhaoqing-year": seeded(zhaoqingYear),
  "zhaoqing-log": seeded(zhaoqingLog),
  "zhaoqing-ledger": seeded(zhaoqingLedger),
  "zhaoqing-cycle": seeded(zhaoqingCycle),
  "zhaoqing-quota": seeded(zhaoqingQuota),
  "zhaoqing-budget": seeded(zhaoqingBudget),
  "yueyang-cycle": seeded(yueyangCycle),
  "yueyang-log": seeded(yueyangLog),
  "xiangxi-roster": seeded(xiangxiRoster),
  "xiangxi-plans": seeded(xiangxiPlans),
  "xiangxi-cycle": seeded(xiangxiCycle),
  "xiangxi-quota": seeded(xiangxiQuota),
  "xiangxi-budget": seeded(xiangxiBudget),
  "plan1-quota": seeded(plan1Quota),
  "plan1-reading": seeded(plan1Reading),
  "plan2-observation": seeded(plan2Observation),
  "plan7-scores": seeded(plan7Scores),
  "plan7-roster": seeded(plan7Roster),
  "plan9-year": seeded(plan9Year),
  "lanxi-hard": seeded(hardBook),
  "structure-sheets": seeded(sheetPerSchool),
  "structure-stacked": seeded(stacked),
  "structure-beside": seeded(beside),
  "structure-missing": seeded(missingColumn),
  "structure-sums": seeded(shortSums),
  "structure-submissions": seeded(longSubmissions),
  "structure-quota": seeded(longQuota),
  "structure-hours": seeded(lanxiHours),
  "lanxi-dressed": seeded(dressedBook),
  "wide-year": seeded(requiredAndDone),
  "wide-quota": seeded(wideQuota),
  "plan9-quota": seeded(plan9Quota),
  "xiangxi-scores": seeded(xiangxiScores),
  "lanxi-documents": seeded(documents),
  "lanxi-whole": seeded(wholeSchool),
  "zhaoqing-whole": seeded(zhaoqingWhole),
  "zhaoqing-logs": seeded(logVariety),
  "plan9-ledger": seeded(plan9Ledger),
  "structure-unlike": seeded(unlikeBeside),
};
