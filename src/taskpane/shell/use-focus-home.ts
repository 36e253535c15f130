/**
 * Focus is never lost: where the element that had it is taken away (a question answered, a finding solved), it goes to the
 * place that is home in the view, marked with `data-home`.
 */
import { useEffect, useRef } from "react";

export function useFocusHome<T extends HTMLElement>() {
  const root = useRef<T>(null);
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    let last: Element | null = null;
    const remember = (event: FocusEvent) => {
      last = event.target instanceof Element ? event.target : null;
    };
    const goHome = () => {
      const lost = last !== null && !last.isConnected && document.activeElement === document.body;
      if (lost) homeIn(element)?.focus();
    };
    // Whoever gives the focus to something of its own does it in the same turn; only what is still lost goes home.
    const watch = new MutationObserver(() => {
      if (last !== null && !last.isConnected) setTimeout(goHome);
    });
    element.addEventListener("focusin", remember);
    watch.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener("focusin", remember);
      watch.disconnect();
    };
  }, []);
  return root;
}

/** The first home that can be seen: one in a hidden view is none. */
function homeIn(root: HTMLElement): HTMLElement | undefined {
  return [...root.querySelectorAll<HTMLElement>("[data-home]")].find((one) => one.closest("[hidden]") === null);
}
