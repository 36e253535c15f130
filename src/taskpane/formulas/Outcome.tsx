/** What comes of the choices: the formula, its first results, and 插入… where there is an Excel to write in. */
import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { runInSlices } from "../scheduler";
import { useChanging, usePane, useSession } from "../shell/session-context";
import { useViewStyles } from "../views/use-view-styles";
import { CopyButton } from "./CopyButton";
import type { Draft } from "./draft";
import { insertionOf, singleInsertion, subjectColumn } from "./insertion";
import { askToInsert } from "./insert-actions";
import { hiddenRows } from "./place";
import { resultOf, resultSteps, type Results, type RowResult } from "./results";
import { useFormulaText } from "./say";
import { useLabelText } from "./use-label-text";

const useStyles = makeStyles({
  /** The person's name stays in one piece, however many results stand beside it. */
  who: { display: "block", whiteSpace: "nowrap", maxWidth: "10em", overflow: "hidden", textOverflow: "ellipsis" },
  /** The rows' names take what the results leave; a header of several words may take two lines, not one a character. */
  trial: {
    "& th": { width: "auto" },
    "& thead th": { verticalAlign: "bottom" },
    "& td, & thead th + th": { textAlign: "right", minWidth: "4.1em" },
  },
});

/** So many rows are shown, and so many of those that give an error. */
const SHOWN = 5;

export function Outcome({ draft, date1904 }: { readonly draft: Draft; readonly date1904: boolean }) {
  const styles = useViewStyles();
  const say = useFormulaText();
  const words = useLabelText();
  const { formula, resolved } = draft;
  if (formula === null) {
    return <p className={styles.quiet}>{say("outcome.missing", { columns: resolved.missing.map(words).join("、") })}</p>;
  }
  return (
    <>
      <section className={styles.list} aria-label={say("outcome.formula")}>
        <code className={styles.formula}>{formula}</code>
        <div className={styles.row}>
          <CopyButton text={formula} />
          <OtherReadings draft={draft} />
        </div>
      </section>
      {draft.recipe.isSingle === true ? <SingleResult draft={draft} /> : <Trial draft={draft} date1904={date1904} />}
      <Insert draft={draft} />
    </>
  );
}

/** A function knows the policy's own readings; where the clerk chose others for the check, that is said. */
function OtherReadings({ draft: { pack, recipe } }: { readonly draft: Draft }) {
  const styles = useViewStyles();
  const say = useFormulaText();
  const readings = usePane((state) => state.settings.readings);
  const differs = pack.rules.some((rule) =>
    (rule.readings ?? []).some(({ id, chosen }) => (readings[`${rule.id}/${id}`] ?? chosen) !== chosen),
  );
  return differs && recipe.isPlain !== true ? <span className={styles.quiet}>{say("outcome.readings")}</span> : null;
}

function SingleResult({ draft: { wanted, table } }: { readonly draft: Draft }) {
  const styles = useViewStyles();
  const say = useFormulaText();
  if (wanted === null) return null;
  const { shows, said } = resultOf(wanted, table.sheet, 0);
  return <p className={styles.text}>{say("trial.one", { result: said === "" ? shows.join("") : `${shows.join("")} ${said}` })}</p>;
}

/** Null until they are worked out; for another formula they are worked out anew. */
function useResults({ wanted, table }: Draft, date1904: boolean): Results | null {
  const [made, setMade] = useState<{ readonly of: Draft["wanted"]; readonly results: Results } | null>(null);
  useEffect(() => {
    if (wanted === null) return undefined;
    const leaving = new AbortController();
    const { signal } = leaving;
    runInSlices(resultSteps(wanted, table.sheet, table.rows, date1904), { signal }).then(
      (results) => setMade({ of: wanted, results }),
      // Another formula has taken its place meanwhile.
      () => undefined,
    );
    return () => leaving.abort();
  }, [wanted, table, date1904]);
  return made?.of === wanted ? made.results : null;
}

function Trial({ draft, date1904 }: { readonly draft: Draft; readonly date1904: boolean }) {
  const styles = useViewStyles();
  const own = useStyles();
  const say = useFormulaText();
  const results = useResults(draft, date1904);
  if (results === null) {
    return (
      <p className={styles.quiet} role="status">
        {say("trial.running")}
      </p>
    );
  }
  const { rows, tried, failed } = results;
  const shown = new Set([...rows.slice(0, SHOWN), ...failed.slice(0, SHOWN)]);
  const values = { tried, failed: failed.length, all: draft.table.rows.length };
  return (
    <section className={styles.list} aria-label={say("trial.title")}>
      <p className={styles.quiet}>{say(tried < draft.table.rows.length ? "trial.some" : "trial.all", values)}</p>
      <table className={mergeClasses(styles.table, own.trial)} aria-label={say("trial.title")}>
        <thead>
          <tr>
            <th scope="col">{say("trial.row")}</th>
            {draft.headers.map((header) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows
            .filter((row) => shown.has(row))
            .map((row) => (
              <TrialRow key={row.row} result={row} draft={draft} />
            ))}
        </tbody>
      </table>
    </section>
  );
}

function TrialRow({ result: { row, shows, said }, draft }: { readonly result: RowResult; readonly draft: Draft }) {
  const styles = useViewStyles();
  const own = useStyles();
  const say = useFormulaText();
  const { table, headers } = draft;
  const name = table.sheet.text(row, subjectColumn(table));
  const cells = headers.map((_, index) => shows[index] ?? shows[0] ?? "");
  return (
    <tr>
      <th scope="row">
        <span className={own.who} title={name}>
          {say("trial.who", { row: row + 1, name })}
        </span>
        {said !== "" && <p className={styles.quiet}>{said}</p>}
      </th>
      {cells.map((shown, index) => (
        <td key={index}>{shown}</td>
      ))}
    </tr>
  );
}

/** Absent without Excel: there the formula is copied. */
function Insert({ draft }: { readonly draft: Draft }) {
  const styles = useViewStyles();
  const say = useFormulaText();
  const session = useSession();
  const changing = useChanging();
  const { wanted, place, table, form, headers, recipe, cell } = draft;
  if (session.host?.formulas === undefined) return <p className={styles.quiet}>{say("insert.only-excel")}</p>;
  if (wanted === null) return null;
  const isFull = recipe.isSingle !== true && (place === null || place.occupied === place.cells);
  if (table.sheet.isProtected) return <p className={styles.text}>{say("insert.protected", { sheet: table.sheet.name })}</p>;
  const ask = () => {
    if (recipe.isSingle === true) return askToInsert(singleInsertion(wanted, table.sheet, cell), 0, session);
    if (place === null) return Promise.resolve();
    return askToInsert(insertionOf({ wanted, table, place, form, headers }), hiddenRows(table), session);
  };
  return (
    <div className={styles.row}>
      <Button disabledFocusable={!changing.ready || isFull} onClick={() => void ask()}>
        {say("insert.do")}
      </Button>
    </div>
  );
}
