/** Runs `npm run policy` with files in memory instead of a disk. */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { FileProblem } from "../../src/files/problem";
import { runPolicy } from "../../src/cli/policy";

export type Files = Record<string, string | Uint8Array>;

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
  /** Everything there is after the command. */
  readonly files: Files;
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

export async function policy(typed: readonly string[], given: Files = {}): Promise<Ran> {
  const files: Files = { ...given };
  let out = "";
  let error = "";
  const code = await runPolicy(typed, {
    readFile: (path) => {
      const content = files[basename(path)];
      if (content === undefined) throw new FileProblem("file.missing", { file: path });
      return bytesOf(content);
    },
    writeFile: (path, content) => {
      if (path.startsWith("只读/")) return false;
      files[basename(path)] = content;
      return true;
    },
    out: (text) => (out += text),
    error: (text) => (error += text),
  });
  return { code, out, error, files };
}

const unseen = join(__dirname, "../unseen");

/** The pack and the text of a county that nobody here knew. */
export const SONGLING = readFileSync(join(unseen, "songling.json"), "utf8");
export const SONGLING_TEXT = readFileSync(join(unseen, "松岭县教师培训学时管理办法.txt"), "utf8");
