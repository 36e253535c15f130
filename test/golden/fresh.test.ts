/**
 * Forms drawn by hand as schools and counties make them, clean and with planted faults (test/golden/make/fresh-*.ts): tables, columns,
 * findings and verdicts, with the policy given and recognised from the workbook.
 */
import type { Book } from "./make/book";
import { forced } from "./make/fresh";
import { fresh } from "./make/fresh-scenes";
import { faultsOf, judge, scoreOf, type Judgement } from "./make/judge";

/** Clean, every fault at once, and a mixture; `npx tsx test/golden/make/run.ts --fresh` takes as many as one likes. */
const SEEDS = [0, 1, 2];

describe.each([
  ["with the policy given", true],
  ["with the policy recognised", false],
] as const)("forms as schools and counties make them, %s", (_, withPolicy) => {
  const all: Judgement[] = [];

  it.each(Object.entries(fresh))("%s: planted faults are found and nothing else", async (_name, scene: (seed: number) => Book) => {
    for (const seed of SEEDS) {
      const one = await judge(scene(seed), withPolicy);
      all.push(one);
      expect({ seed, faults: faultsOf(one) }).toEqual({ seed, faults: [] });
    }
  });

  it("over all: recall ≥ 95 %, precision ≥ 97 %, every table, ≥ 98 % of the columns", () => {
    const score = scoreOf(all);
    expect(score.found / score.planted).toBeGreaterThanOrEqual(0.95);
    expect(score.found / (score.found + score.extra)).toBeGreaterThanOrEqual(0.97);
    expect(score.tableFaults).toBe(0);
    expect((score.columns - score.columnFaults) / score.columns).toBeGreaterThanOrEqual(0.98);
  });
});

describe("the same forms saved as a CSV in GB18030, which keeps no merged areas and nothing but text", () => {
  const asText = (scene: (seed: number) => Book, seed: number): Book => {
    forced.kind = "csv-gb18030";
    try {
      return scene(seed);
    } finally {
      forced.kind = null;
    }
  };
  // What the text no longer holds: the value behind 60.00, the digits that Excel lost, whose name the merged cell held.
  const losing = ["fresh-fifth-certificate-register", "fresh-fifth-odd-numbers-in-a-register", "fresh-fifth-log-beside-summary"];
  const scenes = Object.entries(fresh).filter(([name]) => !losing.includes(name)).filter(([, scene]) => asText(scene, 0).kind === "csv-gb18030");

  it.each(scenes)("%s", async (_name, scene: (seed: number) => Book) => {
    for (const seed of [0, 1]) {
      const one = await judge(asText(scene, seed));
      expect({ seed, faults: faultsOf(one) }).toEqual({ seed, faults: [] });
    }
  });
});
