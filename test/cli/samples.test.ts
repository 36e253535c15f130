/** The real command line over the sample workbooks: what was planted is found, and nothing else. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesOf } from "./reports";
import manifest from "../fixtures/samples.json";

interface Fault {
  readonly code: string;
  readonly sheet: string;
  readonly cell: string;
  readonly level: string;
}

const root = join(__dirname, "..", "..");
const sample = (file: string) => join(root, "assets", "samples", file);

/** The command as npm runs it, without the setting up before it. */
const args = (typed: readonly string[]) => ["--import", "tsx", join(root, "src", "cli", "main.ts"), ...typed];
const env = { ...process.env, NODE_OPTIONS: "" };

function command(...typed: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args(typed), { cwd: root, encoding: "utf8", env });
  return { status, stdout, stderr };
}

const faultOf = ({ code, sheet, cell, level }: Fault): Fault => ({ code, sheet, cell, level });
const inOrder = (faults: readonly Fault[]) => faults.map((fault) => JSON.stringify(faultOf(fault))).sort();

describe.each(Object.entries<readonly Fault[]>(manifest))("%s", (file, planted) => {
  test("逻辑和经验问题恰好是做进去的那些", () => {
    const before = readFileSync(sample(file));
    const { status, stdout, stderr } = command(sample(file), "--format", "json", "--as-of", "2025-01-10");
    const [report] = filesOf(stdout);
    const found = report?.findings.filter((finding) => finding.level !== "info") ?? [];
    expect(stderr).toBe("");
    expect(inOrder(found)).toEqual(inOrder(planted));
    expect([report?.verdict, status]).toEqual(planted.length === 0 ? ["可上报", 0] : ["不可上报", 1]);
    expect(readFileSync(sample(file))).toEqual(before);
  }, 60_000);
});

test("没有这个政策包：标准错误里一句中文，标准输出为空，退出码 64", () => {
  const { status, stdout, stderr } = command(sample("兰西学校考核.xlsx"), "--policy", "没有的政策");
  expect([status, stdout]).toEqual([64, ""]);
  expect(stderr).toContain("没有“没有的政策”这个政策包");
}, 60_000);

test("文件不存在、是文件夹：未能检查，退出码 2", () => {
  const { status, stdout } = command("没有.xlsx", root);
  expect(status).toBe(2);
  expect(stdout).toContain("找不到文件“没有.xlsx”");
  expect(stdout).toContain("是文件夹，不是文件");
}, 60_000);

test("只看开头几行（| head）：不报程序错误，退出码照样说明结论", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "kaohe-head-")), "学时登记.csv");
  const rows = Array.from({ length: 4000 }, (_, at) => `${at + 1},教师${at + 1},公需课,不清楚,8`);
  writeFileSync(file, ["序号,姓名,类别,培训日期,学时", ...rows].join("\n"));
  const child = spawn(process.execPath, args([file, "--policy", "zhaoqing-annual"]), { cwd: root, env });
  let errors = "";
  child.stderr.on("data", (piece: Buffer) => (errors += piece.toString()));
  child.stdout.once("data", () => child.stdout.destroy());
  const status = await new Promise((resolve) => child.on("close", resolve));
  expect([status, errors]).toEqual([1, ""]);
}, 60_000);
