/**
 * A stage for the pane: a host that remembers what was asked of it, a check that gives a handmade report, and findings as
 * clerks would see them. Nothing here judges.
 */
import type { Finding, Level, Progress, RecognisedTable, Report, Verdict } from "../../src/check/report";
import type { Changes } from "../../src/excel/changes";
import { HostFailure, type Host } from "../../src/excel/host";
import { packs } from "../../src/policy/library";
import enUS from "../../src/taskpane/messages/en-US.json";
import zhCN from "../../src/taskpane/messages/zh-CN.json";
import type { Memory } from "../../src/taskpane/memory";
import { createSession, type CheckEngine, type Ports, type Session } from "../../src/taskpane/session";
import type { Sheet, Workbook } from "../../src/table/workbook";

const lanxi = packs[0];

const rows: readonly (readonly string[])[] = [
  ["兰西县教师培训考核登记表"],
  ["单位：兰西县第一中学"],
  ["序号", "姓名", "心得体会（20分）", "有效评课（20分）", "总分", "学习情况"],
  ["1", "吴凡山", "18", "21", "89", "好"],
  ["2", "李雪梅", "17", "19", "90", "较好"],
  ["3", "周海涛", "18 ", "20", "88", "好"],
];

export function sheetNamed(name: string): Sheet {
  const text = (row: number, column: number) => rows[row]?.[column] ?? "";
  return {
    name,
    visibility: "visible",
    isProtected: false,
    rowCount: rows.length,
    columnCount: 6,
    merges: [],
    tables: [],
    value: (row, column) => text(row, column) || null,
    formula: () => null,
    text,
    format: () => "General",
    isRowHidden: () => false,
    isColumnHidden: () => false,
  };
}

export function workbookOf(...names: readonly string[]): Workbook {
  return {
    name: "兰西一中教师考核.xlsx",
    origin: "excel",
    date1904: false,
    sheets: names.map(sheetNamed),
    settingsXml: null,
  };
}

let made = 0;

export function finding(level: Level, change: Partial<Finding> = {}): Finding {
  made += 1;
  return {
    code: "score.out-of-range",
    level,
    rule: "lanxi.teacher.review",
    sheet: "教师考核",
    cell: "D4",
    subject: "吴凡山",
    value: 21,
    expected: 20,
    message: "吴凡山：21 分，满分 20 分，请核对后改正。",
    clause: { at: "六.2(2)", quote: "此考核项目为20分。" },
    key: `finding-${made}`,
    ...change,
  };
}

/** What a check of a faulty teacher form finds. */
export function someFindings(): readonly Finding[] {
  return [
    finding("logic", {
      reasons: {
        read: [
          { label: "有效评课", value: "21 分" },
          { label: "满分", value: "20 分" },
        ],
        steps: ["21 > 20"],
        conclusion: "超过满分 1 分，不能计入总分",
        readings: [{ question: "奖励加分是否计入满分", chosen: "加分另列，各项不超过满分" }],
      },
    }),
    finding("logic", {
      code: "score.total-mismatch",
      rule: "lanxi.teacher.pass",
      cell: "E5",
      subject: "李雪梅",
      message: "李雪梅：总分填 90 分，按各项得分应为 89 分，请改正总分或各项得分。",
    }),
    ...["C6", "C9", "C12", "C15", "D7", "D18"].map((cell, index) =>
      finding("experience", {
        code: "cell.text-number",
        rule: null,
        clause: null,
        cell,
        subject: ["周海涛", "王丽", "赵志刚", "孙晓燕", "钱多多", "郑文博"][index] ?? null,
        message: "“18 ”是文本，公式会漏算，请转为数字 18。",
      }),
    ),
    finding("experience", {
      code: "score.borderline",
      rule: "lanxi.teacher.pass",
      cell: "E21",
      subject: "冯建国",
      message: "冯建国：59.995 分（低于 60 分，不四舍五入），请核对各项得分。",
    }),
    finding("unknown", {
      code: "rule.not-evaluable",
      rule: "lanxi.teacher.bonus",
      cell: "H3",
      subject: null,
      message: "表里没有“身份”列，不能判断加分是否有资格，请补上身份或写说明。",
    }),
    finding("info", {
      code: "rule.not-checked",
      rule: "lanxi.school-based.pass",
      cell: "",
      sheet: "",
      subject: null,
      message: "表里没有校本考核成绩，这一条没有检查。",
    }),
  ];
}

export const teacherTable: RecognisedTable = {
  sheet: "教师考核",
  kind: "teacher-assessment",
  header: "A3:F3",
  body: "A4:F6",
  rows: 3,
  columns: { number: "A", name: "B", "lanxi.teacher.reflection": "C", "lanxi.teacher.review": "D", total: "E" },
  unsure: [],
  policy: lanxi?.id ?? "",
};

export function verdictFor(findings: readonly Finding[]): Verdict {
  if (findings.some((one) => one.level === "logic")) return "不可上报";
  const open = findings.some((one) => (one.level === "experience" || one.level === "unknown") && one.explanation === undefined);
  return open ? "需说明" : "可上报";
}

export function reportOf(findings: readonly Finding[], change: Partial<Report> = {}): Report {
  return {
    file: "兰西一中教师考核.xlsx",
    verdict: verdictFor(findings),
    policies: lanxi === undefined ? [] : [lanxi.id],
    tables: [teacherTable],
    findings,
    problem: null,
    readings: [],
    fingerprint: "0",
    ...change,
  };
}

/** A check that takes a step a sheet and then gives the report that is next in line (the last again and again). */
export function engineWith(reports: readonly Report[], change: Partial<CheckEngine> = {}): CheckEngine {
  let at = 0;
  return {
    policies: packs,
    *steps(workbook): Generator<Progress, Report> {
      const total = workbook.sheets.length;
      for (const [index, sheet] of workbook.sheets.entries()) yield { done: index + 1, total, sheet: sheet.name };
      const report = reports[Math.min(at, reports.length - 1)];
      at += 1;
      if (report === undefined) throw new Error("no report on the stage");
      return report;
    },
    own: () => [],
    verdict: verdictFor,
    *recognise() {
      yield;
      return { reading: { tables: [], unrecognised: [] }, tables: [] };
    },
    ...change,
  };
}

/** What was asked of the host, in order. */
export type Calls = (readonly [string, ...unknown[]])[];

export function hostWith(calls: Calls, change: Partial<Host> = {}): Host {
  const note = <T>(name: string, given: unknown, answer: T): Promise<T> => {
    calls.push([name, given]);
    return Promise.resolve(answer);
  };
  return {
    kind: "excel",
    name: () => Promise.resolve("兰西一中教师考核.xlsx"),
    read: (progress) => {
      progress({ done: 1, total: 1, sheet: "教师考核" });
      return note("read", null, workbookOf("教师考核"));
    },
    select: (sheet, cell, unhide) => note("select", [sheet, cell, unhide], undefined),
    loadSettings: () => Promise.resolve(null),
    saveSettings: (settings) => note("saveSettings", settings, undefined),
    mark: (findings) => note("mark", findings.length, { cells: findings.length, marked: findings.length }),
    clearMarks: () => note("clearMarks", null, 3),
    writeReport: () => note("writeReport", null, "检查报告"),
    onChanged: () => Promise.resolve(() => Promise.resolve()),
    ...change,
  };
}

/** A computer that remembers as long as the test runs. */
export function memoryOf(kept: Map<string, string>): Memory {
  return { read: (name) => kept.get(name) ?? null, write: (name, text) => void kept.set(name, text) };
}

export function sessionWith(host: Host | null, engine: CheckEngine, change: Partial<Ports> = {}): Session {
  return createSession({
    locale: "zh-CN",
    texts: change.locale === "en-US" ? enUS : zhCN,
    host,
    loadEngine: () => Promise.resolve(engine),
    sayFailure: (failure) => (failure.id === "host.protected" ? "工作表受保护，请先撤销保护，再做一次。" : null),
    selfTest: () => Promise.resolve([{ id: "excel", works: true }]),
    memory: memoryOf(new Map()),
    now: () => new Date(2024, 11, 20, 14, 5),
    ...change,
  });
}

const nothing = { step: null, done: 0, refused: [] };
const noPlan = { changes: [], refused: [] };

/** An Excel in which there is nothing to change. */
export const noChanges: Changes = {
  previewFixes: () => Promise.resolve(noPlan),
  applyFixes: () => Promise.resolve(nothing),
  steps: () => Promise.resolve([]),
  takeBack: () => Promise.resolve(nothing),
  forget: () => Promise.resolve(),
  previewFreeze: () => Promise.resolve(noPlan),
  freeze: () => Promise.resolve(nothing),
  previewRestore: () => Promise.resolve(noPlan),
  restore: () => Promise.resolve(nothing),
  previewRepair: () => Promise.resolve(noPlan),
  repair: () => Promise.resolve(nothing),
  exportCopy: () => Promise.resolve({ formulas: 0, masked: 0 }),
};

/** A reading that goes on until it is cancelled. */
export function untilCancelled(signal: AbortSignal): Promise<Workbook> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => {
      reject(new Error("cancelled"));
    });
  });
}

export const protectedSheet = new HostFailure({ id: "host.protected" });
