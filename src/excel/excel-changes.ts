/** Puts the parts that write into the clerk's cells together, as the pane asks for them. Only this lives here. */
import type { ChangeResult, Changes, Spot } from "./changes";
import { exportCopy } from "./copy";
import { hostFailure } from "./errors";
import { HostFailure } from "./host";
import { applyFixes, previewFixes } from "./fixes";
import { freeze, previewFreeze, previewRepair, previewRestore, repair, restore } from "./freeze";
import { forgetStep, listSteps, takeBackChanges } from "./ledger";
import { writingOnly } from "./session";

/** A step is either in the ledger or among the frozen formulas. */
async function takeBack(step: string, only?: readonly Spot[], evenChanged = false): Promise<ChangeResult> {
  const steps = await listSteps().catch((error: unknown) => Promise.reject(hostFailure(error, "undo", "", "before")));
  const known = steps.find((one) => one.step === step);
  if (known?.action !== "freeze") return takeBackChanges(step, only, evenChanged);
  return restore(
    (frozen) =>
      frozen.step === step && (only === undefined || only.some(({ sheet, cell }) => sheet === frozen.sheet && cell === frozen.cell)),
  );
}

/** A preview writes nothing: where it fails, that is said. */
async function reading<T>(preview: Promise<T>): Promise<T> {
  try {
    return await preview;
  } catch (error) {
    throw error instanceof HostFailure ? hostFailure(error, "read", "", "before") : error;
  }
}

export const excelChanges: Changes = {
  previewFixes: (fixes) => reading(previewFixes(fixes)),
  applyFixes: (fixes) => writingOnly(new Set(fixes.map(({ sheet }) => sheet)), () => applyFixes(fixes)),
  steps: listSteps,
  takeBack,
  forget: forgetStep,
  previewFreeze: (signal) => reading(previewFreeze(signal)),
  freeze,
  previewRestore: () => reading(previewRestore()),
  restore: () => restore(),
  previewRepair: (signal) => reading(previewRepair(signal)),
  repair,
  exportCopy,
};
