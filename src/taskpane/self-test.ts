/** 自检: what works here. Asks only what can be asked without touching the workbook. */
import type { Formulas } from "../excel/formulas";
import type { CheckEngine, SelfTestItem } from "./session";

export interface Surroundings {
  readonly inExcel: boolean;
  /** Excel's runtime for functions is there, and ours were given to it. */
  readonly functions: boolean;
  readonly loadEngine: () => Promise<CheckEngine>;
  /** The workbook's formulas, to be looked at; absent without Excel. */
  readonly formulas?: Formulas;
}

/**
 * A trial formula in a cell would be a write. So the functions that Excel calls are called here, on the examples that the policies
 * bring; whether cells calculate is seen by those that hold such formulas already.
 */
async function calculates(policies: CheckEngine["policies"]): Promise<SelfTestItem> {
  const { runNamedExamples } = await import("../functions/examples");
  const results = policies.flatMap(runNamedExamples);
  const wrong = results.filter(({ agrees }) => !agrees).length;
  return { id: "calculates", works: wrong === 0 && results.length > 0, values: { count: results.length, wrong } };
}

async function cells(formulas: Formulas): Promise<SelfTestItem> {
  try {
    const { all, unnamed } = await formulas.count(new AbortController().signal);
    return { id: "cells", works: unnamed === 0, unproven: all === 0, values: { all, unnamed } };
  } catch {
    // A cell is being edited, or the workbook is too large to be read through: then nothing is known of its cells.
    return { id: "cells", works: false, values: { all: 0, unnamed: 0 } };
  }
}

export async function selfTest({ inExcel, functions, loadEngine, formulas }: Surroundings): Promise<readonly SelfTestItem[]> {
  const policies = await loadEngine().then(
    (engine) => engine.policies,
    () => [],
  );
  const items: SelfTestItem[] = [
    { id: "excel", works: inExcel },
    { id: "policies", works: policies.length > 0, values: { count: policies.length } },
  ];
  const tried = policies.length === 0 ? [] : [await calculates(policies)];
  if (!inExcel) return [...items, ...tried];
  const count = Object.keys(await import("../functions/functions")).length;
  const own = formulas === undefined ? [] : [await cells(formulas), { id: "spills", works: formulas.canSpill } as const];
  return [...items, { id: "functions", works: functions, values: { count } }, ...tried, ...own];
}
