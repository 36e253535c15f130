/** The policy that a view is about: the one in force, until the clerk chooses another for this view. Rule sheets in the workbook hold policies too. */
import { Field, Select } from "@fluentui/react-components";
import { useEffect, useState, type ReactNode } from "react";
import type { Pack } from "../../policy/schema";
import { PolicyOptions } from "../shell/PolicyOptions";
import { usePane, usePolicies, useSession } from "../shell/session-context";
import { usePartStyles } from "../statistics/use-part-styles";
import { useViewStyles } from "../views/use-view-styles";

interface ChosenPolicy {
  /** Undefined while the policies are being loaded. */
  readonly pack: Pack | undefined;
  readonly choose: (id: string) => void;
}

function usePolicy(): ChosenPolicy {
  const { ports, store } = useSession();
  const known = usePane((state) => state.policies);
  useEffect(() => {
    if (known.length > 0) return;
    // Where they cannot be had the view goes on saying that they are being loaded; a check says why.
    ports.loadEngine().then(
      ({ policies }) => store.set({ policies }),
      () => undefined,
    );
  }, [known, ports, store]);
  const packs = usePolicies();
  const inForce = usePane((state) => state.settings.policy ?? state.checked?.packs[0]?.id);
  const [chosen, choose] = useState<string | null>(null);
  const find = (id: string | null | undefined) => packs.find((pack) => pack.id === id);
  return { pack: find(chosen) ?? find(inForce) ?? packs[0], choose };
}

interface ForPolicyProps {
  readonly label: string;
  /** Said while the policies are being loaded. */
  readonly loading: string;
  readonly intro?: string;
  readonly children: (pack: Pack) => ReactNode;
}

/** A view about one policy: the choice of it, and what it says. */
export function ForPolicy({ label, loading, intro, children }: ForPolicyProps) {
  const styles = useViewStyles();
  const parts = usePartStyles();
  const policy = usePolicy();
  if (policy.pack === undefined) {
    return (
      <p className={styles.quiet} role="status">
        {loading}
      </p>
    );
  }
  return (
    <div className={parts.stack}>
      {intro !== undefined && <p className={styles.text}>{intro}</p>}
      <PolicySelect label={label} policy={policy} />
      {children(policy.pack)}
    </div>
  );
}

function PolicySelect({ label, policy }: { readonly label: string; readonly policy: ChosenPolicy }) {
  const parts = usePartStyles();
  return (
    <Field className={parts.field} label={label} size="small">
      <Select size="small" value={policy.pack?.id ?? ""} onChange={(_, { value }) => policy.choose(value)}>
        <PolicyOptions />
      </Select>
    </Field>
  );
}
