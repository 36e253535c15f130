/** Reading and writing files for the command lines: what may go wrong is said, a huge file is never taken into memory. */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { LIMITS, megabytes } from "../files/limits";
import { FileProblem } from "../files/problem";

function sizeOf(path: string): number {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) throw new FileProblem("file.missing", { file: path });
  if (status.isDirectory()) throw new FileProblem("file.folder", { file: path });
  // A pipe or a device would have no end.
  if (!status.isFile()) throw new FileProblem("file.unreadable", { file: path });
  return status.size;
}

/** @throws FileProblem */
export function readFile(path: string): Uint8Array {
  try {
    const size = sizeOf(path);
    // A huge file is refused before it is taken into memory.
    if (size > LIMITS.fileBytes)
      throw new FileProblem("file.too-large", { file: path, size: megabytes(size), limit: megabytes(LIMITS.fileBytes) });
    return new Uint8Array(readFileSync(path));
  } catch (fault) {
    throw fault instanceof FileProblem ? fault : new FileProblem("file.unreadable", { file: path }, fault);
  }
}

/** False where it could not be written. */
export function writeFile(path: string, content: Uint8Array | string): boolean {
  try {
    writeFileSync(path, content);
    return true;
  } catch {
    return false;
  }
}
