/**
 * The first sight of a workbook: what was recognised in it and by which policy it would be checked, to be taken as it is, corrected, or
 * begun from a template.
 */
import { Button, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { choosePolicy } from "../actions";
import { acceptProposal } from "../actions/offers";
import { RivalNotice } from "../findings/RivalNotice";
import { MappingNotice } from "../mapping/MappingNotice";
import type { Overlay } from "../shell/places";
import { PolicyOptions } from "../shell/PolicyOptions";
import { usePane, usePolicies, useSay, useSession } from "../shell/session-context";
import type { Recognition } from "../state";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  seen: {
    margin: "12px 12px 0",
    padding: "12px",
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  words: { margin: 0 },
});

type Open = (overlay: Overlay) => void;

export function FirstSight({ onOpen }: { readonly onOpen: Open }) {
  const recognition = usePane((state) => state.recognition);
  return (
    <>
      {recognition.kind === "seen" && recognition.rival !== undefined && <RivalNotice rival={recognition.rival} />}
      <MappingNotice onOpen={() => onOpen("mapping")} />
      <Sight recognition={recognition} onOpen={onOpen} />
    </>
  );
}

function Sight({ recognition, onOpen }: { readonly recognition: Recognition; readonly onOpen: Open }) {
  const styles = useStyles();
  const say = useSay();
  switch (recognition.kind) {
    case "none":
      return null;
    case "looking":
    case "too-large":
      return (
        <div className={styles.seen} role="status">
          <p className={styles.words}>{say(`first.${recognition.kind}`)}</p>
        </div>
      );
    case "empty":
      return (
        <div className={styles.seen} role="status">
          <p className={styles.words}>{say("first.empty")}</p>
          <Template onOpen={onOpen} />
        </div>
      );
    case "seen":
      return recognition.tables.length === 0 ? <NoTable onOpen={onOpen} /> : <Proposal {...recognition} onOpen={onOpen} />;
  }
}

function Template({ onOpen }: { readonly onOpen: Open }) {
  const say = useSay();
  return (
    <div>
      <Button size="small" onClick={() => onOpen("templates")}>
        {say("first.template")}
      </Button>
    </div>
  );
}

function NoTable({ onOpen }: { readonly onOpen: Open }) {
  const styles = useStyles();
  const say = useSay();
  return (
    <div className={styles.seen} role="status">
      <p className={styles.words}>{say("first.nothing")}</p>
      <OtherPolicy />
      <Template onOpen={onOpen} />
    </div>
  );
}

/** So many sheets are named; the number of all is said. */
const NAMED = 4;

interface ProposalProps extends Pick<Extract<Recognition, { readonly kind: "seen" }>, "tables" | "packs"> {
  readonly onOpen: Open;
}

function Proposal({ tables, packs, onOpen }: ProposalProps) {
  const own = useStyles();
  const styles = useViewStyles();
  const say = useSay();
  const session = useSession();
  const idle = usePane((state) => state.task.kind === "idle");
  const [choosing, setChoosing] = useState(false);
  const sheets = [...new Set(tables.map(({ sheet }) => sheet))];
  const values = {
    count: tables.length,
    sheets: sheets.slice(0, NAMED).join("、"),
    more: sheets.length > NAMED ? "yes" : "no",
    policies: packs.map(({ name }) => say("first.policy", { name })).join(""),
  };
  const unsure = tables.reduce((sum, table) => sum + table.unsure.length, 0);
  return (
    <section className={own.seen} aria-label={say("first.label")}>
      <p className={own.words} role="status">
        {say("first.seen", values)}
      </p>
      {unsure > 0 && <p className={styles.quiet}>{say("first.unsure", { count: unsure })}</p>}
      {choosing && <OtherPolicy />}
      <div className={styles.row}>
        <Button size="small" disabledFocusable={!idle} onClick={() => void acceptProposal(session)}>
          {say("first.go")}
        </Button>
        {!choosing && (
          <Button size="small" onClick={() => setChoosing(true)}>
            {say("first.other")}
          </Button>
        )}
        <Button size="small" onClick={() => onOpen(unsure > 0 ? "mapping" : "tables")}>
          {say("first.look")}
        </Button>
      </div>
    </section>
  );
}

/** The choice of another policy in place; the tables are recognised anew by it at once. */
function OtherPolicy() {
  const styles = useViewStyles();
  const say = useSay();
  const session = useSession();
  const policies = usePolicies();
  const chosen = usePane((state) => state.settings.policy ?? "");
  return (
    <Select
      className={styles.select}
      size="small"
      aria-label={say("first.by")}
      value={policies.some(({ id }) => id === chosen) ? chosen : ""}
      onChange={(_, { value }) => void choosePolicy(value === "" ? null : value, session)}
    >
      <option value="">{say("policy.by-workbook")}</option>
      <PolicyOptions />
    </Select>
  );
}
