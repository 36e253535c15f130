/**
 * 转为数值, 恢复公式, 修复公式: KAOHE formulas become values and come back, and those that show #NAME? because the add-in was not
 * loaded are entered again. Whole spills go together; nothing is frozen while any of them is an error or still computing.
 */
import type { CellContent, Frozen, Kept } from "../check/settings";
import type { Area } from "../table/workbook";
import { cellAddress, parseArea } from "./address";
import type { CellChange, ChangePlan, ChangeResult, Refused, Spot } from "./changes";
import { readStates, sameContent, shownContent, type CellWrite, type Now } from "./cell-states";
import { HostFailure } from "./host";
import { findFormulas, type FoundFormula } from "./kaohe-formulas";
import { newStep, nothingToWrite, writeTogether, type Writing } from "./ledger";
import { loadKept } from "./settings";
import { inExcel } from "./session";

const PENDING = new Set(["#BUSY!", "#GETTING_DATA"]);

const spotsOf = (sheet: string, area: Area): Spot[] => {
  const spots: Spot[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) spots.push({ sheet, cell: cellAddress(row, column) });
  }
  return spots;
};

const contentAt = (now: Now): CellContent => (now.kind === "there" ? now.state.content : null);

/** Why a formula cannot be frozen, or null. */
function whyNotFrozen({ sheet, cell, isProtected, values }: FoundFormula): Refused | null {
  const error = values.flat().find((value) => typeof value === "object" && value !== null && "error" in value);
  const now = shownContent(error ?? values[0]?.[0] ?? null);
  if (error !== undefined) return { sheet, cell, why: PENDING.has(now) ? "pending" : "error", now };
  return isProtected ? { sheet, cell, why: "protected", now } : null;
}

function freezable(found: readonly FoundFormula[]): { open: FoundFormula[]; refused: Refused[] } {
  const refused = found.flatMap((formula) => whyNotFrozen(formula) ?? []);
  const open = found.filter((formula) => whyNotFrozen(formula) === null);
  return { open, refused };
}

const freezeChange = ({ sheet, cell, formula, values }: FoundFormula): CellChange => ({
  sheet,
  cell,
  from: formula,
  to: shownContent(values[0]?.[0] ?? null),
});

/** What 转为数值 would do, and what stands in its way. */
export async function previewFreeze(signal: AbortSignal): Promise<ChangePlan> {
  const found = await inExcel({ attempt: "freeze", repeatable: true }, (context) => findFormulas(context, "all", signal), signal);
  const { open, refused } = freezable(found);
  return { changes: open.map(freezeChange), refused };
}

/** The anchor is emptied first, so that Excel takes the spill away before its values are written in its place. */
function valuePhases(found: readonly FoundFormula[]): CellWrite[][] {
  const anchors = found
    .filter((formula) => formula.spilled)
    .map(({ sheet, cell, format }) => ({ sheet, cell, state: { content: null, format } }));
  const values = found.flatMap(({ sheet, area, values: rows, formats }) =>
    spotsOf(sheet, area).map((spot, index) => {
      const width = area.right - area.left + 1;
      const [row, column] = [Math.floor(index / width), index % width];
      return { ...spot, state: { content: rows[row]?.[column] ?? null, format: formats[row]?.[column] ?? "General" } };
    }),
  );
  return anchors.length === 0 ? [values] : [anchors, values];
}

/** The cells below and beside the anchor are cleared, then the formula is written, and spills again. */
function formulaPhases(found: readonly FoundFormula[]): CellWrite[][] {
  const children = found.flatMap(({ sheet, area, formats }) => {
    const width = area.right - area.left + 1;
    return spotsOf(sheet, area)
      .slice(1)
      .map((spot, index) => ({
        ...spot,
        state: { content: null, format: formats[Math.floor((index + 1) / width)]?.[(index + 1) % width] ?? "General" },
      }));
  });
  const anchors = found.map(({ sheet, cell, formula, format }) => ({ sheet, cell, state: { content: { formula }, format } }));
  return children.length === 0 ? [anchors] : [children, anchors];
}

function freezing(open: readonly FoundFormula[], kept: Kept, refused: readonly Refused[]): Writing {
  const now = new Date();
  const step = newStep(now);
  const frozen = open.map(({ sheet, cell, formula, spilled, values }): Frozen => ({
    step,
    at: now.toISOString(),
    sheet,
    cell,
    formula,
    spilled,
    values: values.map((row) => [...row]),
  }));
  return {
    phases: valuePhases(open),
    back: formulaPhases(open),
    kept: { ...kept, frozen: [...kept.frozen, ...frozen] },
    result: { step, done: open.length, refused },
  };
}

/** 转为数值 in all sheets as one step. Refuses as a whole while any value is an error or pending. */
export async function freeze(signal: AbortSignal): Promise<ChangeResult> {
  return writeTogether("freeze", async (context, kept) => {
    const { open, refused } = freezable(await findFormulas(context, "all", signal));
    const [blocking] = refused.filter(({ why }) => why === "error" || why === "pending");
    if (blocking !== undefined) {
      throw new HostFailure({
        id: blocking.why === "pending" ? "host.freeze-pending" : "host.freeze-errors",
        values: { sheet: blocking.sheet, cell: blocking.cell, shown: blocking.now, count: refused.length },
      });
    }
    return open.length === 0 ? nothingToWrite(kept, refused) : freezing(open, kept, refused);
  });
}

function frozenArea({ cell, values }: Frozen): Area {
  const anchor = parseArea(cell) ?? { top: 0, left: 0, bottom: 0, right: 0 };
  return { ...anchor, bottom: anchor.top + values.length - 1, right: anchor.left + (values[0]?.length ?? 1) - 1 };
}

interface Restorable {
  readonly frozen: Frozen;
  readonly found: FoundFormula;
}

/** What stands where a formula was frozen: the formula can come back, or why not. */
function looked(frozen: Frozen, stateOf: (spot: Spot) => Now): Restorable | Refused {
  const area = frozenArea(frozen);
  const spots = spotsOf(frozen.sheet, area);
  const width = area.right - area.left + 1;
  const place = { sheet: frozen.sheet, cell: frozen.cell };
  const states = spots.map(stateOf);
  const first = states[0];
  const now = first === undefined ? "" : shownContent(contentAt(first));
  if (first === undefined || first.kind === "gone") return { ...place, why: "gone", now };
  if (first.isProtected) return { ...place, why: "protected", now };
  const changed = spots.find(
    (_spot, index) =>
      !sameContent(contentAt(states[index] ?? { kind: "gone" }), frozen.values[Math.floor(index / width)]?.[index % width] ?? null),
  );
  if (changed !== undefined) return { ...changed, why: "changed", now: shownContent(contentAt(stateOf(changed))) };
  const formats = frozen.values.map((row, down) => row.map((_value, right) => formatAt(states[down * width + right])));
  return {
    frozen,
    found: {
      ...place,
      formula: frozen.formula,
      spilled: frozen.spilled,
      area,
      values: frozen.values,
      formats,
      format: first.state.format,
      isProtected: false,
    },
  };
}

const formatAt = (now: Now | undefined): string => (now?.kind === "there" ? now.state.format : "General");

async function sortFrozen(context: Excel.RequestContext, frozen: readonly Frozen[]): Promise<{ open: Restorable[]; refused: Refused[] }> {
  const stateOf = await readStates(
    context,
    frozen.flatMap((one) => spotsOf(one.sheet, frozenArea(one))),
  );
  const seen = frozen.map((one) => looked(one, stateOf));
  return { open: seen.flatMap((one) => ("frozen" in one ? [one] : [])), refused: seen.flatMap((one) => ("why" in one ? [one] : [])) };
}

/** What 恢复公式 would bring back, and what was changed since. */
export async function previewRestore(): Promise<ChangePlan> {
  const kept = await loadKept();
  if (kept === null) return { changes: [], refused: [] };
  const { open, refused } = await inExcel({ attempt: "restore", repeatable: true }, (context) => sortFrozen(context, kept.frozen));
  return {
    changes: open.map(({ found }) => ({
      sheet: found.sheet,
      cell: found.cell,
      from: shownContent(found.values[0]?.[0] ?? null),
      to: found.formula,
    })),
    refused,
  };
}

/** Writes the frozen formulas back where the frozen values still stand: all, or those that `which` picks. */
export async function restore(which: (frozen: Frozen) => boolean = () => true): Promise<ChangeResult> {
  return writeTogether("restore", async (context, kept) => {
    const { open, refused } = await sortFrozen(context, kept.frozen.filter(which));
    const [first] = open;
    if (first === undefined) return nothingToWrite(kept, refused);
    const done = new Set(open.map(({ frozen }) => frozen));
    const found = open.map((one) => one.found);
    return {
      phases: formulaPhases(found),
      back: valuePhases(found),
      kept: { ...kept, frozen: kept.frozen.filter((one) => !done.has(one)) },
      result: { step: first.frozen.step, done: open.length, refused },
    };
  });
}

const repairedFormula = (formula: string): string => formula.replace(/(?:\[\d+\]!)?_xldudf_KAOHE_([A-Z]+)(?=\()/gi, "KAOHE.$1");

function repairable(found: readonly FoundFormula[]): { open: FoundFormula[]; refused: Refused[] } {
  const refused = found
    .filter((one) => one.isProtected)
    .map(({ sheet, cell, values }): Refused => ({ sheet, cell, why: "protected", now: shownContent(values[0]?.[0] ?? null) }));
  return { open: found.filter((one) => !one.isProtected), refused };
}

/** The cells that show #NAME? though the add-in is there now, with the formula that will be entered again. */
export async function previewRepair(signal: AbortSignal): Promise<ChangePlan> {
  const found = await inExcel({ attempt: "repair", repeatable: true }, (context) => findFormulas(context, "#NAME?", signal), signal);
  const { open, refused } = repairable(found);
  return { changes: open.map(({ sheet, cell, formula }) => ({ sheet, cell, from: formula, to: repairedFormula(formula) })), refused };
}

/** 修复公式: enters them again, under the name that Excel knows; recorded where the formula's text changes. */
export async function repair(signal: AbortSignal): Promise<ChangeResult> {
  return writeTogether("repair", async (context, kept) => {
    const { open, refused } = repairable(await findFormulas(context, "#NAME?", signal));
    if (open.length === 0) return nothingToWrite(kept, refused);
    const now = new Date();
    const step = newStep(now);
    const writes = open.map(({ sheet, cell, formula, format }) => ({
      sheet,
      cell,
      before: { content: { formula }, format },
      after: { content: { formula: repairedFormula(formula) }, format },
    }));
    const changes = writes.filter(({ before, after }) => !sameContent(before.content, after.content));
    return {
      phases: [writes.map(({ sheet, cell, after }) => ({ sheet, cell, state: after }))],
      back: [writes.map(({ sheet, cell, before }) => ({ sheet, cell, state: before }))],
      kept: {
        ...kept,
        ledger: [...kept.ledger, ...changes.map((change) => ({ step, action: "repair" as const, at: now.toISOString(), ...change }))],
      },
      result: { step: changes.length === 0 ? null : step, done: open.length, refused },
    };
  });
}
