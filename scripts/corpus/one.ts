/** Checks the files that the corpus run names, one after the other, and tells of each how it went. */
import { statSync } from "node:fs";
import * as z from "zod";
import { checkWorkbook } from "../../src/check/check";
import { readFile } from "../../src/cli/disk";
import { run } from "../../src/cli/run";
import { openWorkbook } from "../../src/files/open";
import { findPack, packs } from "../../src/policy/library";

export interface Checked {
  /** The exit code, "hang", "crash", or "changed" where the file was touched. */
  readonly exit: number | string;
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly verdict: string;
  readonly tables: string;
  readonly says: string;
}

const printed = z.object({
  files: z.array(
    z.object({
      verdict: z.string(),
      problem: z.optional(z.string()),
      tables: z.array(z.object({ sheet: z.string(), kind: z.string(), header: z.string(), rows: z.number() })),
    }),
  ),
});

/** What a library threw behind a file's problem; for us, not for the clerk. */
function causeOf(file: string): string {
  try {
    openWorkbook(readFile(file), file);
    return "";
  } catch (fault) {
    const cause: unknown = fault instanceof Error ? fault.cause : undefined;
    return cause instanceof Error ? ` [${String(cause.stack).split("\n").slice(0, 3).join(" ")}]` : "";
  }
}

async function checked(file: string): Promise<Checked> {
  const before = statSync(file).mtimeMs;
  const began = performance.now();
  let out = "";
  let thrown = "";
  const check: typeof checkWorkbook = (...given) => {
    try {
      return checkWorkbook(...given);
    } catch (fault) {
      thrown = `THROWN ${fault instanceof Error ? String(fault.stack).split("\n").slice(0, 4).join(" ") : String(fault)}`;
      throw fault;
    }
  };
  const exit = await run([file, "--format", "json"], {
    readFile,
    writeFile: () => false,
    out: (text) => (out += text),
    error: (text) => (out += text),
    today: "2025-01-15",
    packs,
    findPack,
    check,
  });
  const milliseconds = Math.round(performance.now() - began);
  const report = printed.parse(JSON.parse(out)).files[0];
  return {
    exit: statSync(file).mtimeMs === before ? exit : "changed",
    milliseconds,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    verdict: report?.verdict ?? "",
    tables: report?.tables.map(({ sheet, kind, header, rows }) => `${kind}(${sheet} ${header} ${String(rows)})`).join(" ") ?? "",
    says: `${report?.problem ?? ""}${thrown}${exit === 2 ? causeOf(file) : ""}`,
  };
}

process.on("message", (file: unknown) => {
  if (typeof file !== "string") return;
  checked(file).then(
    (result) => process.send?.(result),
    (fault: unknown) =>
      process.send?.({
        exit: "crash",
        milliseconds: 0,
        megabytes: 0,
        verdict: "",
        tables: "",
        says: fault instanceof Error ? String(fault.stack) : "",
      }),
  );
});
