/** ⋯: what is not needed every day. A button that shows a list of buttons; Esc or a click elsewhere closes it. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from "react";
import { askToClear, closeFile, runCheck } from "../actions";
import type { Overlay } from "./places";
import { usePane, useSay, useSession } from "./session-context";

const useStyles = makeStyles({
  place: { flexShrink: 0 },
  button: { minWidth: "32px" },
  list: {
    position: "absolute",
    top: "100%",
    right: "4px",
    zIndex: 10,
    display: "flex",
    flexDirection: "column",
    minWidth: "144px",
    padding: "4px",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
  item: { justifyContent: "flex-start", fontWeight: tokens.fontWeightRegular },
});

interface Item {
  readonly says: string;
  readonly run: () => void;
}

export function MoreMenu({ onOpen }: { readonly onOpen: (overlay: Overlay) => void }) {
  const styles = useStyles();
  const say = useSay();
  const items = useItems(onOpen);
  const menu = useDisclosure();
  return (
    <div ref={menu.place} className={styles.place} onKeyDown={menu.onKeyDown}>
      <Button
        ref={menu.button}
        className={styles.button}
        appearance="subtle"
        icon={<MoreHorizontalRegular />}
        aria-label={say("more.label")}
        title={say("more.label")}
        aria-expanded={menu.open}
        onClick={menu.toggle}
      />
      {menu.open && (
        <div className={styles.list} role="group" aria-label={say("more.label")}>
          {items.map(({ says, run }) => (
            <Button
              key={says}
              className={styles.item}
              appearance="subtle"
              onClick={() => {
                menu.close();
                run();
              }}
            >
              {says}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

/** What can be done now; what cannot is not shown. */
function useItems(onOpen: (overlay: Overlay) => void): readonly Item[] {
  const say = useSay();
  const session = useSession();
  const place = usePane((state) => state.place);
  const checked = usePane((state) => state.checked !== null);
  const seen = usePane((state) => state.checked !== null || state.recognition.kind === "seen");
  const idle = usePane((state) => state.task.kind === "idle");
  const items: Item[] = [];
  if (seen) items.push({ says: say("more.tables"), run: () => onOpen("tables") });
  if (seen) items.push({ says: say("more.mapping"), run: () => onOpen("mapping") });
  if (checked && place === "excel" && idle) items.push({ says: say("more.everything"), run: () => void runCheck(session, true) });
  if (place === "excel" && idle) items.push({ says: say("more.clear"), run: () => askToClear(session) });
  if (place === "excel") items.push({ says: say("more.changes"), run: () => onOpen("changes") });
  if (place === "file" && idle) items.push({ says: say("more.other-file"), run: () => void closeFile(session) });
  items.push({ says: say("more.rules"), run: () => onOpen("rules") });
  if (checked) items.push({ says: say("more.planning"), run: () => onOpen("planning") });
  items.push({ says: say("more.templates"), run: () => onOpen("templates") });
  items.push({ says: say("more.deadlines"), run: () => onOpen("deadlines") });
  items.push({ says: say("more.help"), run: () => onOpen("help") });
  items.push({ says: say("more.self-test"), run: () => onOpen("self-test") });
  return items;
}

function useDisclosure() {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
    };
  }, [open]);
  const close = () => {
    button.current?.focus();
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === "Escape") {
      event.preventDefault();
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(place, event.key === "ArrowDown" ? 1 : -1);
    }
  };
  return { open, place, button, close, onKeyDown, toggle: () => setOpen(!open) };
}

/** Moves the focus among the buttons, round and round. */
function step(place: RefObject<HTMLElement | null>, by: 1 | -1): void {
  const buttons = [...(place.current?.querySelectorAll<HTMLElement>("button") ?? [])];
  const at = buttons.findIndex((one) => one === document.activeElement);
  buttons[(at + by + buttons.length) % buttons.length]?.focus();
}
