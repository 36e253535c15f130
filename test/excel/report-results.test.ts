/** 检查报告: who reports and what came out; and whether the data changed since the report was written. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkWorkbook, judgedWorkbook } from "../../src/check/check";
import { sinceLastReport } from "../../src/check/since-report";
import type { Report } from "../../src/check/report";
import { NOTHING_KEPT, readSettings, settingsXml } from "../../src/check/settings";
import { summarySteps } from "../../src/check/summary";
import { reportContent } from "../../src/excel/report-content";
import { openWorkbook } from "../../src/files/open";
import { packs } from "../../src/policy/library";

/** Writing through the genuine client takes its time on a busy machine. */
jest.setTimeout(30_000);

function reportOn(sample: string): Report {
  const bytes = new Uint8Array(readFileSync(join(__dirname, "../../assets/samples", sample)));
  const workbook = openWorkbook(bytes, sample);
  const options = { asOf: "2024-12-30" };
  const steps = summarySteps(checkWorkbook(workbook, packs, options), judgedWorkbook(workbook, packs, options));
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function facts(report: Report): Map<string, string> {
  const { facts: all } = reportContent(report, { policyTitles: [], at: new Date(2024, 11, 30), locale: "zh-CN" });
  return new Map(all.map(({ label, text }) => [label, text]));
}

test("兰西：填报单位、合格率、认定学时", () => {
  const all = facts(reportOn("兰西教师考核-规范.xlsx"));
  expect(all.get("填报单位")).toBe("兰西县教师进修学校");
  expect(all.get("结果统计")?.split("\n")).toEqual([
    "兰西2024秋：48 人（自愿放弃 1 人不计）",
    "教师考核：合格 45 人，不合格 2 人，合格率 95.7%",
    "校本考核：合格 45 人，不合格 2 人，合格率 95.7%",
    "培训结业证书：发证 44 人，不发证 3 人，发证率 93.6%",
    "认定学时：共 1620 学时；36 学时 44 人，24 学时 1 人，12 学时 1 人，0 学时 1 人",
  ]);
});

test("肇庆：每个板块完成多少人、还差多少学时", () => {
  expect(facts(reportOn("肇庆年度学时-有问题.xlsx")).get("结果统计")?.split("\n")).toContain(
    "个人选修课：完成 28 人，未完成 2 人，共差 8 学时",
  );
});

test("没有统计时报告照样写，只是没有这几行", () => {
  const plain = { ...reportOn("兰西教师考核-规范.xlsx"), summary: undefined };
  expect([...facts(plain).keys()]).not.toContain("结果统计");
});

test("上次报告的指纹随设置保存；数据改了就说已变动", () => {
  const { fingerprint } = reportOn("兰西教师考核-规范.xlsx");
  const lastReport = { fingerprint, at: "2024-12-30T08:00:00Z" };
  const reading = readSettings(settingsXml({ ...NOTHING_KEPT, settings: { ...NOTHING_KEPT.settings, lastReport } }));
  expect(reading.ok && reading.kept.settings.lastReport).toEqual(lastReport);
  expect([
    sinceLastReport(fingerprint, undefined),
    sinceLastReport(fingerprint, lastReport),
    sinceLastReport(reportOn("兰西教师考核-有问题.xlsx").fingerprint, lastReport),
  ]).toEqual([null, "same", "changed"]);
});
