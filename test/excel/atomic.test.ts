/**
 * Every call to the host is made to fail once, in turn, during each action that writes: afterwards the workbook is either as
 * before or as wanted, never between, and the message says which.
 */
import { excelHost } from "../../src/excel/excel-host";
import { HostFailure } from "../../src/excel/host";
import { sayHost } from "../../src/excel/say";
import type { Fix, Report } from "../../src/check/report";
import { GridError, startExcel, stopExcel, type SimulatedExcel, type StartOptions } from "../workbench/office-client";
import { failEachInTurn, picture } from "./faults";
import { finding } from "./finding";

jest.setTimeout(120_000);
const host = excelHost();
afterEach(stopExcel);

const clerks: StartOptions = {
  sheets: {
    教师: {
      rows: [
        ["姓名", "评课"],
        ["张三", "１８"],
        ["李四", 20],
      ],
      styles: { A1: { fill: "#FFFF00" } },
      conditionalFormats: [{ type: "Custom", areas: "B2:B99", formula: "=B2>20", fill: "#FF0000" }],
    },
    学校: [["单位"], ["一中"]],
  },
};

/** Runs an action with every failure in turn and compares with before and with what a run without failure gives. */
async function holds(
  options: StartOptions,
  prepare: () => Promise<unknown>,
  act: () => Promise<unknown>,
  plain: (seen: unknown) => unknown = (seen) => seen,
): Promise<number> {
  const seen = (excel: SimulatedExcel): unknown => plain(picture(excel));
  const calm = await startExcel(options);
  await prepare();
  const before = seen(calm);
  await act();
  const wanted = seen(calm);
  await stopExcel();
  return failEachInTurn(options, prepare, act, ({ what, excel, error }) => {
    const after = { what, ended: error === null, workbook: seen(excel) };
    if (error === null) {
      expect(after).toEqual({ what, ended: true, workbook: wanted });
      return;
    }
    expect(error).toBeInstanceOf(HostFailure);
    const words = error instanceof HostFailure ? sayHost(error.says) : "";
    expect(after).toEqual({ what, ended: false, workbook: before });
    expect(`${what}: ${words}`).toMatch(/没有完成：.+工作簿仍是原样。$/);
  });
}

const { changes } = host;
const signal = new AbortController().signal;
const fixes: readonly Fix[] = [
  { kind: "number", sheet: "教师", cell: "B2", from: "１８", to: 18 },
  { kind: "name", sheet: "学校", cell: "A2", from: "一中", to: "第一中学" },
];

const computed: StartOptions = {
  calculate: (formula) =>
    formula.startsWith("=KAOHE.PASSED") ? [["合格"], ["不合格"]] : formula.startsWith("=KAOHE.AGE") ? 41 : undefined,
  sheets: { 教师: [[1, "=KAOHE.PASSED(A1:A2)"], [2]], 学校: [["=KAOHE.AGE(1,2)", "x"]] },
};

/** A step's name and moment differ from run to run. */
const withoutMoment = (seen: unknown): unknown => JSON.parse(JSON.stringify(seen).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z(?:#\d+)?/g, "now"));

const nothing = (): Promise<void> => Promise.resolve();

const report: Report = {
  file: "一中.xlsx",
  verdict: "不可上报",
  policies: [],
  tables: [],
  findings: [finding("B2"), finding("B3", { level: "unknown" })],
  problem: null,
  readings: [],
  fingerprint: "",
};

/** The report says when it was made, and its links and names come and go with the sheet. */
const withoutMinute = (seen: unknown): unknown => JSON.parse(JSON.stringify(seen).replace(/\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d/g, "now"));

test("marking", async () => {
  const tried = await holds(clerks, nothing, () =>
    host.mark([finding("B2"), finding("A3", { level: "experience" }), finding("A2", { sheet: "学校" })]),
  );
  expect(tried).toBeGreaterThan(30);
});

test("marking anew", async () => {
  await holds(
    clerks,
    () => host.mark([finding("B3"), finding("A1", { sheet: "学校" })]),
    () => host.mark([finding("B2"), finding("B3", { level: "experience" })]),
  );
});

test("clearing the marks", async () => {
  await holds(
    clerks,
    () => host.mark([finding("B2"), finding("A3", { level: "experience" }), finding("A2", { sheet: "学校" })]),
    () => host.clearMarks(),
  );
});

test("writing the report", async () => {
  const tried = await holds(clerks, nothing, () => host.writeReport(report), withoutMinute);
  expect(tried).toBeGreaterThan(60);
});

test("writing the report in place of an earlier one", async () => {
  await holds(
    clerks,
    () => host.writeReport({ ...report, findings: [] }),
    () => host.writeReport(report),
    withoutMinute,
  );
});

test("saving the settings", async () => {
  await holds(
    clerks,
    () => host.saveSettings({ mapping: {}, readings: {}, explanations: {} }),
    () => host.saveSettings({ policy: "plan1", mapping: {}, readings: {}, explanations: {} }),
  );
});

test("applying fixes", async () => {
  const tried = await holds(clerks, nothing, () => changes.applyFixes(fixes), withoutMoment);
  expect(tried).toBeGreaterThan(30);
});

test("taking fixes back", async () => {
  let step = "";
  const apply = async (): Promise<void> => {
    step = (await changes.applyFixes(fixes)).step ?? "";
  };
  await holds(clerks, apply, () => changes.takeBack(step), withoutMoment);
});

test("turning formulas into values", async () => {
  const tried = await holds(computed, nothing, () => changes.freeze(signal), withoutMoment);
  expect(tried).toBeGreaterThan(40);
});

test("bringing formulas back", async () => {
  await holds(
    computed,
    () => changes.freeze(signal),
    () => changes.restore(),
    withoutMoment,
  );
});

test("entering formulas again", async () => {
  const lost: StartOptions = { ...computed, sheets: { 教师: [[{ f: "=_xldudf_KAOHE_AGE(1,2)", v: new GridError("#NAME?") }]] } };
  await holds(lost, nothing, () => changes.repair(signal), withoutMoment);
});

test("making the copy to be handed in", async () => {
  const tried = await holds(clerks, nothing, () => changes.exportCopy({ maskIds: true }));
  expect(tried).toBeGreaterThan(3);
});

test.each([
  ["corrections", () => changes.previewFixes(fixes)],
  ["turning into values", () => changes.previewFreeze(signal)],
  ["bringing back", () => changes.previewRestore()],
  ["entering again", () => changes.previewRepair(signal)],
])("looking beforehand at %s writes nothing, and a failure of it says so", async (_what, preview) => {
  await holds(computed, nothing, preview, withoutMoment);
});
