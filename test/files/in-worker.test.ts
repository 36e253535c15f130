/** A file read in a worker comes out as it does when it is read on the page. */
import { join } from "node:path";
import { readFileSync } from "node:fs";
import { openInWorker, WorkerFailure, type ReaderWorker } from "../../src/files/in-worker";
import { openWorkbook } from "../../src/files/open";
import { answer } from "../../src/files/packing";
import { arraysOf, type Order, type Parcel } from "../../src/files/parcels";
import { FileProblem } from "../../src/files/problem";
import type { Sheet } from "../../src/table/workbook";
import { made, utf8, withSheetData, written } from "./making";

/** A worker of this process: what it sends is copied as a browser copies it. */
class NearWorker implements ReaderWorker {
  private readonly heard = new Map<string, (event: { data?: unknown; message?: string; preventDefault(): void }) => void>();
  isEnded = false;
  parcels = 0;

  constructor(private readonly behave: (order: Order) => Iterable<Parcel> | "dies" | "is silent" = answer) {}

  addEventListener(type: string, listener: unknown): void {
    this.heard.set(type, (event) => (listener as (event: unknown) => void)(event));
  }

  postMessage(order: unknown): void {
    const answers = this.behave(order as Order);
    if (answers === "is silent") return;
    if (answers === "dies") this.heard.get("error")?.({ message: "out of memory", preventDefault: () => undefined });
    else for (const parcel of answers) this.send(parcel);
  }

  private send(parcel: Parcel): void {
    this.parcels += 1;
    this.heard.get("message")?.({ data: structuredClone(parcel, { transfer: arraysOf(parcel) }), preventDefault: () => undefined });
  }

  terminate(): void {
    this.isEnded = true;
  }
}

const order = (bytes: Uint8Array, name: string): Order => ({ name, bytes: Uint8Array.from(bytes).buffer });

function cellsOf(sheet: Sheet): unknown[] {
  const cells: unknown[] = [];
  for (let row = 0; row < sheet.rowCount + 2; row += 1) {
    for (let column = 0; column < sheet.columnCount + 2; column += 1) {
      const at = [row, column] as const;
      cells.push([...at, sheet.value(...at), sheet.formula(...at), sheet.text(...at), sheet.format(...at), sheet.isColumnHidden(column)]);
    }
    cells.push(sheet.isRowHidden(row));
  }
  return cells;
}

const factsOf = ({ name, visibility, isProtected, merges, tables, rowCount, columnCount }: Sheet) => ({
  name,
  visibility,
  isProtected,
  merges,
  tables,
  rowCount,
  columnCount,
});

const sample = (name: string) => new Uint8Array(readFileSync(join(__dirname, "..", "..", "assets", "samples", name)));

const everything = () =>
  made((book) => {
    const sheet = book.addWorksheet("甲", { state: "hidden" });
    sheet.addRows([
      ["姓名", "分数"],
      ["张三", 18],
      [],
      ["李四", { formula: "SUM(B2:B3)", result: 18 }],
      ["", { error: "#N/A" }],
      [true, 45_000.5],
    ]);
    sheet.getCell("B6").numFmt = "yyyy-mm-dd";
    sheet.getCell("H9").value = 0.1 + 0.2;
    sheet.mergeCells("A8:B9");
    sheet.getRow(3).hidden = true;
    sheet.getRow(4).hidden = true;
    sheet.getRow(7).hidden = true;
    sheet.getColumn(2).hidden = true;
    book.addWorksheet("空");
  });

test.each([
  ["a sample of scores", () => sample("兰西教师考核-有问题.xlsx"), "考核.xlsx"],
  ["a sample of hours", () => sample("肇庆年度学时-有问题.xlsx"), "学时.xlsx"],
  ["every kind of cell, hidden and merged ones", everything, "各种.xlsx"],
  ["cells far apart", () => withSheetData('<row r="3"><c r="C3"><v>1</v></c></row><row r="40"><c r="AX40"><v>2</v></c></row>'), "远.xlsx"],
  [
    "an old workbook",
    () =>
      written(
        [
          ["姓名", "分数"],
          ["张三", 18.5],
        ],
        "xls",
      ),
    "旧.xls",
  ],
  ["a CSV", () => utf8("姓名,分数\n张三,18\n,\n李四,\n"), "表.csv"],
])("%s", async (_, bytesOf, name) => {
  const bytes = await bytesOf();
  const worker = new NearWorker();
  const there = await openInWorker(worker, order(bytes, name));
  const here = openWorkbook(bytes, name);
  expect({ ...there, sheets: [] }).toEqual({ ...here, sheets: [] });
  expect(there.sheets.map(factsOf)).toEqual(here.sheets.map(factsOf));
  expect(there.sheets.map(cellsOf)).toEqual(here.sheets.map(cellsOf));
  expect(worker.isEnded).toBe(true);
});

test("a large table comes in many parcels, none of them large", () => {
  const rows = Array.from({ length: 5000 }, (_, row) => [`姓名${String(row)}`, row, "同", row % 7, "x".repeat(200)]);
  const parcels = [...answer(order(written(rows, "xlsx"), "大.xlsx"))].flatMap((parcel) => (parcel.kind === "cells" ? [parcel] : []));
  expect(parcels.reduce((sum, parcel) => sum + parcel.columns.length, 0)).toBe(25_000);
  expect(Math.max(...parcels.map((parcel) => parcel.columns.length))).toBeLessThan(8_100);
  // A text that stands often is sent once.
  expect(parcels.flatMap((parcel) => parcel.texts).filter((text) => text === "同")).toHaveLength(1);
});

test("what is wrong with a file is said as it is without a worker", async () => {
  const failure = await openInWorker(new NearWorker(), order(utf8("%PDF-1.7"), "表.xlsx")).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(FileProblem);
  expect(failure).toMatchObject({ says: { id: "file.not-workbook", values: { file: "表.xlsx" } } });
});

test.each([
  ["dies", () => "dies" as const],
  ["has a fault", () => [{ kind: "fault", says: "TypeError" } as const]],
  ["sends nothing of the workbook", () => [{ kind: "end" } as const]],
])("a worker that %s is told apart from a bad file, and ended", async (_, behave) => {
  const worker = new NearWorker(behave);
  await expect(openInWorker(worker, order(utf8("a,b"), "表.csv"))).rejects.toBeInstanceOf(WorkerFailure);
  expect(worker.isEnded).toBe(true);
});

test("cancelling ends the worker at once", async () => {
  const worker = new NearWorker(() => "is silent");
  const cancel = new AbortController();
  const opening = openInWorker(worker, order(utf8("a,b"), "表.csv"), cancel.signal);
  cancel.abort(new Error("取消"));
  await expect(opening).rejects.toThrow("取消");
  expect(worker.isEnded).toBe(true);
});
