/** 插入公式: previewed by Excel itself and asked for before it is written; afterwards the workbook is checked anew. */
import type { Formulas, Insertion } from "../../excel/formulas";
import { checkAgain, done } from "../actions/changes";
import { writing } from "../actions/writing";
import { currentSession, type Session } from "../session";
import type { InsertQuestion, Notice } from "../state";

async function inserting(session: Session, work: (formulas: Formulas) => Promise<Notice | null>): Promise<void> {
  const formulas = session.host?.formulas;
  if (formulas === undefined) return;
  await writing(session, "insert.failed", () => work(formulas));
}

/** 插入…: the question bar, or why nothing can be written. `hidden`: rows among them that the clerk does not see. */
export async function askToInsert(insertion: Insertion, hidden: number, session: Session = currentSession()): Promise<void> {
  await inserting(session, async (formulas) => {
    const plan = await formulas.preview(insertion);
    if (plan.changes.length === 0) return { tone: "warning", says: { id: "insert.nothing" }, refused: plan.refused };
    session.store.set({ question: { kind: "insert", plan, insertion, hidden } });
    return null;
  });
}

/** 继续. */
export async function insert({ insertion }: InsertQuestion, session: Session = currentSession()): Promise<void> {
  await inserting(session, async (formulas) => {
    const result = await formulas.insert(insertion);
    const id = result.step === null ? "insert.nothing" : "insert.done";
    return done(result, { id, values: { cells: result.done, sheet: insertion.sheet, area: insertion.area } });
  });
  await checkAgain(session);
}
