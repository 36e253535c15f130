/**
 * npm run check -- FILE…: the check without Excel. Only what touches the machine stands here: disk, terminal, clock.
 */
import { checkWorkbook } from "../check/check";
import { findPack, packs } from "../policy/library";
import { readFile, writeFile } from "./disk";
import { run } from "./run";

/** Today where the clerk is, not in Greenwich. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// Whoever reads only the first lines (`| head`) closes the pipe: that is no fault, and the exit code still tells the verdict.
process.stdout.on("error", (fault: NodeJS.ErrnoException) => {
  if (fault.code !== "EPIPE") throw fault;
});

const out = (text: string) => void process.stdout.write(text);
const error = (text: string) => void process.stderr.write(text);

void run(process.argv.slice(2), { readFile, writeFile, out, error, today: today(), packs, findPack, check: checkWorkbook }).then((code) => {
  process.exitCode = code;
});
