/** Those who have not completed the year, one below the other: what each lacks by block, and how the cycle will end. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Need } from "../../check/what-if";
import { amountText } from "../../values/amount-text";
import { foundIn, PeopleSearch } from "../statistics/PeopleSearch";
import { usePartStyles } from "../statistics/use-part-styles";
import { useViewStyles } from "../views/use-view-styles";
import { gapText, projectionText, unitOf } from "./plan-text";
import { usePlanText } from "./say";

const useStyles = makeStyles({
  people: { listStyleType: "none", margin: 0, padding: 0 },
  person: {
    padding: "8px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: "anywhere",
    "&:last-child": { borderBottomStyle: "none" },
  },
  school: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** So many more are shown at a time; from this number on they can be searched. */
const SHOWN = 12;

export function PersonsSection({ open }: { readonly open: readonly Need[] }) {
  const styles = useStyles();
  const views = useViewStyles();
  const parts = usePartStyles();
  const say = usePlanText();
  const [most, setMost] = useState(SHOWN);
  const [search, setSearch] = useState("");
  const found = foundIn(open, search);
  const rest = Math.max(0, found.length - most);
  return (
    <div className={parts.part}>
      <h3 className={views.heading}>{say("plan.persons", { count: open.length })}</h3>
      {open.length > SHOWN && <PeopleSearch typed={search} onType={setSearch} />}
      <ul className={styles.people} aria-label={say("plan.persons", { count: open.length })}>
        {found.slice(0, most).map((need) => (
          <Person key={need.key} need={need} />
        ))}
      </ul>
      <p className={views.quiet} role="status">
        {found.length === 0 ? say("plan.not-found") : rest > 0 ? say("plan.more", { count: rest }) : ""}
      </p>
      {rest > 0 && (
        <div>
          <Button size="small" onClick={() => setMost(most + SHOWN)}>
            {say("plan.show-more", { count: Math.min(SHOWN, rest) })}
          </Button>
        </div>
      )}
    </div>
  );
}

function Person({ need }: { readonly need: Need }) {
  const styles = useStyles();
  const views = useViewStyles();
  const parts = usePartStyles();
  const say = usePlanText();
  const projection = projectionText(need, say);
  return (
    <li className={styles.person}>
      <div className={parts.ends}>
        <span>
          {need.name} <span className={styles.school}>{need.school}</span>
        </span>
        <strong className={parts.number}>{say("plan.person", { hours: amountText(need.lacking), unit: unitOf([need]) })}</strong>
      </div>
      <p className={views.text}>{gapText(need, say)}</p>
      {projection !== null && <p className={views.quiet}>{projection}</p>}
    </li>
  );
}
