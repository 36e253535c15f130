/**
 * Catches a view that broke, and leaves the rest of the pane standing. The session's state (a half-written 说明 among it) stands outside of
 * React, so what the clerk entered is still there when the view is drawn again.
 */
import { Button } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import type { Texts } from "../texts";

interface Props {
  readonly words: Texts;
  readonly children: ReactNode;
}

interface State {
  readonly broken: boolean;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: false };

  static getDerivedStateFromError(): State {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    const { words } = this.props;
    return (
      <div role="alert" style={{ padding: 16, display: "grid", gap: 8, justifyItems: "start" }}>
        <strong>{words["broken.title"]}</strong>
        <span>{words["broken.what-now"]}</span>
        <Button onClick={() => this.setState({ broken: false })}>{words["broken.again"]}</Button>
      </div>
    );
  }
}
