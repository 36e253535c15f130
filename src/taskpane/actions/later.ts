/** Actions that write into cells, by their names: what is behind them is loaded when they are first asked for. Only this lives here. */
import type * as Changes from "./changes";

type Asked<T extends keyof typeof Changes> = Parameters<(typeof Changes)[T]>;

const changes = () => import("./changes");

/** Fetches what is behind them ahead. */
export async function loadWriters(): Promise<void> {
  await Promise.allSettled([changes(), import("../formulas/insert-actions")]);
}

export async function askToFix(...asked: Asked<"askToFix">): Promise<void> {
  return (await changes()).askToFix(...asked);
}

export async function askToChange(...asked: Asked<"askToChange">): Promise<void> {
  return (await changes()).askToChange(...asked);
}

export async function takeBack(...asked: Asked<"takeBack">): Promise<void> {
  return (await changes()).takeBack(...asked);
}

export async function changeSteps(...asked: Asked<"changeSteps">): Promise<Awaited<ReturnType<typeof Changes.changeSteps>>> {
  return (await changes()).changeSteps(...asked);
}
