/**
 * Makes the sample workbooks of assets/samples and the list of the faults planted in them (test/fixtures/samples.json).
 * The same input gives the same bytes: no clock, no chance. Run by `npm run samples`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS, { type Workbook } from "exceljs";
import { unzipSync, zipSync } from "fflate";
import { faultyAssessmentList, faultyRosterList, plantFaults, type Planted } from "./faults";
import { teachers } from "./people";
import { writeSchools } from "./school-sheet";
import { writeAssessment, writeRoster, type AssessmentStyle } from "./teacher-sheets";
import { cleanHours, faultyHours } from "./zhaoqing";

const ROOT = join(__dirname, "..", "..");
const SAMPLES = join(ROOT, "assets", "samples");
const MANIFEST = join(ROOT, "test", "fixtures", "samples.json");
const MADE = new Date("2024-12-30T08:00:00Z");

const TIDY: AssessmentStyle = { totals: "formula", schoolBasedHours: "typed", grandTotal: "of subtotals" };

function emptyWorkbook(): Workbook {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = "师训考核助手";
  workbook.lastModifiedBy = "师训考核助手";
  workbook.created = MADE;
  workbook.modified = MADE;
  return workbook;
}

function cleanTeachers(workbook: Workbook): Planted[] {
  writeAssessment(workbook, teachers(), TIDY);
  writeRoster(workbook, teachers());
  return [];
}

function faultyTeachers(workbook: Workbook): Planted[] {
  const assessment = writeAssessment(workbook, faultyAssessmentList(teachers()), {
    totals: "typed",
    schoolBasedHours: "formula",
    grandTotal: "of records",
  });
  return plantFaults(assessment, writeRoster(workbook, faultyRosterList(teachers())));
}

function schools(workbook: Workbook): Planted[] {
  writeSchools(workbook, teachers());
  writeAssessment(workbook, teachers(), TIDY);
  writeRoster(workbook, teachers());
  return [];
}

const FILES: Readonly<Record<string, (workbook: Workbook) => Planted[]>> = {
  "兰西教师考核-规范.xlsx": cleanTeachers,
  "兰西教师考核-有问题.xlsx": faultyTeachers,
  "兰西学校考核.xlsx": schools,
  "肇庆年度学时-规范.xlsx": cleanHours,
  "肇庆年度学时-有问题.xlsx": faultyHours,
};

/** The zip's own time stamps are those of the writing; they are set to the workbook's date. */
async function bytesOf(workbook: Workbook): Promise<Uint8Array> {
  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  return zipSync(parts, { mtime: "2024-12-30T08:00:00", level: 6 });
}

async function main(): Promise<void> {
  mkdirSync(SAMPLES, { recursive: true });
  const manifest: Record<string, Planted[]> = {};
  for (const [file, fill] of Object.entries(FILES)) {
    const workbook = emptyWorkbook();
    manifest[file] = fill(workbook);
    writeFileSync(join(SAMPLES, file), await bytesOf(workbook));
  }
  writeFileSync(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
}

void main();
