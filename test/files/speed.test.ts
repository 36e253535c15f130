/** Opening a large table costs no more than the reading library alone. */
import * as XLSX from "@e965/xlsx";
import { openWorkbook } from "../../src/files/open";
import { written, type Rows } from "./making";

function seconds(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

test("两万行二十列的登记表，打开所用的时间不比程序库单独读更多", () => {
  const rows: Rows = Array.from({ length: 20_000 }, (_, row) =>
    Array.from({ length: 20 }, (__, column) => (column % 4 === 0 ? `教师${(row * 7 + column) % 3000}` : (row * column) / 8)),
  );
  const bytes = written(rows, "xlsx");
  const once = { ours: () => openWorkbook(bytes, "登记.xlsx"), alone: () => XLSX.read(bytes, { type: "array", dense: true }) };
  // The first run of each also pays for compiling.
  seconds(once.ours);
  seconds(once.alone);
  expect(seconds(once.ours)).toBeLessThan(seconds(once.alone));
}, 120_000);
