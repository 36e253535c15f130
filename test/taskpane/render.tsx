/** Draws the pane for a test: with a height to draw in (jsdom lays nothing out) and a user who clicks and types. */
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import type { ReactNode } from "react";
import { IntlProvider } from "react-intl";
import { start } from "../../src/taskpane/actions";
import type { Session } from "../../src/taskpane/session";
import { Pane } from "../../src/taskpane/shell/Pane";
import { SessionContext } from "../../src/taskpane/shell/session-context";

/** jsdom gives every element a height of 0; the list would draw no row. */
function giveHeights(): void {
  Object.defineProperty(Element.prototype, "clientHeight", { configurable: true, get: () => 600 });
  Object.defineProperty(HTMLElement.prototype, "offsetHeight", { configurable: true, get: () => 60 });
  Element.prototype.scrollTo = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
  const unmatched = { matches: false, addEventListener: () => undefined, removeEventListener: () => undefined };
  Object.defineProperty(window, "matchMedia", { configurable: true, value: () => unmatched });
}

/** The state changes outside of React, as a check goes on: its updates need no leave of the test. */
export function letStateChange(): void {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
}

export async function openPane(session: Session) {
  giveHeights();
  document.documentElement.lang = session.ports.locale;
  document.title = "pane";
  const user = userEvent.setup();
  const view = render(<Pane session={session} officeBackground={null} />);
  letStateChange();
  await act(() => start(session));
  return { user, ...view };
}

function staged(session: Session, part: ReactNode) {
  const { ports } = session;
  return (
    <IntlProvider locale={ports.locale} messages={{ ...ports.texts }} defaultLocale="zh-CN">
      <SessionContext value={session}>
        <main>
          <h1>pane</h1>
          <h2>pane</h2>
          {part}
        </main>
      </SessionContext>
    </IntlProvider>
  );
}

/** Draws one part of the pane by itself; `again` draws it, or another, in the same place. */
export function showPart(session: Session, part: ReactNode) {
  document.documentElement.lang = session.ports.locale;
  document.title = "pane";
  const view = render(staged(session, part));
  letStateChange();
  return { ...view, again: (next: ReactNode) => view.rerender(staged(session, next)) };
}

/** A part is compiled when it is first asked for, which takes its time on a busy machine. */
const LONGEST_LOAD = 20_000;

/** Parts that are loaded when first shown are there. */
export async function partShown(): Promise<void> {
  await waitFor(() => expect(screen.queryByText("正在打开…")).toBeNull(), { timeout: LONGEST_LOAD });
}

/** What axe finds; colours need a real browser and are looked at there. */
export async function axeFindings(): Promise<readonly string[]> {
  const { violations } = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}
