/** A view that lies over the tabs: a heading, 返回, Esc goes back, and the focus returns to where it came from. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { useEffect, useRef, type ReactNode } from "react";
import type { Overlay } from "./places";
import { useSay } from "./session-context";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", flexGrow: 1 },
  bar: { display: "flex", alignItems: "center", gap: "4px", padding: "4px" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, outlineStyle: "none" },
  body: { padding: "4px 16px 16px 16px", display: "flex", flexDirection: "column", gap: "12px" },
});

interface OverlaidProps {
  readonly overlay: Overlay;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Overlaid({ overlay, onClose, children }: OverlaidProps) {
  const styles = useStyles();
  const say = useSay();
  const heading = useFocusThenReturn();
  return (
    <section
      data-region
      className={styles.view}
      aria-labelledby="overlay-heading"
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
    >
      <div className={styles.bar}>
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={onClose}>
          {say("overlay.back")}
        </Button>
        <h2 id="overlay-heading" className={styles.heading} tabIndex={-1} data-home ref={heading}>
          {say(`overlay.${overlay}`)}
        </h2>
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  );
}

/** Takes the focus to the element while it is there, and back afterwards. */
export function useFocusThenReturn() {
  const element = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    element.current?.focus();
    return () => {
      // The view below is shown again in the same turn; the focus follows in the next.
      setTimeout(() => {
        // Whatever took the lost focus meanwhile gives it back; only a question that asks something now keeps it.
        const isAsking = (document.activeElement?.closest('[aria-labelledby="question"]') ?? null) !== null;
        if (before instanceof HTMLElement && before.isConnected && !isAsking) before.focus();
      });
    };
  }, []);
  return element;
}
