/** The options of a choice of policies: those in the workbook's own rule sheets first, under their own heading. */
import type { Pack } from "../../policy/schema";
import { usePane, usePolicies, useSay } from "./session-context";

export function PolicyOptions() {
  const say = useSay();
  const all = usePolicies();
  const own = usePane((state) => state.own);
  if (own.length === 0) return <Options packs={all} />;
  return (
    <>
      <optgroup label={say("policy.own")}>
        <Options packs={own} />
      </optgroup>
      <optgroup label={say("policy.library")}>
        <Options packs={all.filter((pack) => !own.includes(pack))} />
      </optgroup>
    </>
  );
}

function Options({ packs }: { readonly packs: readonly Pack[] }) {
  return packs.map(({ id, name, title }) => (
    <option key={id} value={id} title={title}>
      {name}
    </option>
  ));
}
