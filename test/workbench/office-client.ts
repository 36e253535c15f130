/**
 * The genuine Excel client (@microsoft/office-js, unmodified) in Node, on the simulated Excel with an in-memory workbook.
 * For tests of src/excel and of the workbench itself; nothing of the product lives here.
 *
 *   const excel = await startExcel({ sheets: { 教师: [["姓名", "分"], ["张三", 95], ["李四", "=B2+1"]] } });
 *   await excel.Excel.run(async (context) => { … });        // the client's own Excel, typed by @types/office-js
 *   excel.cell("教师", "B2")         → { value: 95, formula: null, fill: null, text: "95", numberFormat: "General" }
 *   excel.rows("教师")               → all values from A1 on, "" where blank
 *   excel.snapshot()                → values, formulas, fills and conditional formats (in order) of every sheet, comparable
 *   excel.edit("教师", "B2", 90)     → the clerk types: the cell changes and onChanged fires
 *   excel.host.calls                → number of requests so far (how many syncs the code took)
 *   excel.host.faults.failMember("Range.Select", "AccessDenied")   → that member fails (once more argument: how often)
 *   excel.host.faults.failCall(excel.host.calls + 1, "GeneralException") → the next request fails
 *   excel.host.isEditing = true     → cell-edit mode: requests fail until false (or wait, where run with delayForCellEdit)
 *   excel.host.created.opened       → files that the add-in opened as new workbooks (Excel.createWorkbook)
 *   excel.host.documents.count      → files that the add-in took of the workbook (getFileAsync) and has not closed
 *   excel.book                      → custom XML parts, names, tables, charts, page layout … (src/workbench/book.ts)
 *
 * startExcel sets the globals Excel, OfficeExtension and Office, so that src/excel runs as in the add-in; stopExcel() removes
 * them (call it in afterEach). Sheets can say more: { rows, merges: ["A1:C1"], hiddenRows: [4], hiddenColumns: ["C"],
 * visibility: "Hidden", isProtected: true, styles: { "A1:B2": { fill: "#FFFF00", numberFormat: "0.00", locked: false } },
 * tables: [{ name: "表1", area: "A1:C9" }], conditionalFormats: [{ type: "Custom", areas: "A1:A9,C1", formula: "=A1>60", fill: "#FF0000" }] }.
 * `calculate` gives formulas their values: (formula, {sheet,row,column}) => value | value[][] (spills) | undefined (keeps what it shows).
 * A formula in `rows` may bring its value: { f: "=SUM(A1:A2)", v: 3 }; an error value is new GridError("#N/A").
 * `file` (a path) or `bytes` open an .xlsx instead.
 */
import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { Book } from "../../src/workbench/book";
import { ExcelHost, requirementSets } from "../../src/workbench/excel-host";
import { openWorkbook } from "../../src/workbench/files/xlsx";
import { layParts, laySheets } from "../../src/workbench/files/lay";
import type { LoadedBook } from "../../src/workbench/files/loaded";
import { MemoryGrid } from "../../src/workbench/memory/memory-grid";
import type { Calculate } from "../../src/workbench/memory/memory-sheet";
import { readMembers } from "../../src/workbench/protocol/members";
import { nodeBridge } from "../../src/workbench/protocol/node-bridge";
import { parseArea } from "../../src/workbench/grid/area";
import { type BookLiteral, bookFromLiteral } from "./book-literal";
import { type CellState, cellState, snapshotOf, type SheetSnapshot, tableOf } from "../../src/workbench/snapshot";

export { GridError } from "../../src/workbench/grid/grid";

export interface StartOptions extends BookLiteral {
  readonly calculate?: Calculate;
  /** Path of a workbook file to open instead of the literal. */
  readonly file?: string;
  /** The same, as bytes. */
  readonly bytes?: Uint8Array;
}

export interface SimulatedExcel {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly host: ExcelHost;
  readonly book: Book;
  readonly grid: MemoryGrid;
  cell(sheet: string, address: string): CellState;
  rows(sheet: string): (string | number | boolean)[][];
  snapshot(): readonly SheetSnapshot[];
  edit(sheet: string, address: string, value: string | number | boolean | null): void;
}

const CLIENT = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist", "excel-web-16.00.debug.js");
const GLOBALS = ["Excel", "OfficeExtension", "Office"] as const;
let compiled: vm.Script | undefined;

const nothing = (): undefined => undefined;

/** The few browser globals that the client touches when it is loaded. */
function browserGlobals(bridge: unknown): Record<string, unknown> {
  const location = {
    href: "https://localhost/",
    origin: "https://localhost",
    protocol: "https:",
    host: "localhost",
    hostname: "localhost",
    search: "",
    hash: "",
  };
  const element = { style: {}, setAttribute: nothing, appendChild: nothing };
  const document = {
    createElement: () => element,
    getElementsByTagName: () => [],
    addEventListener: nothing,
    URL: location.href,
    body: element,
    head: element,
    domain: "localhost",
    cookie: "",
  };
  const sandbox: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    Promise,
    JSON,
    URL,
    TextEncoder,
    TextDecoder,
    queueMicrotask,
    navigator: { userAgent: "Node", language: "zh-CN" },
    location,
    document,
    addEventListener: nothing,
    removeEventListener: nothing,
    external: {},
    _richApiNativeBridge: bridge,
  };
  for (const itself of ["window", "self", "top", "parent"]) sandbox[itself] = sandbox;
  return sandbox;
}

const isAtLeast = (has: string, wants: string): boolean => {
  const [major = 0, minor = 0] = has.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wants.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
};

/** Office.context, as far as product code asks it without a screen. */
const officeContext = () => ({
  document: {},
  displayLanguage: "zh-CN",
  contentLanguage: "zh-CN",
  host: "Excel",
  platform: "PC",
  requirements: {
    isSetSupported: (name: string, version = "1.1"): boolean => {
      const has = requirementSets[name];
      return has !== undefined && isAtLeast(has, version);
    },
  },
});

/** Loads the client into a sandbox of its own; gives its globals. */
function loadClient(bridge: unknown): Record<string, unknown> {
  const sandbox = browserGlobals(bridge);
  compiled ??= new vm.Script(fs.readFileSync(CLIENT, "utf8"), { filename: CLIENT });
  compiled.runInContext(vm.createContext(sandbox));
  const office: unknown = sandbox["Office"];
  const known = typeof office === "object" && office !== null ? office : {};
  sandbox["Office"] = Object.create(known, { context: { value: officeContext(), enumerable: true } });
  return sandbox;
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};

/**
 * Gives the client's own Office.context.document (getFileAsync and what it gives): the client's code from the call to the
 * numbered arguments, and back; only the messages between the windows are left out.
 */
function offerDocument(sandbox: Record<string, unknown>, { documents }: ExcelHost): void {
  const client = new vm.Script(`(carry) => {
    const facade = new OSF.DDA.DispIdHost.Facade(OSF.DDA.WAC.getDelegateMethods, OSF.DDA.WAC.Delegate.ParameterMap);
    OSF._OfficeAppFactory = { getId: () => "addin-1", getHostFacade: () => facade };
    OSF.DDA.ErrorCodeManager.initializeErrorMessages({});
    OSF.getClientEndPoint = () => ({ invoke: (name, done, data) => carry(data, (payload) => done(0, payload)) });
    OSF.DDA.DispIdHost.addAsyncMethods(Office.context.document, [OSF.DDA.AsyncMethodNames.GetDocumentCopyAsync]);
  }`).runInContext(vm.createContext(sandbox)) as (carry: (data: unknown, done: (payload: unknown) => void) => void) => void;
  client((data, done) => {
    const call = recordOf(data);
    const { DispatchId } = recordOf(call["DdaMethod"]);
    setImmediate(() => done({ Version: 1, ...documents.answer(Number(DispatchId), call) }));
  });
}

/** The client's list of classes and members, as the host checks names by it. */
export function clientMembers(): ReturnType<typeof readMembers> {
  const namespace = loadClient(undefined)["Excel"];
  if (typeof namespace !== "object" || namespace === null) throw new Error("the client defines no Excel");
  return readMembers(namespace);
}

let members: ReturnType<typeof readMembers> | undefined;

function loadedFrom(options: StartOptions): LoadedBook {
  if (options.bytes !== undefined) return openWorkbook(options.bytes, options.name ?? "考核.xlsx");
  return options.file === undefined ? bookFromLiteral(options) : openWorkbook(fs.readFileSync(options.file), path.basename(options.file));
}

function buildBook(options: StartOptions): { grid: MemoryGrid; book: Book } {
  const loaded = loadedFrom(options);
  const grid = new MemoryGrid(loaded.name, options.calculate);
  laySheets(grid, loaded);
  const book = new Book(grid);
  layParts(book, loaded);
  return { grid, book };
}

/** Starts a simulated Excel; see the top of this file. */
export async function startExcel(options: StartOptions = {}): Promise<SimulatedExcel> {
  members ??= clientMembers();
  const { grid, book } = buildBook(options);
  const host = new ExcelHost(book, members, "KAOHE");
  const sandbox = loadClient(nodeBridge(host));
  offerDocument(sandbox, host);
  for (const name of GLOBALS) Reflect.set(globalThis, name, sandbox[name]);
  const sheetNamed = (name: string) => {
    const sheet = book.findSheet(name);
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    return sheet;
  };
  return Promise.resolve({
    Excel,
    OfficeExtension,
    host,
    book,
    grid,
    cell: (sheet, address) => cellState(sheetNamed(sheet), parseArea(address).top, parseArea(address).left),
    rows: (sheet) => tableOf(sheetNamed(sheet)),
    snapshot: () => snapshotOf(book),
    edit: (sheet, address, value) => grid.edit(sheet, parseArea(address).top, parseArea(address).left, value),
  });
}

/** Removes the globals again, after the client's own closing requests went through. */
export async function stopExcel(): Promise<void> {
  await new Promise((later) => setTimeout(later, 5));
  for (const name of GLOBALS) Reflect.deleteProperty(globalThis, name);
}
