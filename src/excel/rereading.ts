/**
 * Reads the workbook again, but only the sheets that may have changed since: Excel's events tell which were edited, by whomever, and what
 * can be asked cheaply (size, merged areas, hidden rows …) is compared. In doubt a sheet is read. A sheet that stands is the same object
 * as before, so whoever works on it can tell.
 */
import type { Workbook } from "../table/workbook";
import type { Host } from "./host";
import { readSheets, type ReadResult, type SheetSeen } from "./read";
import { hasExcelApi, inExcel, onOwnWriting, READING } from "./session";
import type { SheetCells } from "./sheet-cells";

/** Events come a moment after the edit. */
const SETTLE = 60;
/** While others edit without end, reading must end. */
const MOST_PASSES = 3;
/** Macros can edit and have Excel keep silent about it. */
const HAS_MACROS = /\.(?:xlsm|xlsb|xltm|xls|xlam)$/i;

interface Known {
  readonly cells: SheetCells;
  /** What was seen of it beforehand, to be compared. */
  readonly looks: string;
}

/** What was heard since the last reading. */
interface Heard {
  /** Ids of sheets. */
  readonly sheets: Set<string>;
  /** Names of sheets that we wrote into. */
  readonly written: Set<string>;
  any: boolean;
}

const looksOf = ({ facts, hiddenRows }: SheetSeen): string => JSON.stringify([facts, [...facts.hiddenColumns], hiddenRows]);

const isQuiet = ({ any, sheets, written }: Heard): boolean => !any && sheets.size === 0 && written.size === 0;

/** Only Excel on the desktop tells of values chosen from a list. */
function isTold({ hasValidation }: SheetSeen): boolean {
  return !hasValidation || ["PC", "Mac"].includes(String(Office.context.platform));
}

type Registration = (sheets: Excel.WorksheetCollection, hear: (event: { worksheetId: string }) => Promise<void>) => void;

/** Without these nothing is known of edits. */
const needed: Registration = (sheets, hear) => {
  sheets.onChanged.add(hear);
  sheets.onCalculated.add(hear);
};

/** Each where this Excel has it: formats, and sorting, which some versions do not tell as an edit. */
const further: readonly (readonly [string, Registration])[] = [
  ["1.9", (sheets, hear) => void sheets.onFormatChanged.add(hear)],
  [
    "1.10",
    (sheets, hear) => {
      sheets.onRowSorted.add(hear);
      sheets.onColumnSorted.add(hear);
    },
  ],
];

function register(registration: Registration, hear: (id: string) => void): Promise<void> {
  return inExcel({ attempt: "listen" }, async (context) => {
    registration(context.workbook.worksheets, ({ worksheetId }) => {
      hear(worksheetId);
      return Promise.resolve();
    });
    await context.sync();
  });
}

/** Registers for the events of the workbook; false where that cannot be. */
async function listenToSheets(hear: (id: string) => void): Promise<boolean> {
  try {
    await register(needed, hear);
    const asked = further.filter(([version]) => hasExcelApi(version)).map(([, registration]) => registration);
    // One that this Excel does not have after all tells nothing; the needed ones do.
    await Promise.allSettled(asked.map((registration) => register(registration, hear)));
    return true;
  } catch {
    return false;
  }
}

/** Formulas are computed when cells change; where the clerk has turned that off, a value can change without an edit. */
function isAutomatic(): Promise<boolean> {
  return inExcel(READING, async (context) => {
    context.application.load("calculationMode");
    await context.sync();
    return context.application.calculationMode === "Automatic";
  });
}

/** The sheets that stand, given what changed: those whose formulas look elsewhere stand only where nothing at all changed. */
function standingAmong(seen: readonly SheetSeen[], known: ReadonlyMap<string, Known>, heard: Heard): ReadonlyMap<string, SheetCells> {
  const standing = new Map<string, SheetCells>();
  for (const sheet of seen) {
    const before = known.get(sheet.id);
    const isEdited = heard.sheets.has(sheet.id) || heard.written.has(sheet.facts.name);
    if (before === undefined || isEdited || sheet.hiddenRows === null || !isTold(sheet)) continue;
    if (before.cells.reach !== "anything" && before.looks === looksOf(sheet)) standing.set(sheet.id, before.cells);
  }
  const isStill = standing.size === seen.length && known.size === seen.length && heard.sheets.size === 0;
  if (!isStill) for (const [id, cells] of standing) if (cells.reach !== "sheet") standing.delete(id);
  return standing;
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SETTLE));

/** A reader with a memory, for as long as the pane is open. */
export function rereader(): Host["read"] {
  let known: ReadonlyMap<string, Known> = new Map();
  let name = "";
  let heard: Heard = { sheets: new Set(), written: new Set(), any: true };
  let listening: Promise<boolean> | null = null;

  const hear = (id: string): void => void heard.sheets.add(id);
  const listen = async (): Promise<boolean> => {
    listening ??= listenToSheets(hear);
    const heardAll = await listening;
    // Not for ever: the next reading tries again.
    if (!heardAll) listening = null;
    return heardAll;
  };
  onOwnWriting((written) => {
    if (written === "any") heard.any = true;
    else for (const sheet of written) heard.written.add(sheet);
  });

  const pass: (...given: Parameters<typeof readSheets>) => Promise<ReadResult> = async (progress, signal, standing) => {
    const result = await readSheets(progress, signal, standing);
    const kept = [...known].filter(([, { cells }]) => result.workbook.sheets.includes(cells));
    known = new Map([...kept, ...result.read.map(({ seen, cells }) => [seen.id, { cells, looks: looksOf(seen) }] as const)]);
    name = result.workbook.name;
    return result;
  };

  return async (progress, signal, everything = false): Promise<Workbook> => {
    const isTrusted = (await listen()) && !everything && (await isAutomatic());
    for (let passes = 1; ; passes += 1) {
      const now = heard;
      // What is heard from here on may come too late for this pass.
      heard = { sheets: new Set(), written: new Set(), any: false };
      const doubt = now.any || (passes === 1 && !isTrusted);
      try {
        const { workbook } = await pass(progress, signal, (named, seen) =>
          doubt || named !== name || HAS_MACROS.test(named) ? new Map() : standingAmong(seen, known, now),
        );
        if (passes < MOST_PASSES) await settled();
        if (isQuiet(heard) || passes === MOST_PASSES) return workbook;
      } catch (error) {
        // Nothing is surely known of what was being read.
        heard.any = true;
        throw error;
      }
    }
  };
}
