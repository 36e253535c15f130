/** 怎样写一个政策包: its example works as printed, both ways, and its tables are those of the software. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packs } from "../../src/policy/library";
import { packFromRows } from "../../src/policy/sheet/read";
import { saySheet } from "../../src/policy/sheet/say";
import sheetWords from "../../src/policy/sheet/words.json";
import { policy } from "./command";

const guide = readFileSync(join(__dirname, "../../src/policy/怎样写一个政策包.md"), "utf8");

function fences(language: string): string[] {
  return [...guide.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\``, "gu"))].map(([, text]) => text ?? "");
}

const [text = ""] = fences("text");
const [pack = "", next = ""] = fences("json");

test("例子照抄下来就能通过检查，引文都在原文里", async () => {
  const ran = await policy(["check", "qingxi-2025.json", "--source", "qingxi.txt"], { "qingxi-2025.json": pack, "qingxi.txt": text });
  expect(ran.out).toContain("结论：没有问题，可以使用。");
  expect(ran.out).toContain("11 条引文都能在“qingxi.txt”里找到");
  expect(ran.code).toBe(0);
});

test("规则表的例子与 JSON 的例子是同一个政策", () => {
  const section = guide.slice(guide.indexOf("### 写法一"), guide.indexOf("### 写法二"));
  const lines = section.split("\n").filter((line) => line.startsWith("|") && !/^\|[\s|:-]+\|$/u.test(line));
  const rows = lines.map((line) =>
    line
      .slice(1, line.lastIndexOf("|"))
      .split(/(?<!\\)\|/u)
      .map((cell) => cell.trim().replaceAll("<br>", "\n").replaceAll("\\|", "|")),
  );
  const reading = packFromRows(rows, { origin: "text" });
  expect("problems" in reading ? reading.problems.map(({ message }) => saySheet(message)) : []).toEqual([]);
  expect(reading.pack).toEqual(JSON.parse(pack));
});

test("下学期的例子沿用上一个例子：改一条，去掉一条", async () => {
  const ran = await policy(["check", "qingxi-2026.json"], { "qingxi-2026.json": next, "qingxi-2025.json": pack });
  expect(ran.code).toBe(0);
  expect(ran.out).toContain("改动 1 条　年度考核合格线");
  expect(ran.out).toContain("去掉 1 条　示范课加分");
});

/** Tables that prettier laid out are compared without their padding. */
function plainTable(markdown: string): string[] {
  return markdown
    .split("\n")
    .map((line) => line.replace(/\s+/gu, " ").replace(/-{3,}/gu, "---").trim())
    .filter((line) => line !== "");
}

test("各类规则的栏目表与软件的格式一致（不一致时用 npm run policy -- fields 的结果替换）", async () => {
  const { out } = await policy(["fields"]);
  const printed = guide.slice(guide.indexOf("### 每条规则都有的栏目"));
  expect(plainTable(printed)).toEqual(plainTable(out));
});

test("列出的口径，软件自带的政策里都有，代号和选项一致", () => {
  const section = guide.slice(guide.indexOf("## 口径"), guide.indexOf("## 试一试"));
  const rows = [...section.matchAll(/^\| (\S+)\s*\| `(\S+)`\s*\| (.*?)\s*\|$/gmu)].map(([, kind = "", id = "", options = ""]) => ({
    kind: Object.entries(sheetWords.kinds).find(([, name]) => name === kind)?.[0],
    id,
    options: [...options.matchAll(/`(\S+)`/gu)].map(([, option]) => option),
  }));
  expect(rows.length).toBeGreaterThan(10);
  const known = packs.flatMap(({ rules }) =>
    rules.flatMap((rule) => (rule.readings ?? []).map((reading) => ({ kind: rule.kind, ...reading }))),
  );
  for (const { kind, id, options } of rows) {
    const values = known
      .filter((reading) => reading.kind === kind && reading.id === id)
      .flatMap((reading) => reading.options.map(({ value }) => value));
    expect({ id, missing: options.filter((option) => option === undefined || !values.includes(option)) }).toEqual({ id, missing: [] });
  }
});

test("提到的命令都有", async () => {
  const commands = new Set([...guide.matchAll(/npm run policy -- (\w+)/gu)].map(([, command]) => command));
  const { out } = await policy(["--help"]);
  for (const command of commands) expect(out).toContain(`\n  ${command ?? ""} `);
});
