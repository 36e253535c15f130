/**
 * npm run check -- FILE…: the check without Excel. Only what touches the machine stands here: disk, terminal, clock.
 */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { checkWorkbook } from "../check/check";
import { LIMITS, megabytes } from "../files/limits";
import { FileProblem } from "../files/problem";
import { findPack, packs } from "../policy/library";
import { run, type Surroundings } from "./run";

function sizeOf(path: string): number {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) throw new FileProblem("file.missing", { file: path });
  if (!status.isFile()) throw new FileProblem("file.folder", { file: path });
  return status.size;
}

function readFile(path: string): Uint8Array {
  try {
    const size = sizeOf(path);
    // A huge file is refused before it is taken into memory.
    if (size > LIMITS.fileBytes) throw new FileProblem("file.too-large", { file: path, size: megabytes(size), limit: megabytes(LIMITS.fileBytes) });
    return new Uint8Array(readFileSync(path));
  } catch (fault) {
    throw fault instanceof FileProblem ? fault : new FileProblem("file.unreadable", { file: path }, fault);
  }
}

function writeFile(path: string, content: Uint8Array | string): boolean {
  try {
    writeFileSync(path, content);
    return true;
  } catch {
    return false;
  }
}

/** Today where the clerk is, not in Greenwich. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const surroundings: Surroundings = {
  readFile,
  writeFile,
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  today: today(),
  packs,
  findPack,
  check: checkWorkbook,
};

void run(process.argv.slice(2), surroundings).then((code) => {
  process.exitCode = code;
});
