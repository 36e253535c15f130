/** The words of src/excel: complete in both languages, and every id that the code uses is there. */
import fs from "node:fs";
import path from "node:path";
import enUS from "../../src/excel/messages/en-US.json";
import zhCN from "../../src/excel/messages/zh-CN.json";
import { hostFailure } from "../../src/excel/errors";
import { sayHost } from "../../src/excel/say";

const folder = path.join(__dirname, "../../src/excel");
const code = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith(".ts"))
  .map((name) => fs.readFileSync(path.join(folder, name), "utf8"))
  .join("\n");

test("both languages say the same messages", () => expect(Object.keys(enUS)).toEqual(Object.keys(zhCN)));

test("every message that the code names exists", () => {
  const named = [...code.matchAll(/"((?:host|report)\.[a-z-]+)"/g)].map(([, id]) => id ?? "");
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((id) => !Object.hasOwn(zhCN, id))).toEqual([]);
});

test("no message is left that nobody says", () => {
  const kinds = new Set([...code.matchAll(/: "([a-z-]+)",/g)].map(([, kind]) => `host.${kind ?? ""}`));
  const columns = new Set([...code.matchAll(/"([a-z]+)"/g)].map(([, column]) => `report.${column ?? ""}`));
  const left = Object.keys(zhCN).filter(
    (id) => !code.includes(`"${id}"`) && !kinds.has(id) && !columns.has(id) && !id.startsWith("level.") && id !== "host.unexplained",
  );
  expect(left).toEqual([]);
});

test.each([
  "read",
  "select",
  "mark",
  "clear",
  "report",
  "load",
  "save",
  "fix",
  "undo",
  "freeze",
  "restore",
  "repair",
  "copy",
  "listen",
] as const)("%s is named in the failure, in both languages", (attempt) => {
  const { says } = hostFailure(new Error("boom"), attempt, "教师", "before");
  expect(sayHost(says)).toMatch(/^[\u4e00-\u9fff]+（工作表“教师”）没有完成：.+工作簿仍是原样。$/);
  expect(sayHost(says, "en-US")).toMatch(/^[A-Z][A-Za-z ]+ \(sheet “教师”\) was not done: .+ as it was before\.$/);
  expect(sayHost(says)).not.toContain("boom");
});
