/** Edits of the clerk are told, what we write ourselves is not. */
import { excelHost } from "../../src/excel/excel-host";
import { startExcel, stopExcel } from "../workbench/office-client";
import { finding } from "./finding";

const host = excelHost();
afterEach(stopExcel);

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("an edit is told with its sheet's name, several together once; after stopping none", async () => {
  const excel = await startExcel({ sheets: { 教师: [["x"]], 学校: [["y"]] } });
  await pause(450);
  const heard: string[] = [];
  const stop = await host.onChanged((sheet) => heard.push(sheet));
  excel.edit("教师", "A1", "1");
  excel.edit("教师", "A2", "2");
  excel.edit("学校", "A1", "3");
  await pause(400);
  expect(heard.sort()).toEqual(["学校", "教师"].sort());
  await stop();
  excel.edit("教师", "A1", "4");
  await pause(300);
  expect(heard).toHaveLength(2);
});

test("our own report, marks and fixes are no edits", async () => {
  await startExcel({ sheets: { 教师: [["１８"]] } });
  const heard: string[] = [];
  const stop = await host.onChanged((sheet) => heard.push(sheet));
  await host.mark([finding("A1")]);
  await host.changes.applyFixes([{ kind: "number", sheet: "教师", cell: "A1", from: "１８", to: 18 }]);
  await host.writeReport({
    file: "",
    verdict: "可上报",
    policies: [],
    tables: [],
    findings: [],
    problem: null,
    readings: [],
    fingerprint: "",
  });
  await pause(400);
  expect(heard).toEqual([]);
  await stop();
});
