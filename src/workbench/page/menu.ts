/**
 * The menu 模拟: states in which Excel refuses an add-in, to be switched on and off by hand.
 */
import { hostErrorCodes, isHostErrorCode } from "../protocol/errors";
import type { OpenBook } from "./desk";
import { text, type TextId } from "./texts";

function checkbox(label: TextId, isOn: () => boolean, turn: (on: boolean) => void): { element: HTMLElement; refresh: () => void } {
  const element = document.createElement("label");
  const input = document.createElement("input");
  input.type = "checkbox";
  input.addEventListener("change", () => turn(input.checked));
  element.append(input, ` ${text(label)}`);
  const refresh = (): void => {
    input.checked = isOn();
  };
  return { element, refresh };
}

function faultChoice(plant: (code: string) => void): HTMLElement {
  const element = document.createElement("label");
  const select = document.createElement("select");
  select.append(new Option(text("simulate.fault.none"), ""), ...hostErrorCodes.map((code) => new Option(text(`fault.${code}`), code)));
  select.addEventListener("change", () => {
    plant(select.value);
    select.value = "";
  });
  element.append(`${text("simulate.fault")} `, select);
  return element;
}

const isProtected = (open: OpenBook | undefined): boolean =>
  open !== undefined && open.book.stateOf(open.grid.activeSheet().id).protection !== null;

function protect(open: OpenBook | undefined, on: boolean): void {
  if (open !== undefined) open.book.stateOf(open.grid.activeSheet().id).protection = on ? { options: {}, password: "" } : null;
}

/** Fills the menu; it shows the state of whatever workbook is open whenever it is unfolded. */
export function drawMenu(menu: HTMLDetailsElement, open: () => OpenBook | undefined): void {
  const [summary, box] = menu.children;
  if (summary === undefined || box === undefined) return;
  summary.textContent = text("simulate");
  const protection = checkbox(
    "simulate.protect",
    () => isProtected(open()),
    (on) => protect(open(), on),
  );
  const editing = checkbox(
    "simulate.editing",
    () => open()?.host.isEditing === true,
    (on) => {
      const host = open()?.host;
      if (host !== undefined) host.isEditing = on;
    },
  );
  const fault = faultChoice((code) => {
    const host = open()?.host;
    if (host !== undefined && isHostErrorCode(code)) host.faults.failCall(host.calls + 1, code);
  });
  const calls = document.createElement("p");
  const painting = document.createElement("p");
  painting.textContent = text("simulate.painting");
  box.replaceChildren(protection.element, editing.element, fault, calls, painting);
  menu.addEventListener("toggle", () => {
    protection.refresh();
    editing.refresh();
    calls.textContent = `${text("simulate.calls")}${open()?.host.calls ?? 0}`;
  });
}
