/**
 * The workbench's page: starts the grid, reads the add-in's manifest and functions, opens a workbook (`?open=samples/….xlsx`,
 * else the first sample) and lets the genuine office.js run beside it. `?fail=3:AccessDenied` plants a fault: the third request
 * of the add-in fails (`?fail=use-3:…`: the third use of any member). `?locale=en-US` is an English Excel.
 */
import { BLANK_BOOK } from "../files/loaded";
import { openWorkbook } from "../files/xlsx";
import { Beside, fileFromBeside } from "./beside";
import { Desk, type OpenBook } from "./desk";
import { fetchFunctions, type FunctionsMetadata } from "./functions-metadata";
import { clientMembers } from "./members";
import { drawMenu } from "./menu";
import { say } from "./clerk";
import { drawRibbon, type Manifest, onThisOrigin, readManifest, type RibbonButton } from "./ribbon";
import { isHostErrorCode } from "../protocol/errors";
import { surfaceFor } from "./surface";
import { text } from "./texts";
import { startUniver } from "./univer";
import "./workbench.css";

function element<T extends Element>(selector: string, kind: new () => T): T {
  const found = document.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(selector);
}

async function fetchManifest(): Promise<Manifest> {
  const response = await fetch("manifest.xml");
  try {
    return readManifest(await response.text());
  } catch (error) {
    throw new Error(text("ribbon.failed") + (error instanceof Error ? error.message : ""), { cause: error });
  }
}

async function functionsOf(manifest: Manifest): Promise<FunctionsMetadata> {
  try {
    return await fetchFunctions(manifest.functionsSource);
  } catch {
    say(text("functions.failed"));
    return { functions: [] };
  }
}

const pane = (): HTMLElement => element("#pane", HTMLElement);

function showPane(shown: boolean): void {
  pane().classList.toggle("closed", !shown);
}

/** The name to show for an address: its last part, decoded. */
const nameOf = (address: string): string => decodeURIComponent(address.slice(address.lastIndexOf("/") + 1));

class Page {
  constructor(
    private readonly desk: Desk,
    private readonly manifest: Manifest,
  ) {}

  readonly current = (): OpenBook => {
    const { current } = this.desk;
    if (current === undefined) throw new Error("no workbook is open");
    return current;
  };

  private lay(loaded: Parameters<Desk["lay"]>[0]): void {
    this.desk.lay(loaded);
    element("#file", HTMLElement).textContent = loaded.name;
    say("");
  }

  readonly openFile = async (bytes: ArrayBuffer, name: string): Promise<void> => {
    say(text("opening"));
    await new Promise((drawn) => setTimeout(drawn, 0));
    try {
      this.lay(openWorkbook(new Uint8Array(bytes), name));
    } catch {
      say(text("open.failed"));
    }
  };

  /** Opens the workbook for which another window opened this one. There, as in Excel, the pane is closed at first. */
  private async openFromBeside(id: string): Promise<void> {
    const file = await fileFromBeside(id);
    showPane(false);
    const back = element("#back", HTMLButtonElement);
    back.hidden = false;
    back.addEventListener("click", () => close());
    const name = text("beside");
    this.lay(file === null || file === undefined ? { ...BLANK_BOOK, name } : openWorkbook(file, name));
    if (file === undefined) say(text("beside.missing"));
  }

  /** A fault that the address asks for: "3:AccessDenied", or "use-3:AccessDenied". */
  plantFault(): void {
    const [, isUse, number, code = ""] = /^(use-)?(\d{1,6}):(\w+)$/.exec(new URLSearchParams(location.search).get("fail") ?? "") ?? [];
    const { host } = this.current();
    if (!isHostErrorCode(code)) return;
    if (isUse === undefined) host.faults.failCall(Number(number), code);
    else host.faults.failUse(Number(number), code);
  }

  /** Opens what the address asks for; only files of this origin. */
  async openFirst(): Promise<void> {
    const search = new URLSearchParams(location.search);
    const beside = search.get("beside");
    if (beside !== null) return this.openFromBeside(beside);
    const asked = search.get("open");
    const address = new URL(asked ?? text("sample"), location.href);
    const response = address.origin === location.origin ? await fetch(address) : undefined;
    if (response?.ok === true) return this.openFile(await response.arrayBuffer(), nameOf(address.pathname));
    this.lay({ ...BLANK_BOOK, name: text("blank") });
    if (asked !== null) say(text("open.missing") + asked);
  }

  readonly press = (button: RibbonButton): void => {
    const { wire } = this.current();
    if (button.action.kind === "function") wire.runCommand(button.id, button.action.name);
    else if (onThisOrigin(button.action.source) === this.manifest.paneSource) showPane(true);
  };

  readonly pressById = (id: string): void => {
    const button = this.manifest.tabs
      .flatMap((tab) => tab.groups)
      .flatMap((group) => group.buttons)
      .find((one) => one.id === id);
    if (button === undefined) throw new Error(`no ribbon button ${id}`);
    this.press(button);
  };
}

function drawFrame(manifest: Manifest, page: Page): void {
  document.title = text("title");
  element("#title", HTMLElement).textContent = text("title");
  element("#about", HTMLElement).textContent = text("about");
  element("#open-label span", HTMLElement).textContent = text("open");
  element("#back", HTMLElement).textContent = text("beside.back");
  element("#pane header span", HTMLElement).textContent = manifest.name;
  element("#pane header button", HTMLButtonElement).addEventListener("click", () => showPane(false));
  element("#open", HTMLInputElement).addEventListener("change", (event) => {
    const file = event.target instanceof HTMLInputElement ? event.target.files?.[0] : undefined;
    if (file !== undefined) void file.arrayBuffer().then((bytes) => page.openFile(bytes, file.name));
  });
  drawRibbon(element("#ribbon", HTMLElement), manifest.tabs, page.press);
}

async function start(): Promise<void> {
  const [members, manifest] = await Promise.all([clientMembers(), fetchManifest()]);
  const functions = await functionsOf(manifest);
  const beside = new Beside(element("#beside", HTMLAnchorElement));
  const desk = new Desk({
    univer: startUniver("grid"),
    members,
    manifest,
    functions,
    place: element("#pane > div", HTMLElement),
    showPane,
    isPaneShown: () => !pane().classList.contains("closed"),
    openBeside: (file) => beside.open(file),
    locale: new URLSearchParams(location.search).get("locale") ?? "zh-CN",
  });
  const page = new Page(desk, manifest);
  drawFrame(manifest, page);
  drawMenu(element("#menu", HTMLDetailsElement), () => desk.current);
  await page.openFirst();
  page.plantFault();
  window.workbench = surfaceFor(page.current, page.openFile, page.pressById);
}

start().catch((error: unknown) => {
  document.body.textContent = `${text("boot.failed")} ${error instanceof Error ? error.message : ""}`;
});
