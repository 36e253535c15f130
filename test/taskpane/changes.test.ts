/** 更正、转为数值、恢复、撤销：先看后写，写了能撤销，没写的说原因。 */
import type { Fix } from "../../src/check/report";
import type { ChangePlan, ChangeResult, Changes } from "../../src/excel/changes";
import { answer, askForCopy, askToChange, askToFix, changeSteps, dismiss, runCheck, undo } from "../../src/taskpane/actions";
import { engineWith, finding, hostWith, noChanges, protectedSheet, reportOf, sessionWith, type Calls } from "./stage";

const fix: Fix = { kind: "number", sheet: "教师考核", cell: "C6", from: "18 ", to: 18 };
const plan: ChangePlan = { changes: [{ sheet: "教师考核", cell: "C6", from: "18 ", to: "18" }], refused: [] };
const result: ChangeResult = { step: "s1", done: 1, refused: [] };
const changedSince = { sheet: "教师考核", cell: "C6", why: "changed", now: "19" } as const;

function changesWith(calls: Calls, change: Partial<Changes> = {}): Changes {
  const note = <T>(name: string, given: unknown, gives: T): Promise<T> => {
    calls.push([name, given]);
    return Promise.resolve(gives);
  };
  return {
    ...noChanges,
    previewFixes: (fixes) => note("previewFixes", fixes, plan),
    applyFixes: (fixes) => note("applyFixes", fixes, result),
    takeBack: (step, only, evenChanged) => note("takeBack", [step, only, evenChanged], result),
    previewFreeze: () => note("previewFreeze", null, plan),
    freeze: () => note("freeze", null, result),
    previewRestore: () => note("previewRestore", null, plan),
    restore: () => note("restore", null, result),
    previewRepair: () => note("previewRepair", null, plan),
    repair: () => note("repair", null, result),
    exportCopy: (options) => note("exportCopy", options, { formulas: 12, masked: 3 }),
    ...change,
  };
}

/** What a check keeps for the next opening by itself is not what these tests are about. */
const isAsked = (name: string): boolean => name !== "saveSettings";

async function checked(change: Partial<Changes> = {}) {
  const calls: Calls = [];
  const textNumber = finding("experience", { code: "cell.text-number", fix });
  const session = sessionWith(hostWith(calls), engineWith([reportOf([textNumber]), reportOf([])]), {
    loadChanges: () => Promise.resolve(changesWith(calls, change)),
  });
  await runCheck(session);
  calls.length = 0;
  return { calls, session, textNumber, state: () => session.store.get(), names: () => calls.map(([name]) => name).filter(isAsked) };
}

describe("更正", () => {
  it("先看改动哪些单元格、从什么改成什么；取消就不写", async () => {
    const { session, state, names, textNumber } = await checked();
    await askToFix([textNumber], session);
    expect(state().question).toEqual({ kind: "change", action: "fix", plan, fixes: [fix] });
    dismiss(session);
    expect(names()).toEqual(["previewFixes"]);
  });

  it("继续后写入、再检查一遍，说改了几处、可撤销", async () => {
    const { session, state, names, textNumber } = await checked();
    await askToFix([textNumber], session);
    await answer(session);
    expect(names()).toEqual(["previewFixes", "applyFixes", "read"]);
    expect(state().notice?.says).toEqual({ id: "change.fix.done", values: { cells: 1 } });
    expect(state().checked?.report.verdict).toBe("可上报");
    await undo(session);
    expect(names().slice(3)).toEqual(["takeBack", "read"]);
    expect(state().notice?.says).toEqual({ id: "change.taken-back", values: { cells: 1 } });
    expect(state().notice?.undo).toBeUndefined();
  });

  it("没有能直接更正的，照实说，并说原因", async () => {
    const refused = [{ sheet: "教师考核", cell: "C6", why: "protected", now: "18 " } as const];
    const { session, state, textNumber } = await checked({ previewFixes: () => Promise.resolve({ changes: [], refused }) });
    await askToFix([textNumber], session);
    expect(state().question).toBeNull();
    expect(state().notice).toEqual({ tone: "info", says: { id: "change.fix.nothing" }, refused });
  });

  it("写到一半失败，说原因，不再检查", async () => {
    const { session, state, names, textNumber } = await checked({ applyFixes: () => Promise.reject(protectedSheet) });
    await askToFix([textNumber], session);
    await answer(session);
    expect(state().notice).toEqual({ tone: "error", says: { words: "工作表受保护，请先撤销保护，再做一次。" } });
    expect(names()).toEqual(["previewFixes"]);
    expect(state().task.kind).toBe("idle");
  });

  it("后来又改过的单元格，撤销前再问一次，点继续才改回", async () => {
    const { session, state, calls, textNumber } = await checked({
      takeBack: (step, only, evenChanged) => {
        calls.push(["takeBack", [step, only, evenChanged]]);
        return Promise.resolve(evenChanged === true ? result : { step, done: 0, refused: [changedSince] });
      },
    });
    await askToFix([textNumber], session);
    await answer(session);
    await undo(session);
    expect(state().question).toEqual({ kind: "overwrite", step: "s1", spots: [changedSince] });
    await answer(session);
    expect(calls.filter(([name]) => name === "takeBack").at(-1)).toEqual(["takeBack", ["s1", [changedSince], true]]);
  });
});

describe("公式和数值", () => {
  it.each(["freeze", "restore", "repair"] as const)("转为数值、恢复公式、修复公式都先看后写：%s", async (action) => {
    const { session, state, names } = await checked();
    await askToChange(action, session);
    expect(state().question).toMatchObject({ kind: "change", action });
    await answer(session);
    expect(names()).toEqual([`preview${action.charAt(0).toUpperCase()}${action.slice(1)}`, action, "read"]);
    expect(state().notice?.says).toEqual({ id: `change.${action}.done`, values: { cells: 1 } });
  });

  it("上报副本先说明，再导出，不改原工作簿，也不用再检查", async () => {
    const { session, state, calls } = await checked();
    askForCopy(true, session);
    expect(state().question).toEqual({ kind: "copy", maskIds: true });
    await answer(session);
    expect(calls).toEqual([["exportCopy", { maskIds: true }]]);
    expect(state().notice?.says).toMatchObject({ id: "copy.done", values: { formulas: 12, masked: 3 } });
  });

  it("没有 Excel 时没有改动记录，也写不了", async () => {
    const calls: Calls = [];
    const session = sessionWith(hostWith(calls, { kind: "file" }), engineWith([reportOf([])]));
    await askToChange("freeze", session);
    expect(await changeSteps(session)).toEqual([]);
    expect(session.store.get().question).toBeNull();
  });
});
