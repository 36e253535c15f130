/** The last result as it is remembered: short, bounded, without identity numbers; and whatever stands there, nothing breaks. */
import fc from "fast-check";
import { comparableKey, findingsIn, isWhole, lastCheckOf, MOST_KEPT, readLastCheck } from "../../src/check/last-check";
import type { Finding, LastCheck, Level, Report, Settings } from "../../src/check/report";
import { packs } from "../../src/policy/library";

const at = new Date("2024-12-20T06:05:00Z");
const settings: Settings = { mapping: {}, readings: {}, explanations: {} };

function finding(number: number, change: Partial<Finding> = {}): Finding {
  const { code = "score.out-of-range", rule = "lanxi.teacher.review", sheet = "教师考核", subject = `教师${number}` } = change;
  return {
    ...{
      code,
      level: "logic",
      rule,
      sheet,
      cell: `D${number + 4}`,
      subject,
      value: 21,
      expected: 20,
      message: `教师${number}：21 分`,
      clause: null,
    },
    key: [code, rule ?? "", sheet, subject ?? `D${number + 4}`].join("|"),
    ...change,
  };
}

function reportOf(findings: readonly Finding[], change: Partial<Report> = {}): Report {
  return {
    ...{ file: "考核.xlsx", verdict: "不可上报", policies: ["lanxi-2024-autumn"], tables: [], findings, problem: null, readings: [] },
    fingerprint: "ab",
    ...change,
  };
}

/** Into the store as text, and back. */
function kept(last: unknown): LastCheck | undefined {
  return readLastCheck(JSON.parse(JSON.stringify(last))) ?? undefined;
}

test("findings come back with their words, place, clause, key and explanation", () => {
  const findings = [finding(1), finding(2, { subject: null }), finding(3, { level: "unknown", rule: null, cell: "", key: "own key|2" })];
  const last = kept(lastCheckOf(reportOf(findings), at, "zh-CN"));
  if (last === undefined) throw new Error("not kept");
  expect(isWhole(last)).toBe(true);
  const explained = { ...settings, explanations: { "own key|2": { text: "属实", by: "王会计", at: "2024-12-19" } } };
  const back = findingsIn(last, packs, explained);
  expect(
    back.map(({ level, code, rule, sheet, cell, subject, message, key }) => ({ level, code, rule, sheet, cell, subject, message, key })),
  ).toEqual(
    findings.map(({ level, code, rule, sheet, cell, subject, message, key }) => ({
      level,
      code,
      rule,
      sheet,
      cell,
      subject,
      message,
      key,
    })),
  );
  expect(back[0]?.clause?.at).toBe("六.2(2)");
  expect(back[2]?.explanation?.by).toBe("王会计");
});

test("keys of any making can be compared after the workbook was closed", () => {
  const text = fc.string({ unit: "binary", maxLength: 30 });
  fc.assert(
    fc.property(
      fc.array(fc.record({ key: text, subject: fc.option(text), sheet: fc.string({ minLength: 1, maxLength: 20 }) }), { maxLength: 20 }),
      (some) => {
        const findings = some.map((one, index) => finding(index, one));
        const last = lastCheckOf(reportOf(findings), at, "zh-CN");
        expect(findingsIn(last, packs, settings).map(({ key }) => key)).toEqual(findings.map(({ key }) => comparableKey(key)));
      },
    ),
  );
});

test("no identity number is kept", () => {
  const id = "230102198001011234";
  const last = lastCheckOf(reportOf([finding(1, { subject: id, key: `person.id-invalid||教师考核|${id}` })]), at, "zh-CN");
  expect(JSON.stringify(last)).not.toContain(id);
});

test("many findings: the gravest are kept, all are counted, and the part stays small", () => {
  const level = (number: number): Level => (number % 3 === 0 ? "info" : number % 3 === 1 ? "experience" : "logic");
  const findings = Array.from({ length: 30_000 }, (_, number) =>
    finding(number, { level: level(number), message: `教师${number}：${"很长的话".repeat(5)}` }),
  );
  const last = lastCheckOf(reportOf(findings), at, "zh-CN");
  expect(last.counts).toEqual({ logic: 10_000, experience: 10_000, unknown: 0, info: 10_000 });
  const back = findingsIn(last, packs, settings);
  expect(back.length).toBeGreaterThan(500);
  expect(back.length).toBeLessThanOrEqual(MOST_KEPT);
  expect(new Set(back.map((one) => one.level))).toEqual(new Set(["logic"]));
  expect(isWhole(last)).toBe(false);
  expect(new TextEncoder().encode(JSON.stringify(last)).length).toBeLessThanOrEqual(205_000);
  expect(kept(last)).toEqual(last);
});

const sound = lastCheckOf(reportOf([finding(1)]), at, "zh-CN");

test.each<[string, unknown]>([
  ["is no object", 7],
  ["is of another making", { at: "now" }],
  ["says 可上报 over findings that must be mended", { ...sound, verdict: "可上报" }],
  ["holds more than it counts", { ...sound, counts: { ...sound.counts, logic: 0 } }],
  ["has a date that is none", { ...sound, at: "昨天" }],
  ["counts less than nothing", { ...sound, rows: -1 }],
  ["has cells without end", { ...sound, groups: [{ ...sound.groups[0], cells: Array.from({ length: 5000 }, () => ["D5", "", "", ""]) }] }],
  ["has a level of its own", { ...sound, groups: [{ ...sound.groups[0], level: "fatal" }] }],
])("a last result that %s is let go", (_what, last) => expect(kept(last)).toBeUndefined());
