/** Which policy the rule view shows: the clerk's choice here, else the one in force, else the first. */
import { useMemo, useState } from "react";
import type { Pack } from "../../policy/schema";
import { usePane, usePolicies } from "../shell/session-context";
import { useRulesText } from "./say";
import { searched, sectionsOf, type Section } from "./shown";

export interface ShownPack {
  readonly pack: Pack | null;
  readonly choose: (id: string) => void;
}

export function useShownPack(): ShownPack {
  const packs = usePolicies();
  const chosen = usePane((state) => state.settings.policy);
  const recognised = usePane((state) => state.checked?.report.policies[0]);
  const [looked, choose] = useState<string | null>(null);
  const byId = (id: string | null | undefined) => packs.find((pack) => pack.id === id);
  const pack = byId(looked) ?? byId(chosen) ?? byId(recognised) ?? packs[0] ?? null;
  return { pack, choose };
}

export function useSections(
  pack: Pack,
  search: string,
): { readonly all: number; readonly found: number; readonly sections: readonly Section[] } {
  const say = useRulesText();
  const sections = useMemo(() => sectionsOf(pack, say), [pack, say]);
  const found = useMemo(() => searched(sections, search), [sections, search]);
  const count = (some: readonly Section[]) => some.reduce((sum, { rules }) => sum + rules.length, 0);
  return { all: count(sections), found: count(found), sections: found };
}
