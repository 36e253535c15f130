/**
 * Workbooks composed at random from a seed (test/golden/make/composed*.ts): every policy and kind of table, headers of one to four levels, tables
 * beside and below each other, every kind of file, with none to four planted faults. What was planted is found, and nothing else.
 */
import { composed } from "./make/composed";
import { faultsOf, judge, scoreOf, type Judgement } from "./make/judge";

/** Each range is another mixture; `npx tsx test/golden/make/run-composed.ts --seeds A-B` takes as many as one likes. */
const ranges = [
  ["all policies", 0, 120],
  ["certificates, waivers, counties, several sheets", 500, 560],
  ["evidence, halves, wide forms", 1000, 1060],
] as const;

test.each(ranges)("%s: planted faults are found and nothing else", async (_name, from, to) => {
  const faults: string[] = [];
  for (let seed = from; seed < to; seed++) faults.push(...faultsOf(await judge(composed(seed))).map((fault) => `${seed}: ${fault}`));
  expect(faults).toEqual([]);
}, 120_000);

test("with the policy recognised from the workbook: recall ≥ 95 %, precision ≥ 97 %, tables and verdicts of nearly all", async () => {
  const all: Judgement[] = [];
  for (let seed = 0; seed < 100; seed++) all.push(await judge(composed(seed), false));
  const score = scoreOf(all);
  expect(score.found / score.planted).toBeGreaterThanOrEqual(0.95);
  expect(score.found / (score.found + score.extra)).toBeGreaterThanOrEqual(0.97);
  expect(score.tableFaults / score.tables).toBeLessThanOrEqual(0.05);
  expect(score.verdicts / all.length).toBeGreaterThanOrEqual(0.95);
}, 120_000);
