/**
 * Applies certain corrections of findings: text number → number, date text → date, spaces in names. Each is compared with
 * what stands in the cell first; protected sheets and formulas are left alone.
 */
import type { Fix } from "../check/report";
import type { CellState, Change, Kept } from "../check/settings";
import type { CellChange, ChangePlan, ChangeResult, Refused, WhyNot } from "./changes";
import { asFound, newStep, nothingToWrite, writeTogether, type Writing } from "./ledger";
import { isFormula, readStates, sameContent, shownContent, spotKey, type Now } from "./cell-states";
import { inExcel } from "./session";

interface Planned {
  readonly fix: Fix;
  readonly before: CellState;
  readonly after: CellState;
}

interface Sorted {
  readonly planned: readonly Planned[];
  readonly refused: readonly Refused[];
}

/** A number in a cell formatted as text would stay a text. */
function formatAfter(fix: Fix, before: CellState): string {
  if (fix.format !== undefined) return fix.format;
  return typeof fix.to === "number" && before.format === "@" ? "General" : before.format;
}

function whyNot(fix: Fix, now: Now & { kind: "there" }): WhyNot | null {
  if (now.isProtected) return "protected";
  if (isFormula(now.state.content) || now.inSpill) return "formula";
  return sameContent(now.state.content, fix.from) ? null : "changed";
}

function sortOut(fixes: readonly Fix[], stateOf: (fix: Fix) => Now): Sorted {
  const planned: Planned[] = [];
  const refused: Refused[] = [];
  const seen = new Set<string>();
  for (const fix of fixes) {
    if (seen.has(spotKey(fix))) continue;
    seen.add(spotKey(fix));
    const { sheet, cell } = fix;
    const now = stateOf(fix);
    const why = now.kind === "gone" ? "gone" : whyNot(fix, now);
    if (now.kind === "gone" || why !== null)
      refused.push({ sheet, cell, why: why ?? "gone", now: now.kind === "gone" ? "" : shownContent(now.state.content) });
    else planned.push({ fix, before: now.state, after: { content: fix.to, format: formatAfter(fix, now.state) } });
  }
  return { planned, refused };
}

const asChange = ({ fix, before, after }: Planned): CellChange => ({
  sheet: fix.sheet,
  cell: fix.cell,
  from: shownContent(before.content),
  to: shownContent(after.content),
});

/** What applying the fixes would change, and what it would leave alone. */
export async function previewFixes(fixes: readonly Fix[]): Promise<ChangePlan> {
  const { planned, refused } = await inExcel({ attempt: "fix", repeatable: true }, async (context) =>
    sortOut(fixes, await readStates(context, fixes)),
  );
  return { changes: planned.map(asChange), refused };
}

function writing({ planned, refused }: Sorted, kept: Kept, stateOf: (fix: Fix) => Now): Writing {
  if (planned.length === 0) return nothingToWrite(kept, refused);
  const now = new Date();
  const step = newStep(now);
  const changes = planned.map(({ fix, before, after }): Change => ({
    step,
    action: "fix",
    at: now.toISOString(),
    sheet: fix.sheet,
    cell: fix.cell,
    before,
    after,
  }));
  return {
    phases: [planned.map(({ fix, after }) => ({ sheet: fix.sheet, cell: fix.cell, state: after }))],
    back: [planned.flatMap(({ fix }) => asFound({ sheet: fix.sheet, cell: fix.cell }, stateOf(fix)))],
    kept: { ...kept, ledger: [...kept.ledger, ...changes] },
    result: { step, done: planned.length, refused },
  };
}

/** Applies the fixes as one step of the ledger. */
export async function applyFixes(fixes: readonly Fix[]): Promise<ChangeResult> {
  return writeTogether("fix", async (context, kept) => {
    const stateOf = await readStates(context, fixes);
    return writing(sortOut(fixes, stateOf), kept, stateOf);
  });
}
