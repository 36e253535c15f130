/**
 * A workbook file opened in a plain browser, as a host: it can be read, nothing else. What the clerk decides about it (mapping, 说明)
 * holds as long as the page is open.
 */
import type { Settings } from "../check/report";
import { readSettings } from "../check/settings";
import { HostFailure, type Host } from "../excel/host";
import type { Workbook } from "../table/workbook";

const readers = () => Promise.all([import("../files/open"), import("../files/problem")]);

/** Fetches the readers of the many formats ahead, so that a file opens when the network has gone meanwhile. */
export async function loadReaders(): Promise<void> {
  await Promise.allSettled([readers()]);
}

/** Opens the file. Rejects with a HostFailure that says what is wrong. */
export async function openAsHost(file: Pick<File, "name" | "arrayBuffer">): Promise<Host> {
  const [[{ openWorkbook }, { FileProblem }], bytes] = await Promise.all([readers(), file.arrayBuffer()]);
  try {
    return fileHost(openWorkbook(new Uint8Array(bytes), file.name));
  } catch (error) {
    if (error instanceof FileProblem) throw new HostFailure(error.says, error);
    throw error;
  }
}

/** What a file cannot do. The pane offers none of it; this stands in for a mistake of ours. */
function readOnly(): Promise<never> {
  return Promise.reject(new HostFailure({ id: "place.read-only" }));
}

export function fileHost(workbook: Workbook): Host {
  let kept: Settings | null = settingsIn(workbook);
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

function settingsIn(workbook: Workbook): Settings | null {
  if (workbook.settingsXml === null) return null;
  const reading = readSettings(workbook.settingsXml);
  return reading.ok ? reading.kept.settings : null;
}
