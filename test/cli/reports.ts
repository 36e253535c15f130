/** Reports and surroundings for the tests of the command line: a disk in memory, and a check that says what it is told. */
import * as z from "zod";
import { written } from "../files/making";
import type { Finding, Report } from "../../src/check/report";
import { run, type Surroundings } from "../../src/cli/run";
import { FileProblem } from "../../src/files/problem";
import type { Pack } from "../../src/policy/schema";

export const FINDING: Finding = {
  code: "score.out-of-range",
  level: "logic",
  rule: "lanxi.teacher.review",
  sheet: "教师考核",
  cell: "F5",
  subject: "吴凡山",
  value: 21,
  expected: 20,
  message: "吴凡山的“有效评课”是 21 分，超过满分 20 分，请改正",
  clause: { at: "六.2(2)", quote: "此考核项目为20分。" },
  key: "k1",
};

export const REPORT: Report = {
  file: "表.xlsx",
  verdict: "不可上报",
  policies: ["lanxi-2024-autumn"],
  tables: [
    {
      sheet: "教师考核",
      kind: "teacher-assessment",
      header: "A3:S4",
      body: "A5:S57",
      rows: 50,
      columns: { name: "B", "lanxi.teacher.review": "F" },
      unsure: [{ column: "I", header: "职务", guess: null }],
      policy: "lanxi-2024-autumn",
    },
  ],
  findings: [FINDING],
  problem: null,
  readings: [{ rule: "lanxi.teacher.bonus", reading: "cap", question: "加分后超过100分怎么办？", chosen: "照实显示" }],
  fingerprint: "d4e00489ae7087470000",
};

const pack = (id: string, name: string): Pack => ({ format: 1, id, name, title: name, unit: "学时", rounding: 2, tables: [], rules: [] });
export const PACKS: readonly Pack[] = [pack("lanxi-2024-autumn", "兰西2024秋"), pack("zhaoqing-annual", "肇庆全员培训")];

export type Asked = Parameters<Surroundings["check"]>;

const jsonSchema = z.object({
  files: z.array(
    z.looseObject({
      file: z.string(),
      verdict: z.string(),
      findings: z.array(z.looseObject({ code: z.string(), level: z.string(), sheet: z.string(), cell: z.string() })),
    }),
  ),
});

/** The files of the JSON that the command line printed; throws where it is not of that shape. */
export function filesOf(out: string): z.infer<typeof jsonSchema>["files"] {
  return jsonSchema.parse(JSON.parse(out)).files;
}

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly error: string;
  readonly asked: readonly Asked[];
  readonly disk: ReadonlyMap<string, Uint8Array | string>;
}

export const WORKBOOK = written([["姓名"], ["张三"]], "xlsx");

/** Runs the command line over files in memory; `check` gives the report for a workbook. */
export async function runWith(
  typed: readonly string[],
  files: Readonly<Record<string, Uint8Array | string>> = { "表.xlsx": WORKBOOK },
  check: (name: string) => Report = () => REPORT,
): Promise<Run> {
  const disk = new Map(Object.entries(files));
  const asked: Asked[] = [];
  let out = "";
  let error = "";
  const code = await run(typed, {
    readFile: (path) => {
      const content = disk.get(path);
      if (content === undefined) throw new FileProblem("file.missing", { file: path });
      return typeof content === "string" ? new TextEncoder().encode(content) : content;
    },
    writeFile: (path, content) => {
      if (path.startsWith("只读/")) return false;
      disk.set(path, content);
      return true;
    },
    out: (text) => (out += text),
    error: (text) => (error += text),
    today: "2026-11-22",
    packs: PACKS,
    findPack: (name) => PACKS.find((each) => each.id === name || each.name === name) ?? null,
    check: (...question) => {
      asked.push(question);
      return check(question[0].name);
    },
  });
  return { code, out, error, asked, disk };
}
