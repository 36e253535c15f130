/** npm run check -- FILE --policy FILE: a workbook judged by a policy that stands in a file, JSON or rule sheet. */
import { checkWorkbook } from "../../src/check/check";
import { run } from "../../src/cli/run";
import { FileProblem } from "../../src/files/problem";
import { findPack, packs } from "../../src/policy/library";
import { bytesOf } from "../unseen/forms";
import { policy, SONGLING, type Files } from "./command";

async function check(typed: readonly string[], files: Files) {
  let out = "";
  let error = "";
  const code = await run(typed, {
    readFile: (path) => {
      const content = files[path];
      if (content === undefined) throw new FileProblem("file.missing", { file: path });
      return typeof content === "string" ? new TextEncoder().encode(content) : content;
    },
    writeFile: () => false,
    out: (text) => (out += text),
    error: (text) => (error += text),
    today: "2025-12-31",
    packs,
    findPack,
    check: checkWorkbook,
  });
  return { code, out, error };
}

const form = {
  name: "周期",
  title: "五年周期学时汇总表",
  header: [["序号", "姓名", "单位", "集中培训", "非集中培训", "合计", "是否完成"]],
  rows: [[1, "赵明", "一小", 150, 210, 360, "是"]],
};

test("政策写在 JSON 文件里：按它检查，结果里写它的短名", async () => {
  const ran = await check(["周期.xlsx", "--policy", "松岭.json"], { "周期.xlsx": await bytesOf([form]), "松岭.json": SONGLING });
  expect(ran.error).toBe("");
  expect(ran.code).toBe(1);
  expect(ran.out).toContain("松岭学时");
  expect(ran.out).toContain("赵明写了已完成，但在周期内计入 150 学时，应达到 160，还差 10 学时，请改正");
});

test("政策写在规则表里：也一样", async () => {
  const { files } = await policy(["sheet", "松岭.json", "规则表.xlsx"], { "松岭.json": SONGLING });
  const ran = await check(["周期.xlsx", "--policy", "规则表.xlsx"], { ...files, "周期.xlsx": await bytesOf([form]) });
  expect(ran.code).toBe(1);
  expect(ran.out).toContain("赵明写了已完成，但在周期内计入 150 学时，应达到 160，还差 10 学时，请改正");
});

test.each<[string, string, string]>([
  ["没有这个文件", "没有.json", "找不到文件“没有.json”"],
  ["政策包有错", "错.json", "不能使用"],
  ["工作簿里没有规则表", "周期.xlsx", "没有找到规则表"],
])("%s：说明，退出码 64，不检查", async (_says, name, message) => {
  const files = { "周期.xlsx": await bytesOf([form]), "错.json": SONGLING.replace('"line": 60', '"line": -1') };
  const ran = await check(["周期.xlsx", "--policy", name], files);
  expect([ran.code, ran.out]).toEqual([64, ""]);
  expect(ran.error).toContain(message);
});
