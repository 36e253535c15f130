/** 规则: the policy's rules by the sections of its document, to be searched, tried, read otherwise, written out. */
import { Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Pack } from "../../policy/schema";
import { PolicyOptions } from "../shell/PolicyOptions";
import { Notices } from "../shell/Notices";
import { Nothing } from "../views/Nothing";
import { RuleRow } from "./RuleRow";
import { RuleTools } from "./RuleTools";
import { useRulesText } from "./say";
import { useRulesStyles } from "./use-rules-styles";
import { useSections, useShownPack } from "./use-shown-pack";

export function RulesView() {
  const say = useRulesText();
  const { pack, choose } = useShownPack();
  if (pack === null) return <Nothing id="rules.none" />;
  return (
    <>
      <Field label={say("view.policy")}>
        <Select value={pack.id} onChange={(_, { value }) => choose(value)}>
          <PolicyOptions />
        </Select>
      </Field>
      <Notices />
      <RuleTools key={`tools-${pack.id}`} pack={pack} onImported={choose} />
      <RuleList key={`rules-${pack.id}`} pack={pack} />
    </>
  );
}

function RuleList({ pack }: { readonly pack: Pack }) {
  const styles = useRulesStyles();
  const say = useRulesText();
  const [search, setSearch] = useState("");
  const { all, found, sections } = useSections(pack, search);
  return (
    <>
      <Field label={say("view.search")}>
        <Input type="search" value={search} placeholder={say("view.search-example")} onChange={(_, { value }) => setSearch(value)} />
      </Field>
      <p className={styles.quiet} role="status">
        {found === all ? say("view.count", { count: all }) : found === 0 ? say("view.none") : say("view.found", { count: found })}
      </p>
      <div className={styles.sections}>
        {sections.map(({ title, rules }) => (
          <section key={title}>
            <h3 className={styles.heading}>{title}</h3>
            <ul className={styles.list}>
              {rules.map((shown) => (
                <RuleRow key={shown.rule.id} pack={pack} shown={shown} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
