/**
 * A workbook file opened in a plain browser, as a host: it can be read, nothing else. What the clerk decides about it (mapping, 说明)
 * holds as long as the page is open.
 */
import type { Settings } from "../check/report";
import { HostFailure, type Host } from "../excel/host";
import type { Workbook } from "../table/workbook";
import { loadReader, startReader } from "./reader";

type OpenedFile = Pick<File, "name" | "arrayBuffer">;

/** Fetches the readers of the many formats ahead, so that a file opens when the network has gone meanwhile. */
export async function loadReaders(): Promise<void> {
  const [program] = await Promise.allSettled([loadReader(), import("../files/in-worker"), import("../files/problem")]);
  if (program.status === "rejected") await Promise.allSettled([import("../files/open")]);
}

/** Reads on the page itself: a large file stops it for a moment. */
async function readHere(file: OpenedFile): Promise<Workbook> {
  const [{ openWorkbook }, bytes] = await Promise.all([import("../files/open"), file.arrayBuffer()]);
  return openWorkbook(new Uint8Array(bytes), file.name);
}

async function readFile(file: OpenedFile, signal?: AbortSignal): Promise<Workbook> {
  const worker = await startReader();
  if (worker === null) return readHere(file);
  const { openInWorker, WorkerFailure } = await import("../files/in-worker");
  try {
    return await openInWorker(worker, { name: file.name, bytes: await file.arrayBuffer() }, signal);
  } catch (error) {
    if (error instanceof WorkerFailure) return readHere(file);
    throw error;
  }
}

/** Opens the file. Rejects with a HostFailure that says what is wrong, or with the signal's reason. */
export async function openAsHost(file: OpenedFile, signal?: AbortSignal): Promise<Host> {
  const { FileProblem } = await import("../files/problem");
  try {
    const workbook = await readFile(file, signal);
    return fileHost(workbook, await settingsIn(workbook));
  } catch (error) {
    if (error instanceof FileProblem) throw new HostFailure(error.says, error);
    throw error;
  }
}

/** What a file cannot do. The pane offers none of it; this stands in for a mistake of ours. */
function readOnly(): Promise<never> {
  return Promise.reject(new HostFailure({ id: "place.read-only" }));
}

function fileHost(workbook: Workbook, settings: Settings | null): Host {
  let kept = settings;
  return {
    kind: "file",
    name: () => Promise.resolve(workbook.name),
    read: () => Promise.resolve(workbook),
    select: readOnly,
    loadSettings: () => Promise.resolve(kept),
    saveSettings: (settings) => {
      kept = settings;
      return Promise.resolve();
    },
    mark: readOnly,
    clearMarks: readOnly,
    writeReport: readOnly,
    onChanged: () => Promise.resolve(() => Promise.resolve()),
  };
}

async function settingsIn({ settingsXml }: Workbook): Promise<Settings | null> {
  if (settingsXml === null) return null;
  const { readSettings } = await import("../check/settings");
  const reading = readSettings(settingsXml);
  return reading.ok ? reading.kept.settings : null;
}
