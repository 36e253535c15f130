/** First sight, reopening, what changed, forms remembered, the way to 上报, keyboard: as a clerk meets them. */
import { act, screen, waitFor, within } from "@testing-library/react";
import { isWhole, lastCheckOf } from "../../src/check/last-check";
import type { Finding, Settings } from "../../src/check/report";
import type { Host } from "../../src/excel/host";
import { packs } from "../../src/policy/library";
import { lookAround, runCheck } from "../../src/taskpane/actions";
import type { CheckEngine, Ports } from "../../src/taskpane/session";
import type { Table } from "../../src/table/table";
import { axeFindings, openPane, partShown } from "./render";
import { engineWith, finding, hostWith, memoryOf, reportOf, sessionWith, someFindings, teacherTable, workbookOf, type Calls } from "./stage";

jest.setTimeout(60_000);

const [lanxi] = packs;
if (lanxi === undefined) throw new Error("no pack");

const column = (index: number, header: string) => ({
  index,
  header,
  headerRow: 2,
  key: null,
  confidence: 0,
  guess: null,
  points: null,
  unit: null,
  counts: null,
  why: "",
});

/** The teacher form as the reading of tables gives it; its last column is not known. */
const table: Table = {
  sheet: workbookOf("教师考核").sheets[0] ?? workbookOf("x").sheets[0]!,
  kind: "teacher-assessment",
  pack: lanxi,
  confidence: 1,
  header: { top: 2, left: 0, bottom: 2, right: 5 },
  body: { top: 3, left: 0, bottom: 5, right: 5 },
  columns: ["序号", "姓名", "心得体会", "有效评课", "总分", "学习情况"].map((header, index) => column(index, header)),
  rows: [],
  captions: [],
  title: "",
};

const recognising: Partial<CheckEngine> = {
  *recognise() {
    yield;
    return { reading: { tables: [table], unrecognised: [] }, tables: [{ ...teacherTable, unsure: [{ column: "F", header: "学习情况", guess: null }] }] };
  },
};

interface Stage {
  readonly host?: Partial<Host>;
  readonly engine?: Partial<CheckEngine>;
  readonly ports?: Partial<Ports>;
  readonly reports?: readonly (readonly Finding[])[];
}

async function opened({ host = {}, engine = {}, ports = {}, reports = [someFindings()] }: Stage = {}) {
  const calls: Calls = [];
  const session = sessionWith(
    hostWith(calls, { size: () => Promise.resolve(400), ...host }),
    engineWith(
      reports.map((findings) => reportOf(findings)),
      { ...recognising, ...engine },
    ),
    ports,
  );
  const view = await openPane(session);
  await act(() => lookAround(session));
  await partShown();
  return { ...view, session, calls, state: () => session.store.get() };
}

const names = (calls: Calls) => calls.map(([name]) => name);
const lastKept = (calls: Calls) => calls.filter(([name]) => name === "saveSettings").at(-1)?.[1] as Settings;
