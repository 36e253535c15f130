/**
 * The change ledger: every writing into the clerk's cells goes through `writeTogether`, which writes the cells and the record
 * of them as one, and puts both back where either fails. Past steps are listed and taken back, one cell or all, after
 * each cell was compared with what was written.
 */
import type { Change, Kept } from "../check/settings";
import type { CellChange, ChangeResult, Refused, Spot, Step } from "./changes";
import { queueWrites, readStates, sameContent, shownContent, spotKey, type CellWrite, type Now } from "./cell-states";
import { hostFailure, type Attempt } from "./errors";
import type { HostFailure } from "./host";
import { inExcel, onceMore } from "./session";
import { changeKept, keptIn, keptParts, loadKept, queueKept, queueTexts, refuseOtherFormats, type Part } from "./settings";

/** What will be written: phases one after the other (a spill's cells are cleared before its formula is written). */
export interface Writing {
  readonly phases: readonly (readonly CellWrite[])[];
  /** Phases that put everything back. */
  readonly back: readonly (readonly CellWrite[])[];
  /** What the workbook keeps afterwards. */
  readonly kept: Kept;
  readonly result: ChangeResult;
}

const NONE_WRITTEN = (refused: readonly Refused[]): ChangeResult => ({ step: null, done: 0, refused });

/** A writing that writes nothing. */
export function nothingToWrite(kept: Kept, refused: readonly Refused[]): Writing {
  return { phases: [], back: [], kept, result: NONE_WRITTEN(refused) };
}

function queuePhases(context: Excel.RequestContext, phases: readonly (readonly CellWrite[])[]): void {
  for (const phase of phases) queueWrites(context, phase);
}

/** Puts cells and parts back to what they were. */
async function putBack(attempt: Attempt, writing: Writing, texts: readonly string[]): Promise<void> {
  await inExcel({ attempt, writes: true, repeatable: true }, async (context) => {
    const now = await keptParts(context);
    queuePhases(context, writing.back);
    queueTexts(context, now, texts);
    await context.sync();
  });
}

async function afterPuttingBack(error: unknown, attempt: Attempt, writing: Writing | null, old: readonly Part[]): Promise<HostFailure> {
  if (writing === null) return hostFailure(error, attempt, "", "before");
  const texts = old.map((part) => part.xml);
  try {
    await onceMore(() => putBack(attempt, writing, texts));
    return hostFailure(error, attempt, "", "before");
  } catch {
    return hostFailure(error, attempt, "", "partly");
  }
}

/**
 * Plans and writes as one: `plan` reads what stands in the cells and says what to write and to keep. Rejects with
 * HostFailure that says whether the workbook is as before.
 */
export async function writeTogether(
  attempt: Attempt,
  plan: (context: Excel.RequestContext, kept: Kept) => Promise<Writing>,
): Promise<ChangeResult> {
  let writing: Writing | null = null;
  let old: readonly Part[] = [];
  try {
    return await inExcel({ attempt, writes: true }, async (context) => {
      await refuseOtherFormats(context);
      old = await keptParts(context);
      const planned = await plan(context, keptIn(old));
      if (planned.phases.length === 0) return planned.result;
      writing = planned;
      queuePhases(context, planned.phases);
      queueKept(context, old, planned.kept);
      await context.sync();
      return planned.result;
    });
  } catch (error) {
    throw await afterPuttingBack(error, attempt, writing, old);
  }
}

/** The name of a new step: when it was, and a number so that two in one second differ. */
export function newStep(at: Date): string {
  return `${at.toISOString()}#${Math.floor(Math.random() * 1_000_000)}`;
}

const asCellChange = ({ sheet, cell, before, after }: Change): CellChange => ({
  sheet,
  cell,
  from: shownContent(before.content),
  to: shownContent(after.content),
});

/** Past steps, latest first. */
export function stepsOf(kept: Kept): Step[] {
  const steps = new Map<string, { step: string; action: Step["action"]; at: string; changes: CellChange[] }>();
  const take = (step: string, action: Step["action"], at: string, change: CellChange): void => {
    const known = steps.get(step) ?? { step, action, at, changes: [] };
    known.changes.push(change);
    steps.set(step, known);
  };
  for (const change of kept.ledger) take(change.step, change.action, change.at, asCellChange(change));
  for (const { step, at, sheet, cell, formula, values } of kept.frozen) {
    take(step, "freeze", at, { sheet, cell, from: formula, to: shownContent(values[0]?.[0] ?? null) });
  }
  return [...steps.values()].sort((a, b) => b.at.localeCompare(a.at));
}

export async function listSteps(): Promise<Step[]> {
  const kept = await loadKept();
  return kept === null ? [] : stepsOf(kept);
}

/** Strikes a step from the ledger and the frozen formulas; no cell is touched. */
export async function forgetStep(step: string): Promise<void> {
  await changeKept((kept) => ({
    ...kept,
    ledger: kept.ledger.filter((change) => change.step !== step),
    frozen: kept.frozen.filter((frozen) => frozen.step !== step),
  }));
}

/** Why a cell of the ledger is not taken back now, or null. */
function whyNot(now: Now, change: Change, evenChanged: boolean): Refused | null {
  const spot = { sheet: change.sheet, cell: change.cell };
  if (now.kind === "gone") return { ...spot, why: "gone", now: "" };
  const shown = shownContent(now.state.content);
  if (now.isProtected) return { ...spot, why: "protected", now: shown };
  return evenChanged || sameContent(now.state.content, change.after.content) ? null : { ...spot, why: "changed", now: shown };
}

/** Takes back a step of the ledger, or only some of its cells. */
export async function takeBackChanges(step: string, only: readonly Spot[] | undefined, evenChanged: boolean): Promise<ChangeResult> {
  const wanted = only === undefined ? null : new Set(only.map(spotKey));
  return writeTogether("undo", async (context, kept) => {
    const chosen = kept.ledger.filter((change) => change.step === step && (wanted === null || wanted.has(spotKey(change))));
    const now = await readStates(context, chosen);
    const refused = chosen.flatMap((change) => whyNot(now(change), change, evenChanged) ?? []);
    const left = new Set(refused.map(spotKey));
    const doing = chosen.filter((change) => !left.has(spotKey(change)));
    if (doing.length === 0) return nothingToWrite(kept, refused);
    const done = new Set(doing);
    return {
      phases: [doing.map(({ sheet, cell, before }) => ({ sheet, cell, state: before }))],
      back: [doing.flatMap(({ sheet, cell }) => asFound({ sheet, cell }, now({ sheet, cell })))],
      kept: { ...kept, ledger: kept.ledger.filter((change) => !done.has(change)) },
      result: { step, done: doing.length, refused },
    };
  });
}

/** The write that puts a cell back to what was found there. */
export function asFound(spot: Spot, now: Now): CellWrite[] {
  return now.kind === "gone" ? [] : [{ ...spot, state: now.state }];
}
