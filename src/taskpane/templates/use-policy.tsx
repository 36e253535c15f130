/** The policy that a view is about: the one in force, until the clerk chooses another for this view. Rule sheets in the workbook hold policies too. */
import { Field, Select } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import type { Pack } from "../../policy/schema";
import { packsInSheets } from "../rules/own-packs";
import { withOwn } from "../rules/with-own";
import { usePane, useSession } from "../shell/session-context";
import { usePartStyles } from "../statistics/use-part-styles";

export interface ChosenPolicy {
  readonly packs: readonly Pack[];
  /** Undefined while the policies are being loaded. */
  readonly pack: Pack | undefined;
  readonly choose: (id: string) => void;
}

export function usePolicy(): ChosenPolicy {
  const { ports, store } = useSession();
  const known = usePane((state) => state.policies);
  const workbook = usePane((state) => state.checked?.workbook ?? null);
  useEffect(() => {
    if (known.length > 0) return;
    // Where they cannot be had the view goes on saying that they are being loaded; a check says why.
    ports.loadEngine().then(
      ({ policies }) => store.set({ policies }),
      () => undefined,
    );
  }, [known, ports, store]);
  const packs = useMemo(() => withOwn(known, packsInSheets(workbook)), [known, workbook]);
  const inForce = usePane((state) => state.settings.policy ?? state.checked?.packs[0]?.id);
  const [chosen, choose] = useState<string | null>(null);
  const find = (id: string | null | undefined) => packs.find((pack) => pack.id === id);
  return { packs, pack: find(chosen) ?? find(inForce) ?? packs[0], choose };
}

export function PolicySelect({ label, policy }: { readonly label: string; readonly policy: ChosenPolicy }) {
  const parts = usePartStyles();
  return (
    <Field className={parts.field} label={label} size="small">
      <Select size="small" value={policy.pack?.id ?? ""} onChange={(_, { value }) => policy.choose(value)}>
        {policy.packs.map(({ id, name, title }) => (
          <option key={id} value={id} title={title}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
