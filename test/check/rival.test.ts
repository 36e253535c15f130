/** A second policy that fits about as well is told; a clear workbook raises no alarm. */
import { checkWorkbook } from "../../src/check/check";
import { recogniseSteps } from "../../src/check/recognise";
import { atOnce } from "../../src/check/context";
import { openWorkbook } from "../../src/files/open";
import { packs } from "../../src/policy/library";
import { valuesOf } from "../../src/policy/sheet/plan";
import { packToRows } from "../../src/policy/sheet/write";
import { readTables } from "../../src/table/read";
import { scenes } from "../golden/make/scenes";
import { bytesOf, fileName } from "../golden/make/write";
import { sheetFrom, workbookOf } from "../table/sheet";
import { packCalled } from "./sheets";

const asOf = "2024-12-30";
const lanxi = packCalled("lanxi-2024-autumn");
const twin = { ...lanxi, id: "twin", name: "外县同款", examples: undefined };
const header = ["序号", "姓名", "心得体会（20分）", "有效评课（20分）", "培训学时（20分）", "教学设计（20分）", "活动反思（20分）", "总分"];
const teachers = sheetFrom([["教师培训考核表"], header, [1, "张一", 18, 16, 20, 20, 15, 89], [2, "李二", 17, 16, 20, 20, 15, 88]], {
  name: "教师考核",
});

test("两份政策一样合适：按第一份检查，并说出另一份", () => {
  const rival = { applied: { id: lanxi.id, name: "兰西2024秋" }, other: { id: "twin", name: "外县同款" } };
  expect(checkWorkbook(workbookOf(teachers), [...packs, twin], { asOf })).toMatchObject({ policies: [lanxi.id], rival });
  expect(atOnce(recogniseSteps(workbookOf(teachers), [...packs, twin], { asOf }))).toMatchObject({ rival });
});

test("选定了政策，就不再问", () => {
  const settings = { mapping: {}, readings: {}, explanations: {}, policy: "twin" };
  const report = checkWorkbook(workbookOf(teachers), [...packs, twin], { asOf, settings });
  expect([report.policies, report.rival]).toEqual([["twin"], undefined]);
});

test("工作簿自带规则表，用它就是，不拿内置的来问", () => {
  const own = sheetFrom(valuesOf(packToRows(twin)), { name: "考核规则" });
  const report = checkWorkbook(workbookOf(teachers, own), packs, { asOf });
  expect([report.policies, report.rival]).toEqual([["twin"], undefined]);
});

test("没有表，就没有什么好问", () => {
  expect(readTables(workbookOf(sheetFrom([["通讯录"], ["电话"], ["1"]])), [...packs, twin], { asOf }).policy).toBeUndefined();
});

test.each(Object.entries(scenes))("%s：认得清楚，不多问", async (_name, scene) => {
  for (const seed of [0, 1]) {
    const book = scene(seed);
    const { policy } = readTables(openWorkbook(await bytesOf(book), fileName(book)), packs, { asOf: book.asOf });
    expect([policy?.pack.id, policy?.isClear]).toEqual([book.policy, true]);
  }
});
