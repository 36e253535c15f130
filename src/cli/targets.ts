/** Where a command may write: never onto what it reads, and never onto a file that is there, unless it is an earlier output of the same kind. */
import { resolve } from "node:path";
import { openWorkbook } from "../files/open";
import { FileProblem } from "../files/problem";
import { UsageError } from "./arguments";
import { readMapping } from "./mapping";
import { say } from "./say";

export interface Disk {
  /** @throws FileProblem where the file is missing or cannot be read */
  readonly readFile: (path: string) => Uint8Array;
  /** False where it could not be written. */
  readonly writeFile: (path: string, content: Uint8Array | string) => boolean;
}

/** Whether what a file holds may be written over. */
type Replaceable = (content: Uint8Array) => boolean;

/** What stands at the place already; null where nothing does. */
function contentAt(path: string, { readFile }: Disk): Uint8Array | null {
  try {
    return readFile(path);
  } catch (fault) {
    if (!(fault instanceof FileProblem)) throw fault;
    if (fault.id === "file.missing") return null;
    throw new UsageError(say("usage.not-written", { file: path }));
  }
}

/**
 * Refuses a target before any work is done. A link to a clerk's file is refused as the file itself is: by what it holds.
 * @throws UsageError
 */
export function refuseTarget(path: string, reads: readonly string[], disk: Disk, replaceable: Replaceable = () => false): void {
  if (reads.some((file) => resolve(file) === resolve(path))) throw new UsageError(say("usage.overwrites", { file: path }));
  const content = contentAt(path, disk);
  if (content !== null && content.length > 0 && !replaceable(content)) throw new UsageError(say("usage.exists", { file: path }));
}

/** @throws UsageError where it could not be written */
export function writeTarget(path: string, content: Uint8Array | string, disk: Disk): void {
  if (!disk.writeFile(path, content)) throw new UsageError(say("usage.not-written", { file: path }));
}

/** A workbook of nothing but what we wrote ourselves. */
export function isOurReport(content: Uint8Array): boolean {
  try {
    const { sheets, ownSheets } = openWorkbook(content, "");
    return sheets.length === 0 && ownSheets > 0;
  } catch {
    return false;
  }
}

export function isMapping(content: Uint8Array): boolean {
  return readMapping(new TextDecoder().decode(content)) !== null;
}
