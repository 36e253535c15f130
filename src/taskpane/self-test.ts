/** 自检: what works here. Asks only what can be asked without touching the workbook. */
import type { CheckEngine, SelfTestItem } from "./session";

export interface Surroundings {
  readonly inExcel: boolean;
  /** Excel's runtime for functions is there, and ours were given to it. */
  readonly functions: boolean;
  readonly loadEngine: () => Promise<CheckEngine>;
}

export async function selfTest({ inExcel, functions, loadEngine }: Surroundings): Promise<readonly SelfTestItem[]> {
  const policies = await loadEngine().then(
    (engine) => engine.policies.length,
    () => 0,
  );
  const items: SelfTestItem[] = [
    { id: "excel", works: inExcel },
    { id: "policies", works: policies > 0, values: { count: policies } },
  ];
  if (!inExcel) return items;
  const count = Object.keys(await import("../functions/functions")).length;
  return [...items, { id: "functions", works: functions, values: { count } }];
}
