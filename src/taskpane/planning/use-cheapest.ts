/** The search for the cheapest trainings as the pane sees it: in slices, with its progress, and stopped by 取消 or by other questions. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { Cheapest, CheapestStep, Offer } from "../../check/cheapest";
import type { Need } from "../../check/what-if";
import { nextTurn, runInSlices } from "../scheduler";

/** The search in steps; its code is loaded when it is first wanted. */
export type LoadSearch = () => Promise<(needs: readonly Need[], offers: readonly Offer[]) => Generator<CheapestStep, Cheapest>>;

export const loadSearch: LoadSearch = async () => (await import("../../check/cheapest")).cheapestSteps;

export type Answer =
  | { readonly kind: "none" | "cancelled" | "failed" }
  /** `at`: null before the first slice is done. */
  | { readonly kind: "busy"; readonly at: CheapestStep | null }
  | { readonly kind: "wrong"; readonly name: string }
  | { readonly kind: "answer"; readonly cheapest: Cheapest };

interface Search {
  readonly answer: Answer;
  readonly find: (offers: readonly Offer[]) => void;
  /** Shows this instead; a search that runs is stopped and what it finds is dropped. */
  readonly stop: (instead: Answer) => void;
}

export function useCheapest(needs: readonly Need[], load: LoadSearch): Search {
  const [answer, setAnswer] = useState<Answer>({ kind: "none" });
  const running = useRef<AbortController | null>(null);
  const stop = useCallback((instead: Answer) => {
    running.current?.abort();
    running.current = null;
    setAnswer(instead);
  }, []);
  // Other needs, or none as the view is left, make an answer one to another question.
  useEffect(() => () => stop({ kind: "none" }), [needs, stop]);
  const find = (offers: readonly Offer[]) => {
    stop({ kind: "busy", at: null });
    const own = new AbortController();
    running.current = own;
    const tell = (next: Answer): void => {
      if (!own.signal.aborted) setAnswer(next);
    };
    void searched(load, needs, offers, own.signal, (at) => tell({ kind: "busy", at })).then(tell);
  };
  return { answer, find, stop };
}

async function searched(
  load: LoadSearch,
  needs: readonly Need[],
  offers: readonly Offer[],
  signal: AbortSignal,
  onStep: (at: CheapestStep) => void,
): Promise<Answer> {
  try {
    const search = await load();
    // That it is being worked out is seen first.
    await nextTurn();
    signal.throwIfAborted();
    return { kind: "answer", cheapest: await runInSlices(search(needs, offers), { signal, onStep }) };
  } catch {
    return { kind: "failed" };
  }
}
