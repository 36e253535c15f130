/** The policy that a view is about: the one in force, until the clerk chooses another for this view. */
import { Field, Select } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Pack } from "../../policy/schema";
import { usePane, useSession } from "../shell/session-context";

export interface ChosenPolicy {
  readonly packs: readonly Pack[];
  /** Undefined while the policies are being loaded. */
  readonly pack: Pack | undefined;
  readonly choose: (id: string) => void;
}

export function usePolicy(): ChosenPolicy {
  const { ports, store } = useSession();
  const packs = usePane((state) => state.policies);
  useEffect(() => {
    if (packs.length > 0) return;
    // Where they cannot be had the view goes on saying that they are being loaded; a check says why.
    ports.loadEngine().then(
      ({ policies }) => store.set({ policies }),
      () => undefined,
    );
  }, [packs, ports, store]);
  const inForce = usePane((state) => state.settings.policy ?? state.checked?.packs[0]?.id);
  const [chosen, choose] = useState<string | null>(null);
  const find = (id: string | null | undefined) => packs.find((pack) => pack.id === id);
  return { packs, pack: find(chosen) ?? find(inForce) ?? packs[0], choose };
}

export function PolicySelect({ label, policy }: { readonly label: string; readonly policy: ChosenPolicy }) {
  return (
    <Field label={label} size="small">
      <Select size="small" value={policy.pack?.id ?? ""} onChange={(_, { value }) => policy.choose(value)}>
        {policy.packs.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
