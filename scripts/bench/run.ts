/**
 * npm run bench: how long our part takes, as a ratio to a named peer in the same run, so that the machine does not matter.
 * Each figure is the least and the median of several runs of CPU time. Nothing here passes or fails.
 */
import { cpuUsage, stdout } from "node:process";
import * as XLSX from "@e965/xlsx";
import Fraction from "fraction.js";
import { checkWorkbook } from "../../src/check/check";
import { openWorkbook } from "../../src/files/open";
import { teacherScore } from "../../src/functions/functions";
import { packs } from "../../src/policy/library";
import { readTables } from "../../src/table/read";

const runs = 3;

function secondsOf(work: () => unknown): number {
  const began = cpuUsage();
  work();
  const used = cpuUsage(began);
  return (used.user + used.system) / 1e6;
}

interface Times {
  readonly least: number;
  readonly median: number;
}

function measured(work: () => unknown): Times {
  const figures = Array.from({ length: runs }, () => secondsOf(work)).sort((a, b) => a - b);
  return { least: figures[0] ?? 0, median: figures[Math.floor(runs / 2)] ?? 0 };
}

function say(name: string, ours: Times, peer: string, theirs: Times): void {
  const pair = ({ least, median }: Times): string => `${least.toFixed(2)}/${median.toFixed(2)} s`;
  const ratio = `${(ours.least / theirs.least).toFixed(2)}/${(ours.median / theirs.median).toFixed(2)}`;
  stdout.write(`${name}: ${pair(ours)}; ${peer}: ${pair(theirs)}; ratio ${ratio} (least/median)\n`);
}

/** A log of trainings, 20 columns wide, as a county keeps it. */
function logRows(count: number): unknown[][] {
  const header = ["序号", "姓名", "学校", "培训项目", "课程类别", "日期", "天数", "学时"];
  const extra = Array.from({ length: 12 }, (_, index) => `备用${String(index + 1)}`);
  const categories = ["公需课", "专业课", "个人选修课"];
  const rows = Array.from({ length: count }, (_, index) => {
    const days = (index % 5) + 1;
    const day = new Date(Date.UTC(2024, 0, 1 + (index % 300))).toISOString().slice(0, 10);
    const person = [`教师${String(index % 4000)}`, `学校${String(index % 60)}`];
    const training = [`培训班${String(index % 200)}`, categories[index % 3], day, days, days * 8];
    return [index + 1, ...person, ...training, ...extra.map((_each, at) => (at % 2 === 0 ? at : `值${String(index % 97)}`))];
  });
  return [["肇庆市教师培训学时登记表"], [...header, ...extra], ...rows];
}

function workbookOf(rows: unknown[][], sheet: string): Uint8Array {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), sheet);
  const bytes: unknown = XLSX.write(book, { type: "buffer", bookType: "xlsx", compression: true });
  if (!(bytes instanceof Uint8Array)) throw new TypeError("xlsx gave no bytes");
  return new Uint8Array(bytes);
}

const bytes = workbookOf(logRows(100_000), "学时登记");
const pack = packs.filter((each) => each.id === "zhaoqing-annual");
const options = { asOf: "2025-06-30" };

const library = measured(() => XLSX.read(bytes, { dense: true, cellFormula: true, cellNF: true }));
say(
  "100,000 × 20 log, opened",
  measured(() => openWorkbook(bytes, "log.xlsx")),
  "@e965/xlsx read",
  library,
);
say(
  "100,000 × 20 log, opened and checked",
  measured(() => checkWorkbook(openWorkbook(bytes, "log.xlsx"), pack, options)),
  "@e965/xlsx read",
  library,
);

const small = workbookOf(logRows(10_000), "学时登记");
const smallBook = openWorkbook(small, "log.xlsx");
const smallLibrary = measured(() => XLSX.read(small, { dense: true }));
say(
  "10,000 × 20, tables found under all policies",
  measured(() => readTables(smallBook, packs)),
  "@e965/xlsx read",
  smallLibrary,
);

const items = Array.from({ length: 20_000 }, (_, index) => [20, 18, index % 21, 15, 12]);
const sums = measured(() => items.map((row) => row.reduce((total, each) => total.add(each), new Fraction(0)).valueOf()));
say(
  "20,000 TEACHERSCORE rows",
  measured(() => Reflect.apply(teacherScore, undefined, ["兰西2024秋", items])),
  "sums by fraction.js",
  sums,
);
