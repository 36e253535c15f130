/**
 * The collecting of findings: a check gives the code, the cell and the facts; the level, the words and the identity of a
 * finding are settled here, the same way for all.
 */
import type { Rule } from "../policy/schema";
import type { Outcome } from "../rules/outcome";
import { sayTrace } from "../rules/say";
import { a1 } from "../table/address";
import { maskIdsIn } from "../values/id";
import type { Locale, Message } from "../values/message";
import codes from "./finding-codes.json";
import type { Finding, Fix, Level, Reasons, Settings } from "./report";
import { sayFinding } from "./say";

/** A cell of a sheet, from 0. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export type FindingCode = keyof typeof codes;

export interface Draft {
  readonly code: FindingCode;
  /** Only where the level depends on the case: claimed otherwise (logic) or not (experience). */
  readonly level?: Level;
  readonly rule?: Rule | null;
  readonly at: Place | { readonly sheet: string };
  readonly subject?: string | null;
  readonly value?: string | number | null;
  readonly expected?: string | number | null;
  /** What is said; by default the message of the code. */
  readonly says: Message;
  readonly fix?: Omit<Fix, "sheet" | "cell">;
  readonly outcome?: Outcome<unknown>;
  readonly other?: Place;
}

const levels: Readonly<Record<string, string>> = codes;

function levelOf(code: string): Level {
  const level = levels[code];
  return level === "logic" || level === "experience" || level === "unknown" ? level : "info";
}

function cellOf(at: Draft["at"]): string {
  return "row" in at ? a1(at.row, at.column) : "";
}

function shown(value: string | number | null | undefined): string | number | null {
  return typeof value === "string" ? maskIdsIn(value) : (value ?? null);
}

export class Findings {
  private readonly list: Finding[] = [];
  /** The same thing said of the same cell about the same person is said once. */
  private readonly seen = new Set<string>();
  private readonly keys = new Map<string, number>();
  /** sheet!cell → codes found there. */
  private readonly byCell = new Map<string, Set<string>>();

  constructor(
    private readonly locale: Locale,
    private readonly settings: Settings | undefined,
  ) {}

  add(draft: Draft): void {
    const cell = cellOf(draft.at);
    const same = [draft.code, draft.at.sheet, cell, draft.rule?.id ?? "", draft.subject ?? ""].join("|");
    if (this.seen.has(same)) return;
    this.seen.add(same);
    this.codesAt(draft.at.sheet, cell).add(draft.code);
    const key = this.keyOf(draft, cell);
    const explanation = this.settings?.explanations[key];
    const finding: Finding = {
      code: draft.code,
      level: draft.level ?? levelOf(draft.code),
      rule: draft.rule?.id ?? null,
      sheet: draft.at.sheet,
      cell,
      subject: draft.subject === undefined || draft.subject === "" ? null : draft.subject,
      value: shown(draft.value),
      expected: shown(draft.expected),
      message: maskIdsIn(sayFinding(this.withSubject(draft), this.locale)),
      clause: draft.rule?.clause ?? null,
      key,
      ...(draft.fix ? { fix: { ...draft.fix, sheet: draft.at.sheet, cell } } : {}),
      ...(draft.other ? { other: { sheet: draft.other.sheet, cell: cellOf(draft.other) } } : {}),
      ...(explanation ? { explanation } : {}),
    };
    this.list.push(draft.outcome ? this.withReasons(finding, draft.outcome) : finding);
  }

  /** A record without a name is called by its row. */
  private withSubject({ says, at }: Draft): Message {
    if (says.values?.["subject"] !== "" || !("row" in at)) return says;
    return { ...says, values: { ...says.values, subject: sayFinding({ id: "subject.row", values: { row: at.row + 1 } }, this.locale) } };
  }

  /** Whether one of these codes was found at a cell. */
  has(place: Place, wanted: readonly FindingCode[]): boolean {
    const found = this.byCell.get(`${place.sheet}!${a1(place.row, place.column)}`);
    return found !== undefined && wanted.some((code) => found.has(code));
  }

  all(): readonly Finding[] {
    return this.list;
  }

  private codesAt(sheet: string, cell: string): Set<string> {
    const slot = `${sheet}!${cell}`;
    const known = this.byCell.get(slot);
    if (known) return known;
    const fresh = new Set<string>();
    this.byCell.set(slot, fresh);
    return fresh;
  }

  /** By what, about whom, on which sheet: stable when rows move. A second one of the same is counted on. */
  private keyOf(draft: Draft, cell: string): string {
    const about = draft.subject ?? cell;
    const stem = [draft.code, draft.rule?.id ?? "", draft.at.sheet, about].join("|");
    const times = (this.keys.get(stem) ?? 0) + 1;
    this.keys.set(stem, times);
    return times === 1 ? stem : `${stem}|${String(times)}`;
  }

  /** Reasons are put into words when they are asked for: a report may have thousands of findings, a clerk opens a few. */
  private withReasons(finding: Finding, outcome: Outcome<unknown>): Finding {
    let reasons: Reasons | null = null;
    return Object.defineProperty({ ...finding }, "reasons", {
      enumerable: true,
      get: () => (reasons ??= this.reasonsOf(outcome)),
    });
  }

  private reasonsOf(outcome: Outcome<unknown>): Reasons {
    const { trace } = outcome;
    const questions = trace.rule.readings ?? [];
    return {
      read: trace.read.map((read) => ({ label: read.label, value: sayTrace(read.value, this.locale) })),
      steps: trace.steps.map((step) => sayTrace(step, this.locale)),
      conclusion: sayTrace(trace.conclusion, this.locale),
      readings: trace.readings.flatMap((applied) => {
        const reading = questions.find((candidate) => candidate.id === applied.id);
        const option = reading?.options.find((candidate) => candidate.value === applied.value);
        return reading ? [{ question: reading.question, chosen: option?.label ?? applied.value }] : [];
      }),
    };
  }
}
