/** 插入公式: previewed by Excel itself and asked for before it is written; afterwards the workbook is checked anew. */
import type { ChangePlan } from "../../excel/changes";
import type { Formulas, Insertion } from "../../excel/formulas";
import { CellError } from "../../values/cell";
import type { Locale } from "../../values/message";
import { checkAgain, done } from "../actions/changes";
import { writing } from "../actions/writing";
import { currentSession, type Session } from "../session";
import type { InsertQuestion, Notice } from "../state";
import { sayFormula, type FormulaTextId } from "./say";

async function inserting(session: Session, work: (formulas: Formulas) => Promise<Notice | null>): Promise<void> {
  const formulas = session.host?.formulas;
  if (formulas === undefined) return;
  await writing(session, "change.failed", () => work(formulas));
}

/** The question's words: where to, how many cells, whether headers and rows out of sight are among them. */
function questionFor(plan: ChangePlan, insertion: Insertion, hidden: number, locale: Locale): InsertQuestion {
  const { sheet, area, formulas, headers, spills } = insertion;
  const say = (id: FormulaTextId, values: Readonly<Record<string, string | number>>): string => sayFormula(id, values, locale);
  const own = new Set(formulas.map(({ cell }) => cell));
  const written = plan.changes.filter(({ cell }) => own.has(cell));
  const texts = plan.changes.filter(({ cell }) => !own.has(cell));
  const values = { sheet, area, cells: written.length, headers: texts.length, hidden };
  const [first] = written;
  return {
    kind: "insert",
    plan,
    insertion,
    words: say(spills ? "question.insert-whole" : "question.insert", values),
    formula: first?.to ?? "",
    more: headers.length === 0 ? [] : [say("insert.headers", { headers: texts.map(({ cell, to }) => `${cell} ${to}`).join("、") })],
  };
}

/** 插入…: the question bar, or why nothing can be written. `hidden`: rows among them that the clerk does not see. */
export async function askToInsert(insertion: Insertion, hidden: number, session: Session = currentSession()): Promise<void> {
  const { locale } = session.ports;
  await inserting(session, async (formulas) => {
    const plan = await formulas.preview(insertion);
    if (plan.changes.length === 0)
      return { tone: "warning", says: { words: sayFormula("insert.nothing", {}, locale) }, refused: plan.refused };
    session.store.set({ question: questionFor(plan, insertion, hidden, locale) });
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
    const values = { cells: result.done, sheet: insertion.sheet, area: insertion.area };
    const id = result.step === null ? "insert.nothing" : "insert.done";
    return done(result, { words: sayFormula(id, values, session.ports.locale) });
  });
  await checkAgain(session);
}
