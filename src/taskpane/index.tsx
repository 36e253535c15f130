/**
 * The page that Excel loads once for pane, ribbon and functions (shared runtime), and that a plain browser can open too.
 * Only puts the parts together; the one file of this folder that knows Office.
 */
import { createRoot } from "react-dom/client";
import { associateCommands } from "../commands/commands";
import { associateFunctions } from "../functions/associate";
import { lookAround, start } from "./actions";
import { loadReaders, openAsHost } from "./file-host";
import { browserMemory } from "./memory";
import { selfTest } from "./self-test";
import { loadWriters } from "./actions/later";
import { createSession, makeCurrent, type CheckEngine, type Session } from "./session";
import { Pane } from "./shell/Pane";
import { loadParts } from "./shell/parts";
import { loadTexts, localeOf } from "./texts";

/** The check with its policies is loaded after the pane has been drawn. */
let engine: Promise<CheckEngine> | null = null;
function loadEngine(): Promise<CheckEngine> {
  engine ??= import("./check-engine").then(
    (part) => part.checkEngine,
    (error: unknown) => {
      // Not for ever: the next check asks again.
      engine = null;
      throw error;
    },
  );
  return engine;
}

/** Whether the page runs inside of Excel; where office.js could not be loaded, or the page was opened from a folder, it does not. */
async function isInExcel(): Promise<boolean> {
  // From a folder office.js cannot fetch its own parts, and would wait for them without end.
  if (typeof Office === "undefined" || location.protocol === "file:") return false;
  const { host } = await Office.onReady();
  const isExcel = host === Office.HostType.Excel;
  if (!isExcel) withoutTelemetryFrame();
  return isExcel;
}

const member = (object: unknown, name: string): unknown =>
  typeof object === "object" && object !== null ? Reflect.get(object, name) : undefined;

/**
 * Outside of Excel office.js opens a frame of Microsoft's telemetry three seconds after it was loaded. The page's content policy
 * refuses that, with an error in the console; where a frame seems to be there, office.js does not try.
 */
function withoutTelemetryFrame(): void {
  const endpoint = member(member(Reflect.get(window, "OSF"), "Logger"), "ulsEndpoint");
  if (typeof endpoint === "object" && endpoint !== null) Reflect.set(endpoint, "proxyFrame", document.createElement("iframe"));
}

async function sessionFor(inExcel: boolean): Promise<Session> {
  const locale = localeOf(inExcel ? Office.context.displayLanguage : "zh-CN");
  // Parts of their own, so that Excel has the functions as early as can be.
  const [texts, { sayFailure }, excel] = await Promise.all([
    loadTexts(locale),
    import("./say-failure"),
    inExcel ? import("../excel/excel-host") : null,
  ]);
  const host = excel === null ? null : excel.excelHost();
  return createSession({
    locale,
    texts,
    host,
    loadEngine,
    loadChanges: inExcel ? () => import("../excel/excel-changes").then((part) => part.excelChanges) : undefined,
    loadPapers: inExcel ? () => import("../excel/papers").then((part) => part.excelPapers) : undefined,
    openFile: inExcel ? undefined : openAsHost,
    sayFailure,
    selfTest: () => selfTest({ inExcel, functions: typeof CustomFunctions !== "undefined", loadEngine, formulas: host?.formulas }),
    memory: browserMemory(inExcel ? partitionOf(Office.context) : undefined),
    now: () => new Date(),
  });
}

/** By this Office keeps the stores of add-ins in different places apart; some versions know of none. */
function partitionOf({ partitionKey }: { readonly partitionKey?: string }): string | undefined {
  return partitionKey;
}

/** Excel tells the colours of its own panes; some versions do not. */
function backgroundOf({ officeTheme }: { readonly officeTheme?: Office.OfficeTheme }): string | null {
  return officeTheme?.bodyBackgroundColor ?? null;
}

async function open(): Promise<void> {
  const place = document.getElementById("pane");
  if (place === null) return;
  const inExcel = await isInExcel();
  const session = await sessionFor(inExcel);
  makeCurrent(session);
  if (inExcel) associateCommands();
  document.documentElement.lang = session.ports.locale;
  document.title = session.ports.texts["pane.title"];
  createRoot(place).render(<Pane session={session} officeBackground={inExcel ? backgroundOf(Office.context) : null} />);
  place.removeAttribute("aria-busy");
  await start(session);
  await loadParts();
  if (inExcel) await loadWriters();
  await lookAround(session);
  if (!inExcel) await loadReaders();
}

if (typeof CustomFunctions !== "undefined") associateFunctions();
void open();
