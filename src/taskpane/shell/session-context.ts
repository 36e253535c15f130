/**
 * How components reach the session: its state piece by piece, and its words. Nothing else stands between React and the pane.
 */
import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from "react";
import { useIntl } from "react-intl";
import { withOwn } from "../../check/own-packs";
import type { Finding } from "../../check/report";
import type { Pack } from "../../policy/schema";
import type { Session } from "../session";
import type { PaneState, Said } from "../state";
import { isTextId, type TextId } from "../texts";

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("A view stands outside of the pane.");
  return session;
}

/** One piece of the state; `piece` must give the same object while nothing changed. */
export function usePane<T>(piece: (state: PaneState) => T): T {
  const { store } = useSession();
  return useSyncExternalStore(store.subscribe, () => piece(store.get()));
}

/** All policies: those in the workbook's rule sheets, and the library with those from files. */
export function usePolicies(): readonly Pack[] {
  const policies = usePane((state) => state.policies);
  const own = usePane((state) => state.own);
  return useMemo(() => withOwn(policies, own), [policies, own]);
}

export type Say = (id: TextId, values?: Readonly<Record<string, string | number>>) => string;

/** Puts a text of the pane into the language on the screen. */
export function useSay(): Say {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
}

/** Like useSay, for texts that may already be words. */
export function useSaid(): (said: Said) => string {
  const say = useSay();
  return useCallback((said) => ("words" in said ? said.words : say(said.id, said.values)), [say]);
}

/** Whether cells can be written here at all, and whether they can be now, while nothing else runs. */
export function useChanging(): { readonly possible: boolean; readonly ready: boolean } {
  const { ports } = useSession();
  const inExcel = usePane((state) => state.place === "excel");
  const idle = usePane((state) => state.task.kind === "idle");
  const possible = inExcel && ports.loadChanges !== undefined;
  return { possible, ready: possible && idle };
}

/** The names by which forms call rules; the id of a rule that no policy has is never shown. */
export function useRuleName(): (rule: string) => string {
  const policies = usePolicies();
  const names = useMemo(() => {
    const all = new Map<string, string>();
    for (const pack of policies) for (const rule of pack.rules) all.set(rule.id, rule.name);
    return all;
  }, [policies]);
  return useCallback((rule) => names.get(rule) ?? "", [names]);
}

/** What tells a finding from its equals: the person, else the rule, else the cell. */
export function useLabelOf(): (finding: Finding) => string {
  const ruleName = useRuleName();
  return useCallback(
    ({ subject, rule, cell, sheet }) => {
      const name = rule === null ? "" : ruleName(rule);
      return subject ?? (name || cell || sheet);
    },
    [ruleName],
  );
}

/** What a finding is about, in a few words: 有效评课得分超过满分. */
export function useFindingTitle(): (finding: { readonly code: string; readonly rule: string | null }) => string {
  const say = useSay();
  const ruleName = useRuleName();
  return useCallback(
    ({ code, rule }) => {
      const id = `finding.${code}`;
      const name = rule === null ? "" : ruleName(rule);
      return isTextId(id) ? say(id, { rule: name === "" ? "none" : name }) : say("finding.other");
    },
    [say, ruleName],
  );
}
