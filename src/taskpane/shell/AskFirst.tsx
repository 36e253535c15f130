/** A write that is asked for in place: what will be written, then 继续 or 取消. */
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { usePartStyles } from "../statistics/use-part-styles";
import { useViewStyles } from "../views/use-view-styles";
import { usePane, useSay } from "./session-context";

interface ConfirmProps {
  /** What will be written where, and what is left alone. */
  readonly what: string;
  readonly onGo: () => void;
  readonly onStop: () => void;
}

export function Confirm({ what, onGo, onStop }: ConfirmProps) {
  const styles = useViewStyles();
  const say = useSay();
  const busy = usePane((state) => state.task.kind !== "idle");
  return (
    <>
      <p className={styles.text}>{what}</p>
      <div className={styles.row}>
        <Button size="small" disabledFocusable={busy} onClick={onGo}>
          {say("question.go")}
        </Button>
        <Button size="small" appearance="subtle" onClick={onStop}>
          {say("question.stop")}
        </Button>
      </div>
    </>
  );
}

interface AskFirstProps {
  /** The button that asks. */
  readonly label: string;
  readonly what: string;
  readonly onGo: () => void;
}

export function AskFirst({ label, what, onGo }: AskFirstProps) {
  const parts = usePartStyles();
  const busy = usePane((state) => state.task.kind !== "idle");
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <div>
        <Button size="small" disabledFocusable={busy} onClick={() => setAsked(true)}>
          {label}
        </Button>
      </div>
    );
  }
  const go = () => {
    setAsked(false);
    onGo();
  };
  return (
    <div role="group" className={parts.part} aria-label={label}>
      <Confirm what={what} onGo={go} onStop={() => setAsked(false)} />
    </div>
  );
}
