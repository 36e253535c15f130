/**
 * Checks every file below a folder with the command line's own code, in processes of its own with a time limit, and writes a line
 * a file: exit code, milliseconds, megabytes of memory, verdict, kinds of tables, message or fault, path. Nothing here passes or fails.
 */
import { fork, type ChildProcess } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { argv, stdout } from "node:process";
import type { Checked } from "./one";

const PROCESSES = 2;
const LONGEST_MS = 60_000;
/** A process that grew beyond this is replaced, so that a file is not charged with the one before it. */
const LARGEST_MB = 700;
/** Reading a file's whole kind, not its name, is what the check does: nothing is left out but what is surely no workbook. */
const NO_WORKBOOK = /\.(?:md|txt|py|js|ts|json|html?|png|jpe?g|gif|pdf|docx?|pptx?)$/i;

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.flatMap((entry) => (entry.isFile() && !NO_WORKBOOK.test(entry.name) ? [join(entry.parentPath, entry.name)] : []));
}

function isChecked(message: unknown): message is Checked {
  return typeof message === "object" && message !== null && "exit" in message;
}

const NOTHING = { exit: "", megabytes: 0, verdict: "", tables: "", says: "" };

/** One file in a child; a child that does not answer in time, or dies, is said so. */
function checkOne(child: ChildProcess, file: string): Promise<Checked> {
  return new Promise((resolve) => {
    const began = performance.now();
    const settle = (checked: Checked) => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(checked);
    };
    const lost = (exit: string) => settle({ ...NOTHING, exit, milliseconds: Math.round(performance.now() - began) });
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      lost("hang");
    }, LONGEST_MS);
    child.once("exit", () => lost("crash"));
    child.once("message", (message) => (isChecked(message) ? settle(message) : lost("crash")));
    child.send(file);
  });
}

/** Takes files off the list until none is left. */
async function work(files: string[], done: (file: string, checked: Checked) => void): Promise<void> {
  let child: ChildProcess | null = null;
  for (let file = files.pop(); file !== undefined; file = files.pop()) {
    child ??= fork(join(__dirname, "one.ts"), { execArgv: process.execArgv });
    const checked = await checkOne(child, file);
    done(file, checked);
    if (typeof checked.exit === "number" && checked.megabytes < LARGEST_MB) continue;
    child.kill();
    child = null;
  }
  child?.kill();
}

async function run(folder: string, table: string | undefined): Promise<void> {
  const files = filesBelow(folder).sort().reverse();
  const lines = new Map<string, string>();
  const counts = new Map<number | string, number>();
  await Promise.all(
    Array.from({ length: PROCESSES }, () =>
      work(files, (file, { exit, milliseconds, megabytes, verdict, tables, says }) => {
        const path = relative(folder, file);
        const line = [exit, milliseconds, megabytes, verdict, tables, says.replace(/\s+/g, " "), path].join("\t");
        lines.set(path, line);
        counts.set(exit, (counts.get(exit) ?? 0) + 1);
        if (table === undefined) stdout.write(`${line}\n`);
      }),
    ),
  );
  if (table !== undefined)
    writeFileSync(
      table,
      `${[...lines]
        .sort()
        .map(([, line]) => line)
        .join("\n")}\n`,
    );
  stdout.write(
    `${[...counts]
      .map(([exit, count]) => `exit ${exit}: ${count}`)
      .sort()
      .join("; ")}\n`,
  );
}

const [, , folder, table] = argv;
if (folder === undefined) stdout.write("npm run corpus -- FOLDER [OUT.tsv]\n");
else void run(folder, table);
