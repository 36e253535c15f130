/** 插入公式: previewed by Excel itself and asked for before it is written; afterwards the workbook is checked anew. */
import type { Formulas, Insertion } from "../../excel/formulas";
import { CellError } from "../../values/cell";
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

const PENDING = new Set(["#BUSY!", "#GETTING_DATA"]);
const LOOKS = 12;
const PAUSE = 250;

/** Excel asks for the results of new formulas a moment later; a check must not take that moment for an error. */
async function calculated(formulas: Formulas, { sheet, area }: Insertion): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    // Where the cells cannot be looked at now, the check will.
    const [values] = await formulas.read([{ sheet, area }]).catch(() => []);
    const isPending = (values ?? []).flat().some((value) => value instanceof CellError && PENDING.has(value.code));
    if (!isPending) return;
    await new Promise((later) => setTimeout(later, PAUSE));
  }
}

/** 继续. */
export async function insert({ insertion }: InsertQuestion, session: Session = currentSession()): Promise<void> {
  await inserting(session, async (formulas) => {
    const result = await formulas.insert(insertion);
    if (result.step !== null) await calculated(formulas, insertion);
    const id = result.step === null ? "insert.nothing" : "insert.done";
    return done(result, { id, values: { cells: result.done, sheet: insertion.sheet, area: insertion.area } });
  });
  await checkAgain(session);
}
