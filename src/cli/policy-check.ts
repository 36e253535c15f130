/** npm run policy -- check: what an author is told of a policy — its form, bands, quotations, readings, open numbers and examples. */
import { runExamples } from "../functions/examples";
import type { Pack, Rule } from "../policy/schema";
import { bandFaults } from "../policy/sheet/bands";
import { saySheet } from "../policy/sheet/say";
import words from "../policy/sheet/words.json";
import { judgingBy, unsupportedReadings } from "../rules/judging";
import { isUnset } from "../rules/kinds";
import type { PackFile } from "./pack-file";
import { say } from "./say";

interface Section {
  readonly lines: readonly string[];
  readonly faults: number;
}

/** The source text, where one was given or found. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

const LONGEST_SHOWN = 300;

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

function faulty(line: string): string {
  return say("policy.line.fault", { line });
}

function remark(line: string): string {
  return say("policy.line.remark", { line });
}

function fine(line: string): string {
  return say("policy.line.fine", { line });
}

function formSection({ faults }: PackFile): Section {
  const title = say("policy.form");
  if (faults.length === 0) return { lines: [title, fine(say("policy.form.fine"))], faults: 0 };
  return { lines: [title, ...faults.map(faulty)], faults: faults.length };
}

function bandsSection(pack: Pack): Section {
  const title = say("policy.bands");
  const found = bandFaults(pack);
  if (found.length === 0) return { lines: [title, fine(say("policy.bands.fine"))], faults: 0 };
  const lines = found.map(({ message, path }) => saySheet({ id: message.id, values: { ...message.values, place: placeOf(pack, path) } }));
  return { lines: [title, ...lines.map(faulty)], faults: lines.length };
}

/** 第3条规则“听课”: where a fault of a band stands. */
function placeOf(pack: Pack, [, index]: readonly PropertyKey[]): string {
  return say("policy.place", { number: Number(index) + 1, name: pack.rules[Number(index)]?.name ?? "" });
}

function withoutSpace(text: string): string {
  return text.replace(/\s/gu, "");
}

/** A rule that the county added itself quotes no document. */
function quotes(rule: Rule): boolean {
  return rule.clause.at !== words.addedRule.at;
}

function quotesSection(own: Pack, source: Source | null): Section {
  const title = say("policy.quotes");
  if (source === null) return { lines: [title, remark(say("policy.quotes.none"))], faults: 0 };
  const text = withoutSpace(source.text);
  const rules = own.rules.filter(quotes);
  const missing = rules.filter((rule) => !text.includes(withoutSpace(rule.clause.quote)));
  const lines = missing.map((rule) =>
    faulty(
      say("policy.quotes.missing", {
        number: own.rules.indexOf(rule) + 1,
        name: rule.name,
        at: rule.clause.at,
        quote: shown(rule.clause.quote),
      }),
    ),
  );
  const found = fine(say("policy.quotes.fine", { count: rules.length - missing.length, source: source.name }));
  return { lines: [title, found, ...lines], faults: missing.length };
}

function readingLines(pack: Pack, rule: Rule): string[] {
  const unsupported = new Set(unsupportedReadings(judgingBy(pack), rule).map(({ id }) => id));
  return (rule.readings ?? []).flatMap((reading) => {
    const chosen = reading.options.find(({ value }) => value === reading.chosen)?.label ?? reading.chosen;
    const others = reading.options.filter(({ value }) => value !== reading.chosen).map(({ label }) => label);
    const values = { name: rule.name, question: reading.question, chosen, others: others.join("；") };
    const line = remark(say("policy.readings.one", values));
    return unsupported.has(reading.id) ? [line, remark(say("policy.readings.unsupported", { name: rule.name, chosen }))] : [line];
  });
}

function readingsSection(pack: Pack): Section {
  const lines = pack.rules.flatMap((rule) => readingLines(pack, rule));
  const none = lines.length === 0 ? [fine(say("policy.readings.none"))] : [];
  return { lines: [say("policy.readings"), ...none, ...lines], faults: 0 };
}

/** What is no fault, but may be an oversight. */
function remarksOf(pack: Pack): string[] {
  const unset = pack.rules.filter(isUnset).map((rule) => say("policy.unset", { name: rule.name }));
  return [
    ...unset,
    ...(pack.tables.length === 0 ? [say("policy.no-tables")] : []),
    ...(pack.keywords === undefined ? [say("policy.no-keywords", { name: pack.name })] : []),
  ];
}

function remarksSection(pack: Pack): Section {
  const remarks = remarksOf(pack);
  return { lines: remarks.length === 0 ? [] : [say("policy.remarks"), ...remarks.map(remark)], faults: 0 };
}

function examplesSection(pack: Pack): Section {
  const title = say("policy.examples");
  const results = runExamples(pack);
  if (results.length === 0) return { lines: [title, remark(say("policy.examples.none"))], faults: 0 };
  const lines = results.map(({ example, agrees, got, said }) => {
    if (agrees) return fine(say("policy.example.holds", { says: example.says }));
    const values = { says: example.says, due: shown(example.gives), got: shown(got), said };
    return faulty(say(said === "" ? "policy.example.fails" : "policy.example.refused", values));
  });
  return { lines: [title, ...lines], faults: results.filter(({ agrees }) => !agrees).length };
}

/** Next term's policy: which rules it changes, adds and takes away; a changed rule under a new id would stand beside the old one. */
function changesSection(own: Pack, parent: Pack | null): Section {
  if (parent === null) return { lines: [], faults: 0 };
  const isOld = (rule: Rule): boolean => parent.rules.some(({ id }) => id === rule.id);
  const added = own.rules.filter((rule) => !isOld(rule));
  const changed = own.rules.filter(isOld);
  const removed = parent.rules.filter(({ id }) => own.removes?.includes(id) === true);
  const names = (rules: readonly Rule[]): string => rules.map(({ name }) => name).join("、");
  const lines = [
    remark(say("policy.changes.changed", { count: changed.length, names: names(changed) })),
    remark(say("policy.changes.added", { count: added.length, names: names(added) })),
    remark(say("policy.changes.removed", { count: removed.length, names: names(removed) })),
  ];
  return { lines: [say("policy.changes", { name: parent.name }), ...lines], faults: 0 };
}

function headLine(pack: Pack): string {
  const { name, id, rules, tables, examples } = pack;
  return say("policy.head", { name, id, rules: rules.length, tables: tables.length, examples: examples?.length ?? 0 });
}

/** What is found in a policy, line by line, and how many faults. */
export function inspect(file: PackFile, source: Source | null): { readonly text: string; readonly faults: number } {
  const { pack, own, parent } = file;
  const rest =
    pack && own
      ? [
          changesSection(own, parent),
          bandsSection(pack),
          quotesSection(own, source),
          readingsSection(pack),
          remarksSection(pack),
          examplesSection(pack),
        ]
      : [];
  const sections = [formSection(file), ...rest];
  const faults = sections.reduce((total, section) => total + section.faults, 0);
  const verdict = pack === null ? say("policy.verdict.unusable", { faults }) : say("policy.verdict", { faults });
  const lines = [...(pack ? [headLine(pack), ""] : []), ...sections.flatMap((section) => section.lines), "", verdict];
  return { text: `${lines.join("\n")}\n`, faults };
}
