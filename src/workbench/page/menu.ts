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

/** 从现在起第 n 次出错: plants anew whenever one of its parts is changed. */
function faultChoice(plant: (number: number, isUse: boolean, code: string) => void): HTMLElement {
  const element = document.createElement("fieldset");
  const number = document.createElement("input");
  Object.assign(number, { type: "number", min: "1", value: "1", ariaLabel: text("simulate.fault") });
  const select = document.createElement("select");
  select.ariaLabel = text("simulate.fault");
  select.append(new Option(text("simulate.fault.none"), ""), ...hostErrorCodes.map((code) => new Option(text(`fault.${code}`), code)));
  const label = document.createElement("label");
  const use = document.createElement("input");
  use.type = "checkbox";
  label.append(use, ` ${text("simulate.fault.member")}`);
  const planted = (): void => plant(Math.max(1, Number(number.value)), use.checked, select.value);
  for (const one of [number, select, use]) one.addEventListener("change", planted);
  element.append(`${text("simulate.fault")} `, number, ` ${text("simulate.fault.times")} `, select, label);
  return element;
}

function plantIn(open: OpenBook | undefined, number: number, isUse: boolean, code: string): void {
  if (open === undefined) return;
  open.host.faults.clear();
  if (!isHostErrorCode(code)) return;
  if (isUse) open.host.faults.failUse(number, code);
  else open.host.faults.failCall(open.host.calls + number, code);
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
  const fault = faultChoice((number, isUse, code) => plantIn(open(), number, isUse, code));
  const calls = document.createElement("p");
  const painting = document.createElement("p");
  painting.textContent = text("simulate.painting");
  box.replaceChildren(protection.element, editing.element, fault, calls, painting);
  menu.addEventListener("toggle", () => {
    protection.refresh();
    editing.refresh();
    const { host } = open() ?? {};
    const struck = host?.faults.struck ?? "";
    calls.textContent = `${text("simulate.calls")}${host?.calls ?? 0}${struck === "" ? "" : ` · ${text("simulate.struck")}${struck}`}`;
  });
}
