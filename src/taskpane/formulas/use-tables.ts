/** The tables that a formula can be made for: those of the last check, else those that were seen when the workbook was opened. */
import { useEffect, useState } from "react";
import { optionsFor } from "../actions/asking";
import type { Session } from "../session";
import { usePane, useSession } from "../shell/session-context";
import { judgedAsChecked } from "../statistics/use-judged";
import type { Checked, PaneState } from "../state";
import type { Workbook } from "../../table/workbook";
import { tableFrom, type FormulaTable } from "./tables";

export interface Source {
  readonly workbook: Workbook;
  readonly tables: readonly FormulaTable[];
}

/** Null where nothing is known of the workbook yet. */
export type Sourced = Source | "loading" | "failed" | null;

type Basis = Checked | Extract<PaneState["recognition"], { kind: "seen" }>;

function basisOf({ checked, recognition }: PaneState): Basis | null {
  return checked ?? (recognition.kind === "seen" ? recognition : null);
}

async function contextOf(basis: Basis, session: Session) {
  const state = session.store.get();
  if ("report" in basis) return judgedAsChecked(basis, state);
  const { judgedWorkbook } = await import("../../check/check");
  return judgedWorkbook(basis.workbook, state.policies, optionsFor(session));
}

export function useTables(): Sourced {
  const session = useSession();
  const basis = usePane(basisOf);
  const [made, setMade] = useState<{ readonly of: Basis; readonly source: Source | "failed" } | null>(null);
  useEffect(() => {
    if (basis === null) return undefined;
    let isGone = false;
    const tell = (source: Source | "failed"): void => {
      if (!isGone) setMade({ of: basis, source });
    };
    contextOf(basis, session).then(
      ({ workbook, sheets }) => tell({ workbook, tables: sheets.flatMap(({ table }) => tableFrom(table) ?? []) }),
      () => tell("failed"),
    );
    return () => {
      isGone = true;
    };
  }, [basis, session]);
  if (basis === null) return null;
  // While the same workbook is looked at anew, what is on the screen stays, and with it the focus.
  return made?.of.workbook.name === basis.workbook.name ? made.source : "loading";
}
