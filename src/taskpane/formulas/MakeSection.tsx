/** 写公式: which table, what is wanted, which columns, where to, how it looks and what comes of it. */
import { Button } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { runCheck } from "../actions";
import { optionsFor } from "../actions/asking";
import { usePane, usePolicies, useSession } from "../shell/session-context";
import { useViewStyles } from "../views/use-view-styles";
import type { Choices } from "./choices";
import { ChoiceField } from "./ChoiceField";
import { draftOf, type Draft } from "./draft";
import { DraftFields } from "./DraftFields";
import { usePack } from "./Examples";
import { ManualTable } from "./ManualTable";
import { Outcome } from "./Outcome";
import { useFormulaText } from "./say";
import type { FormulaTable } from "./tables";
import { useChoices } from "./use-choices";
import { useLabelText } from "./use-label-text";
import { useTables, type Sourced } from "./use-tables";

/** The clerk names the area: no table of the check. */
const BY_HAND = "by-hand";

export function MakeSection() {
  const styles = useViewStyles();
  const say = useFormulaText();
  const source = useTables();
  const [choices, choose] = useChoices();
  const [manual, setManual] = useState<FormulaTable | null>(null);
  const known = source !== null && typeof source === "object" ? source.tables : [];
  const byHand = choices.table === BY_HAND || known.length === 0;
  const table = byHand ? manual : (known.find(({ id }) => id === choices.table) ?? known[0] ?? null);
  return (
    <section className={styles.list} aria-label={say("part-of.make")}>
      <Unknown source={source} />
      {known.length > 0 && (
        <ChoiceField
          label={say("field.table")}
          value={byHand ? BY_HAND : (table?.id ?? "")}
          options={[
            ...known.map(({ id, sheet, rows }) => ({ value: id, text: say("table.option", { sheet: sheet.name, rows: rows.length }) })),
            { value: BY_HAND, text: say("table.by-hand") },
          ]}
          onChoose={(id) => choose({ table: id, picks: {} })}
        />
      )}
      {byHand && source !== "loading" && <ManualTable source={source} onTable={setManual} />}
      {table !== null && <Making key={table.id} table={table} source={source} choices={choices} choose={choose} />}
    </section>
  );
}

/** What is said where no table is known, with the way to come to one. */
function Unknown({ source }: { readonly source: Sourced }) {
  const styles = useViewStyles();
  const say = useFormulaText();
  const session = useSession();
  const idle = usePane((state) => state.task.kind === "idle");
  if (source === "loading") {
    return (
      <p className={styles.quiet} role="status">
        {say("tables.loading")}
      </p>
    );
  }
  const none = source === null || source === "failed" || source.tables.length === 0;
  if (!none) return null;
  return (
    <>
      <p className={styles.text}>{say(source === null ? "tables.unknown" : "tables.none")}</p>
      {source === null && (
        <div>
          <Button disabledFocusable={!idle} onClick={() => void runCheck(session)}>
            {say("tables.check")}
          </Button>
        </div>
      )}
    </>
  );
}

interface MakingProps {
  readonly table: FormulaTable;
  readonly source: Sourced;
  readonly choices: Choices;
  readonly choose: (choices: Choices) => void;
}

function Making({ table, source, choices, choose }: MakingProps) {
  const styles = useViewStyles();
  const say = useFormulaText();
  const session = useSession();
  const words = useLabelText();
  const policies = usePolicies();
  const usual = usePack();
  const [policy, setPolicy] = useState<string | null>(null);
  const pack = table.pack ?? policies.find(({ id }) => id === policy) ?? usual;
  const workbook = source !== null && typeof source === "object" ? source.workbook : null;
  const ruleSheets = usePane((state) => state.settings.ruleSheets);
  const canSpill = session.host?.formulas?.canSpill ?? true;
  const draft = useMemo<Draft | null>(
    () =>
      pack === undefined ? null : draftOf(table, pack, { workbook, ruleSheets, choices, today: optionsFor(session).asOf, canSpill, words }),
    [table, pack, workbook, ruleSheets, choices, session, canSpill, words],
  );
  if (draft === null) return null;
  return (
    <>
      {table.pack === null && (
        <ChoiceField
          label={say("field.policy")}
          value={draft.pack.id}
          options={policies.map(({ id, name }) => ({ value: id, text: name }))}
          onChoose={(id) => {
            setPolicy(id);
            choose({ ...choices, call: undefined, rule: undefined, picks: {} });
          }}
        />
      )}
      <DraftFields draft={draft} choices={choices} choose={choose} />
      {draft.policy === null ? (
        <p className={styles.text} role="alert">
          {say("policy.not-nameable", { policy: draft.pack.name })}
        </p>
      ) : (
        <Outcome draft={draft} date1904={workbook?.date1904 ?? false} />
      )}
    </>
  );
}
