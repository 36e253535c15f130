/**
 * One opened pane: its state and the ports through which it reaches the workbook and the check. The ribbon's commands
 * run in the same page and use the same session.
 */
import type { CheckOptions, Finding, Progress, RecognisedTable, Report, Rival, Settings, Verdict } from "../check/report";
import type { Changes } from "../excel/changes";
import type { Papers } from "../excel/papers";
import type { Host } from "../excel/host";
import type { Pack } from "../policy/schema";
import type { Reading } from "../table/table";
import type { Workbook } from "../table/workbook";
import type { Locale, Message } from "../values/message";
import type { Memory } from "./memory";
import { atRest, type PaneState } from "./state";
import { createStore, type Store } from "./store";
import type { Texts } from "./texts";

/** The check as the pane uses it; loaded only when first needed. */
export interface CheckEngine {
  readonly policies: readonly Pack[];
  steps(workbook: Workbook, packs: readonly Pack[], options: CheckOptions): Generator<Progress, Report>;
  /** What the tables of a workbook are, without judging anything. */
  recognise(workbook: Workbook, packs: readonly Pack[], options: CheckOptions): Generator<unknown, Recognised>;
  /** The policies in force of those that stand in rule sheets of the workbook. */
  own(workbook: Workbook, settings: Settings): readonly Pack[];
  /** The verdict once explanations were given. */
  verdict(findings: readonly Finding[]): Verdict;
}

/** The tables of a workbook: as the check sees them, and as the pane shows them. */
export interface Recognised {
  readonly reading: Reading;
  readonly tables: readonly RecognisedTable[];
  readonly rival?: Rival | undefined;
}

/** One line of 自检. */
export interface SelfTestItem {
  readonly id: "excel" | "functions" | "policies" | "calculates" | "cells" | "spills";
  readonly works: boolean;
  /** Nothing speaks against it, but nothing shows it either. */
  readonly unproven?: boolean;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface Ports {
  readonly locale: Locale;
  readonly texts: Texts;
  readonly host: Host | null;
  loadEngine(): Promise<CheckEngine>;
  /** Writing into the clerk's cells; absent where there is no Excel. */
  readonly loadChanges?: () => Promise<Changes>;
  /** New workbooks and sheets that Excel can be asked for; absent without Excel. */
  readonly loadPapers?: () => Promise<Papers>;
  /** Opens a file as a host that only reads; absent in Excel. */
  readonly openFile?: (file: File) => Promise<Host>;
  /** Puts a failure of the host into words; null where it is not one the clerk can do something about. */
  sayFailure(failure: Message, locale: Locale): string | null;
  selfTest(): Promise<readonly SelfTestItem[]>;
  /** What this computer remembers between workbooks. */
  readonly memory: Memory;
  now(): Date;
}

export interface Session {
  readonly store: Store<PaneState>;
  readonly ports: Ports;
  host: Host | null;
  /** Cancels the running check. */
  cancel: AbortController | null;
  /** Cancels the quiet look at a workbook just opened. */
  quiet: AbortController | null;
  stopListening: (() => Promise<void>) | null;
  /** The clerk was asked about the forms of this workbook. */
  offered: boolean;
  /** Policies from files, as long as the pane is open. */
  imported: readonly Pack[];
}

let current: Session | null = null;

export function createSession(ports: Ports): Session {
  return {
    store: createStore(atRest),
    ports,
    host: ports.host,
    cancel: null,
    quiet: null,
    offered: false,
    stopListening: null,
    imported: [],
  };
}

/** Makes the session the one that ribbon commands drive. */
export function makeCurrent(session: Session): void {
  current = session;
}

/** The session of this page. Asked for before the pane has started, there is none: a mistake of the entry file. */
export function currentSession(): Session {
  if (current === null) throw new Error("The pane has not started.");
  return current;
}
