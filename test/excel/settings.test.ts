/** Settings inside the workbook, through the genuine client. */
import { excelHost } from "../../src/excel/excel-host";
import { ASIDE_NAMESPACE } from "../../src/excel/settings";
import { SETTINGS_NAMESPACE, settingsXml, NOTHING_KEPT } from "../../src/check/settings";
import type { Settings } from "../../src/check/report";
import { startExcel, stopExcel, type SimulatedExcel } from "../workbench/office-client";
import { failureOf } from "./finding";

const host = excelHost();
afterEach(stopExcel);

const settings: Settings = {
  policy: "lanxi-2024-autumn",
  mapping: { 教师: { B: "name", F: "" } },
  readings: { "lanxi.bonus/role": "listed" },
  explanations: { key: { text: "原件 <已核对> & “签名”", by: "李主任", at: "2024-12-01" } },
};

const parts = (excel: SimulatedExcel, namespace = SETTINGS_NAMESPACE) => excel.book.xmlParts.filter((part) => part.namespace === namespace);

test("a workbook without settings has none", async () => {
  await startExcel();
  expect(await host.loadSettings()).toBeNull();
});

test("what was saved is loaded again, and there is one part however often it is saved", async () => {
  const excel = await startExcel();
  await host.saveSettings(settings);
  await host.saveSettings({ ...settings, policy: "plan1" });
  expect(await host.loadSettings()).toEqual({ ...settings, policy: "plan1" });
  expect(parts(excel)).toHaveLength(1);
});

test("two parts, as in a merged workbook, are read as one and saved as one", async () => {
  const excel = await startExcel({ xml: { [SETTINGS_NAMESPACE]: settingsXml({ ...NOTHING_KEPT, settings }) } });
  await Excel.run(async (context) => {
    context.workbook.customXmlParts.add(
      settingsXml({ ...NOTHING_KEPT, settings: { mapping: { 学校: { A: "school" } }, readings: {}, explanations: {} } }),
    );
    await context.sync();
  });
  expect(parts(excel)).toHaveLength(2);
  const loaded = await host.loadSettings();
  expect(loaded?.mapping).toEqual({ 教师: { B: "name", F: "" }, 学校: { A: "school" } });
  await host.saveSettings(loaded ?? settings);
  expect(parts(excel)).toHaveLength(1);
});

test("settings that cannot be read are said to be, and kept aside when new ones are saved", async () => {
  const broken = `<kaohe xmlns="${SETTINGS_NAMESPACE}">{"settings":</kaohe>`;
  const excel = await startExcel({ xml: { [SETTINGS_NAMESPACE]: broken } });
  expect(await failureOf(host.loadSettings())).toEqual({
    id: "host.settings-broken",
    words: "工作簿里保存的设置（列的对应、说明等）读不出来，这次按没有设置处理。再次保存设置时，原来的内容会另存一份，不会丢失。",
  });
  await host.saveSettings(settings);
  expect(await host.loadSettings()).toEqual(settings);
  expect(parts(excel, ASIDE_NAMESPACE).map((part) => part.xml)).toEqual([
    `<kaohe-aside xmlns="${ASIDE_NAMESPACE}">&lt;kaohe xmlns="${SETTINGS_NAMESPACE}"&gt;{"settings":&lt;/kaohe&gt;</kaohe-aside>`,
  ]);
});

test.each(["成绩.xls", "导出.csv", "导出.CSV", "表.ods"])(
  "in %s settings cannot be kept: the clerk is asked to save as .xlsx",
  async (name) => {
    const excel = await startExcel({ name });
    const failure = await failureOf(host.saveSettings(settings));
    expect(failure.id).toBe("host.settings-format");
    expect(failure.words).toContain("“另存为”Excel 工作簿（.xlsx）");
    expect(excel.book.xmlParts).toEqual([]);
  },
);

test.each(["工作簿1", "成绩.xlsx", "成绩.xlsm", "2024.秋季考核.xlsx"])("in %s they can", async (name) => {
  await startExcel({ name });
  await host.saveSettings(settings);
  expect(await host.loadSettings()).toEqual(settings);
});

test("parts of others are never touched", async () => {
  const excel = await startExcel({ xml: { "urn:other": '<a xmlns="urn:other">1</a>' } });
  await host.saveSettings(settings);
  expect(parts(excel, "urn:other").map((part) => part.xml)).toEqual(['<a xmlns="urn:other">1</a>']);
});
