/**
 * The judge before the judges: workbooks made at random with planted faults and a known answer, for every document. The
 * generator (test/golden/make) forms its expectations from the design and the documents, not from src/check.
 */
import { judge, scoreOf, type Judgement } from "./make/judge";
import { scenes } from "./make/scenes";

/** Books of each scene; `npx tsx test/golden/make/run.ts` takes as many as one likes. */
const SEEDS = Array.from({ length: 9 }, (_, seed) => seed);

const said = (one: Judgement): string =>
  [
    ...one.missed.map((wanted) => `MISSED ${wanted.code} ${wanted.sheet}!${wanted.cell} (${wanted.why})`),
    ...one.extra.map((finding) => `EXTRA ${finding.code} ${finding.sheet}!${finding.cell} ${finding.message}`),
    ...one.tableFaults,
    ...one.columnFaults,
  ].join("\n");

describe("planted faults are found and nothing else, in every kind of form", () => {
  const all: Judgement[] = [];

  for (const [name, scene] of Object.entries(scenes)) {
    it(`${name}: tables and columns are read, the verdict is right`, async () => {
      for (const seed of SEEDS) {
        const one = await judge(scene(seed));
        all.push(one);
        expect({ seed, crash: one.crash, says: said(one), verdict: one.verdict.came }).toEqual({ seed, crash: null, says: said(one), verdict: one.verdict.wanted });
      }
    }, 60_000);
  }

  it("over all: recall ≥ 95 %, precision ≥ 97 %, every table, ≥ 98 % of the columns, clean files clean", () => {
    const score = scoreOf(all);
    expect(score.found / score.planted).toBeGreaterThanOrEqual(0.95);
    expect(score.found / (score.found + score.extra)).toBeGreaterThanOrEqual(0.97);
    expect(score.tableFaults).toBe(0);
    expect((score.columns - score.columnFaults) / score.columns).toBeGreaterThanOrEqual(0.98);
    expect(score.dirtyClean).toBe(0);
    expect(score.crashes).toBe(0);
  });
});
