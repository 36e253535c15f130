/**
 * The command line's course: read the arguments, open and check each file, say what was found, give the exit code. The
 * disk, the terminal and the day stand behind `Surroundings`, so that it all can be tried without them.
 */
import type { CheckOptions, Report, Settings, Verdict } from "../check/report";
import { readSettings } from "../check/settings";
import { openWorkbook } from "../files/open";
import { FileProblem, sayFileProblem } from "../files/problem";
import type { Pack } from "../policy/schema";
import type { Workbook } from "../table/workbook";
import { readArguments, UsageError, type Arguments } from "./arguments";
import { asHtml } from "./html";
import { asJson } from "./json";
import { mergeMappings, readMapping, writeMapping, type Mapping } from "./mapping";
import { isPackFile, readPackFile } from "./pack-file";
import { reportWorkbook } from "./report-workbook";
import { say } from "./say";
import { isMapping, isOurReport, refuseTarget, writeTarget, type Disk } from "./targets";
import { asText } from "./text";

export interface Surroundings extends Disk {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly packs: readonly Pack[];
  readonly findPack: (nameOrId: string) => Pack | null;
  readonly check: (workbook: Workbook, packs: readonly Pack[], options: CheckOptions) => Report;
}

export const WRONG_USAGE = 64;

const EXIT: Readonly<Record<Verdict, number>> = { 可上报: 0, 需说明: 1, 不可上报: 1, 未能检查: 2 };

const NO_SETTINGS: Settings = { mapping: {}, readings: {}, explanations: {} };

function notChecked(file: string, problem: string): Report {
  return { file, verdict: "未能检查", policies: [], tables: [], findings: [], problem, readings: [], fingerprint: "" };
}

/** A policy of ours by its name, else one in a file: a pack, or a workbook with a rule sheet. */
function chosenPack(policy: string, { findPack, packs, readFile }: Surroundings): Pack {
  const known = findPack(policy);
  if (known !== null) return known;
  if (!isPackFile(policy)) throw new UsageError(say("usage.policy", { policy, known: packs.map((each) => each.name).join("、") }));
  const { pack, faults } = readPackFile(readFile, policy);
  if (pack === null) throw new UsageError(say("policy.file-broken", { file: policy, fault: faults[0] ?? "" }));
  return pack;
}

function givenMapping(file: string | null, { readFile }: Surroundings): Mapping {
  if (file === null) return {};
  const mapping = readMapping(new TextDecoder().decode(bytesOfMapping(file, readFile)));
  if (mapping === null) throw new UsageError(say("usage.mapping-broken", { file }));
  return mapping;
}

function bytesOfMapping(file: string, readFile: Surroundings["readFile"]): Uint8Array {
  try {
    return readFile(file);
  } catch {
    throw new UsageError(say("usage.mapping-missing", { file }));
  }
}

/** A clerk's file must never be written over. */
function refuseTargets(given: Arguments, around: Surroundings): void {
  const reads = [...given.files, ...given.policies.filter(isPackFile), ...(given.mapping === null ? [] : [given.mapping])];
  if (given.report !== null) refuseTarget(given.report, reads, around, isOurReport);
  if (given.writeMapping !== null) refuseTarget(given.writeMapping, reads, around, isMapping);
}

function keptSettings({ settingsXml }: Workbook): Settings {
  const reading = settingsXml === null ? null : readSettings(settingsXml);
  return reading !== null && reading.ok ? reading.kept.settings : NO_SETTINGS;
}

/** Packs named on the command line, else the one kept in the workbook, else all: then the check recognises which. */
function packsFor(chosen: readonly Pack[], settings: Settings, { findPack, packs }: Surroundings): readonly Pack[] {
  if (chosen.length > 0) return chosen;
  const kept = settings.policy === undefined ? null : findPack(settings.policy);
  return kept === null ? packs : [kept];
}

function checkFile(file: string, chosen: readonly Pack[], mapping: Mapping, asOf: string, around: Surroundings): Report {
  try {
    const workbook = openWorkbook(around.readFile(file), file);
    const kept = keptSettings(workbook);
    const policy = chosen.length > 0 ? undefined : kept.policy;
    const settings = { ...kept, policy, mapping: mergeMappings(mapping, kept.mapping) };
    return { ...around.check(workbook, packsFor(chosen, kept, around), { asOf, settings }), file };
  } catch (fault) {
    if (fault instanceof FileProblem) return notChecked(file, sayFileProblem(fault.says));
    return notChecked(file, say("report.failed", { file }));
  }
}

async function checkAll(given: Arguments, around: Surroundings): Promise<number> {
  refuseTargets(given, around);
  const chosen = given.policies.map((policy) => chosenPack(policy, around));
  const mapping = givenMapping(given.mapping, around);
  const asOf = given.asOf ?? around.today;
  const reports = given.files.map((file) => checkFile(file, chosen, mapping, asOf, around));
  const names = new Map([...around.packs, ...chosen].map((pack) => [pack.id, pack.name]));
  const outputs = { text: () => asText(reports, names), json: () => asJson(reports), html: () => asHtml(reports, names, asOf) };
  around.out(outputs[given.format]());
  if (given.writeMapping !== null) writeTarget(given.writeMapping, writeMapping(reports), around);
  if (given.report !== null) writeTarget(given.report, await reportWorkbook(given.report, reports, names, asOf), around);
  return Math.max(...reports.map((report) => EXIT[report.verdict]));
}

/** Runs the command with the words typed behind it. Gives the exit code; never throws. */
export async function run(typed: readonly string[], around: Surroundings): Promise<number> {
  try {
    const given = readArguments(typed);
    if (!given.help) return await checkAll(given, around);
    around.out(`${say("usage")}\n`);
    return 0;
  } catch (fault) {
    if (!(fault instanceof UsageError)) throw fault;
    around.error(`${fault.message}\n${say("usage.see")}\n`);
    return WRONG_USAGE;
  }
}
