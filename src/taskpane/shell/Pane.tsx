/**
 * The pane from outside: language, colours, session, and the net that catches a broken view. What is inside is App.
 */
import { FluentProvider } from "@fluentui/react-components";
import { IntlProvider } from "react-intl";
import type { Session } from "../session";
import { themeOf } from "../theme";
import { App } from "./App";
import { ErrorBoundary } from "./ErrorBoundary";
import { SessionContext } from "./session-context";
import { useLook } from "./use-look";

export interface PaneProps {
  readonly session: Session;
  /** The background of Excel's own panes; null where there is no Excel. */
  readonly officeBackground: string | null;
}

export function Pane({ session, officeBackground }: PaneProps) {
  const look = useLook(officeBackground);
  const { locale, texts } = session.ports;
  return (
    <IntlProvider locale={locale} messages={{ ...texts }} defaultLocale="zh-CN">
      <FluentProvider theme={themeOf(look)}>
        <SessionContext value={session}>
          <ErrorBoundary words={texts}>
            <App />
          </ErrorBoundary>
        </SessionContext>
      </FluentProvider>
    </IntlProvider>
  );
}
