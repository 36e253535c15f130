/**
 * npm run policy -- check | sheet | json | schema | fields: for those who write a policy. The disk and the terminal stand behind
 * `PolicySurroundings`, so that it all can be tried without them.
 */
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { decodeText } from "../files/characters";
import { FileProblem, sayFileProblem } from "../files/problem";
import { packJsonSchema } from "../policy/json-schema";
import { findPack, packById, packs } from "../policy/library";
import type { Pack } from "../policy/schema";
import { UsageError } from "./arguments";
import { readPackFile, type PackFile } from "./pack-file";
import { inspect, type Source } from "./policy-check";
import { fieldTables } from "./policy-fields";
import { ruleSheetWorkbook } from "./rule-sheet-workbook";
import { say } from "./say";
import { refuseTarget, writeTarget, type Disk } from "./targets";

export interface PolicySurroundings extends Disk {
  out(text: string): void;
  error(text: string): void;
}

const FINE = 0;
const FAULTY = 1;
const UNREADABLE = 2;
const WRONG_USAGE = 64;

interface Typed {
  readonly words: readonly string[];
  readonly source: string | null;
  readonly help: boolean;
}

function readTyped(typed: readonly string[]): Typed {
  try {
    const options = { source: { type: "string" }, help: { type: "boolean" } } as const;
    const { values, positionals } = parseArgs({ args: [...typed], options, strict: true, allowPositionals: true });
    return { words: positionals, source: values.source ?? null, help: values.help ?? false };
  } catch {
    throw new UsageError(say("policy.usage.option"));
  }
}

type Usage = "policy.usage.check" | "policy.usage.sheet" | "policy.usage.json" | "policy.usage.schema" | "policy.usage.fields";

/** The words after the command, as many as it takes. */
function given(words: readonly string[], count: number, usage: Usage): readonly string[] {
  if (words.length !== count + 1 || words.includes("")) throw new UsageError(say(usage));
  return words.slice(1);
}

function complain(file: PackFile, around: PolicySurroundings): number {
  around.error(`${file.faults.join("\n")}\n`);
  return file.isReadable ? FAULTY : UNREADABLE;
}

function textOf(path: string, around: PolicySurroundings): string | null {
  try {
    return decodeText(around.readFile(path));
  } catch (fault) {
    if (fault instanceof FileProblem) return null;
    throw fault;
  }
}

/** The source that was named; else the file that the policy itself names, if it lies beside it. */
function sourceOf(path: string, named: string | null, pack: Pack | null, around: PolicySurroundings): Source | null {
  if (named !== null) {
    const text = textOf(named, around);
    if (text === null) throw new UsageError(say("policy.usage.source", { file: named }));
    return { name: named, text };
  }
  // Only a plain file name: a policy from elsewhere must not choose what is read.
  const beside = pack?.source === undefined || basename(pack.source) !== pack.source ? null : join(dirname(path), pack.source);
  const text = beside === null ? null : textOf(beside, around);
  return beside === null || text === null ? null : { name: beside, text };
}

function check(path: string, source: string | null, around: PolicySurroundings): number {
  const file = readPackFile(around.readFile, path);
  if (!file.isReadable) return complain(file, around);
  const { text, faults } = inspect(file, sourceOf(path, source, file.pack, around));
  around.out(text);
  return faults === 0 ? FINE : FAULTY;
}

function write(path: string, content: Uint8Array | string, read: string, around: PolicySurroundings): number {
  refuseTarget(path, [read], around);
  writeTarget(path, content, around);
  around.out(`${say("policy.written", { file: path })}\n`);
  return FINE;
}

/** What a rule sheet of it says: only what changed, if the policy it extends comes with the software; else all of it. */
function forSheet({ pack, own }: PackFile): Pack | null {
  if (pack === null || own?.extends === undefined || packById(own.extends) !== null) return own;
  return { ...pack, extends: undefined, removes: undefined };
}

async function sheet(nameOrFile: string, target: string, around: PolicySurroundings): Promise<number> {
  if (!/\.xlsx$/i.test(target)) throw new UsageError(say("policy.usage.xlsx", { file: target }));
  const known = findPack(nameOrFile);
  const file = known ? null : readPackFile(around.readFile, nameOrFile);
  const pack = known ?? (file ? forSheet(file) : null);
  if (pack === null && file?.isReadable === false) {
    around.error(`${say("policy.unknown", { name: nameOrFile, known: packs.map((each) => each.name).join("、") })}\n`);
  }
  if (pack === null) return file ? complain(file, around) : UNREADABLE;
  return write(target, await ruleSheetWorkbook(pack), nameOrFile, around);
}

function json(path: string, target: string, around: PolicySurroundings): number {
  const file = readPackFile(around.readFile, path);
  if (file.own === null) return complain(file, around);
  const code = write(target, `${JSON.stringify(file.own, null, 2)}\n`, path, around);
  // Faults that leave the policy usable (a number as text) are said, and the file is written all the same.
  return file.faults.length === 0 ? code : complain(file, around);
}

async function perform({ words, source, help }: Typed, around: PolicySurroundings): Promise<number> {
  const [command] = words;
  if (help || command === "help") {
    around.out(`${say("policy.usage")}\n`);
    return FINE;
  }
  if (source !== null && command !== "check") throw new UsageError(say("policy.usage.option"));
  switch (command) {
    case "check": {
      const [path = ""] = given(words, 1, "policy.usage.check");
      return check(path, source, around);
    }
    case "sheet": {
      const [name = "", target = ""] = given(words, 2, "policy.usage.sheet");
      return sheet(name, target, around);
    }
    case "json": {
      const [path = "", target = ""] = given(words, 2, "policy.usage.json");
      return json(path, target, around);
    }
    case "schema":
      given(words, 0, "policy.usage.schema");
      around.out(`${JSON.stringify(packJsonSchema(), null, 2)}\n`);
      return FINE;
    case "fields":
      given(words, 0, "policy.usage.fields");
      around.out(fieldTables());
      return FINE;
    default:
      throw new UsageError(say("policy.usage.command", { command: command ?? "" }));
  }
}

/** Runs the command with the words typed behind it. Gives the exit code; never throws for what was typed or read. */
export async function runPolicy(typed: readonly string[], around: PolicySurroundings): Promise<number> {
  try {
    return await perform(readTyped(typed), around);
  } catch (fault) {
    if (fault instanceof FileProblem) {
      around.error(`${sayFileProblem(fault.says)}\n`);
      return UNREADABLE;
    }
    if (!(fault instanceof UsageError)) throw fault;
    around.error(`${fault.message}\n${say("policy.usage.see")}\n`);
    return WRONG_USAGE;
  }
}
