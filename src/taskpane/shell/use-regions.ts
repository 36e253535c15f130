/**
 * F6 goes from one region of the pane to the next, Shift+F6 back; beyond the last one the key is Excel's, which then takes the focus to the
 * sheet. Who comes into the pane by Excel's own F6 is led to the list, or to the button where there is none yet.
 */
import { useEffect, type KeyboardEvent, type RefObject } from "react";

const FOCUSABLE = 'button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

function canBeSeen(element: HTMLElement): boolean {
  return element.closest("[hidden]") === null;
}

/** Where the focus goes in a region: to the row of a list on which the keyboard stands, else to the first that takes it. */
function entryOf(region: HTMLElement): HTMLElement | null {
  const entries = [
    ...region.querySelectorAll<HTMLElement>('[role="listitem"][tabindex="0"]'),
    ...region.querySelectorAll<HTMLElement>(FOCUSABLE),
  ];
  return entries.find(canBeSeen) ?? null;
}

export function useRegions(root: RefObject<HTMLElement | null>) {
  const entries = (): HTMLElement[] =>
    [...(root.current?.querySelectorAll<HTMLElement>("[data-region]") ?? [])].filter(canBeSeen).flatMap((region) => entryOf(region) ?? []);

  useEffect(() => {
    const comeIn = () => {
      if (document.activeElement !== document.body) return;
      const list = root.current?.querySelector<HTMLElement>('[role="listitem"][tabindex="0"]');
      const home = root.current?.querySelector<HTMLElement>("[data-home]");
      (list ?? home)?.focus({ preventScroll: true });
    };
    window.addEventListener("focus", comeIn);
    return () => window.removeEventListener("focus", comeIn);
  }, [root]);

  return (event: KeyboardEvent) => {
    if (event.key !== "F6" || event.defaultPrevented) return;
    const stops = entries();
    const regions = stops.map((stop) => stop.closest("[data-region]"));
    const here = regions.findIndex((region) => region?.contains(document.activeElement));
    const next = stops[here + (event.shiftKey ? -1 : 1)];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
}
