/** Two policies fit about equally well: the clerk is told, and says with one click which it is. */
import { screen, waitFor } from "@testing-library/react";
import { packs } from "../../src/policy/library";
import type { CheckEngine } from "../../src/taskpane/session";
import { lookAround, runCheck } from "../../src/taskpane/actions";
import { axeFindings, openPane, partShown } from "./render";
import { engineWith, hostWith, reportOf, sessionWith, someFindings, teacherTable } from "./stage";

jest.setTimeout(60_000);

const [applied, other] = packs;
if (applied === undefined || other === undefined) throw new Error("no policies");
const rival = { applied: { id: applied.id, name: applied.name }, other: { id: other.id, name: other.name } };
const words = `按“${applied.name}”检查；也可能适用“${other.name}”，请确认。`;

async function afterCheck() {
  const engine = engineWith([reportOf(someFindings(), { rival }), reportOf(someFindings())]);
  const session = sessionWith(hostWith([]), engine);
  const view = await openPane(session);
  await runCheck(session);
  await partShown();
  return { ...view, session };
}

test.each([
  ["就按", applied],
  ["改按", other],
])("检查后说出另一份政策；点“%s”就定下来，按它再查一遍，不再问", async (does, { id, name }) => {
  const { user, session } = await afterCheck();
  expect(await screen.findByText(words)).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
  await user.click(screen.getByRole("button", { name: `${does}“${name}”` }));
  await waitFor(() => expect(screen.queryByText(words)).toBeNull());
  expect(session.store.get().settings.policy).toBe(id);
});

test("刚打开时就说，先定政策再检查", async () => {
  const asked: unknown[] = [];
  const recognise: CheckEngine["recognise"] = function* (_workbook, _packs, { settings }) {
    yield;
    asked.push(settings?.policy);
    return { reading: { tables: [], unrecognised: [] }, tables: [teacherTable], ...(settings?.policy === undefined ? { rival } : {}) };
  };
  const session = sessionWith(hostWith([], { size: () => Promise.resolve(60) }), engineWith([reportOf([])], { recognise }));
  const { user } = await openPane(session);
  await lookAround(session);
  expect(await screen.findByText(words)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: `改按“${other.name}”` }));
  await waitFor(() => expect(screen.queryByText(words)).toBeNull());
  expect(asked).toEqual([undefined, other.id]);
  expect(session.store.get().checked).toBeNull();
});
