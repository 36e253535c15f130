/**
 * The ribbon, drawn from manifest.xml: tabs, groups, buttons with their icons, labels and tips. A fault in the manifest is
 * seen here first.
 */

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  readonly icon: string;
  /** Runs a function of the add-in, or shows its pane. */
  readonly action: { readonly kind: "function"; readonly name: string } | { readonly kind: "pane"; readonly source: string };
}

export interface RibbonGroup {
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

export interface Ribbon {
  readonly label: string;
  readonly groups: readonly RibbonGroup[];
}

export interface Manifest {
  readonly name: string;
  readonly tabs: readonly Ribbon[];
  readonly paneSource: string;
  readonly functionsSource: string;
  readonly namespace: string;
}

const all = (parent: ParentNode, name: string): Element[] =>
  [...parent.querySelectorAll("*")].filter((element) => element.localName === name);
const first = (parent: ParentNode, name: string): Element => {
  const found = all(parent, name)[0];
  if (found === undefined) throw new Error(`<${name}>`);
  return found;
};
const childNamed = (parent: Element, name: string): Element => {
  const found = [...parent.children].find((element) => element.localName === name);
  if (found === undefined) throw new Error(`<${parent.localName}> <${name}>`);
  return found;
};

/** Resources by id, in the manifest's default language (zh-CN). */
function resourcesOf(manifest: Document): (element: Element) => string {
  const elements = [...first(manifest, "Resources").querySelectorAll("[id]")];
  const resources = new Map(elements.map((element) => [element.id, element.getAttribute("DefaultValue") ?? ""]));
  return (element) => {
    const id = element.getAttribute("resid") ?? "";
    const value = resources.get(id);
    if (value === undefined) throw new Error(`resid ${id}`);
    return value;
  };
}

/** An address of the manifest on the origin that served it, whatever origin it names. */
export function onThisOrigin(address: string): string {
  const { pathname, search } = new URL(address, location.href);
  const folder = location.pathname.slice(0, location.pathname.lastIndexOf("/"));
  return `${location.origin}${folder}${pathname}${search}`;
}

function actionOf(control: Element, resolve: (element: Element) => string): RibbonButton["action"] {
  const action = childNamed(control, "Action");
  const kind = action.getAttribute("xsi:type");
  if (kind === "ExecuteFunction") return { kind: "function", name: childNamed(action, "FunctionName").textContent.trim() };
  if (kind === "ShowTaskpane") return { kind: "pane", source: resolve(childNamed(action, "SourceLocation")) };
  throw new Error(`Action ${kind ?? ""}`);
}

function buttonOf(control: Element, resolve: (element: Element) => string): RibbonButton {
  const icon =
    all(childNamed(control, "Icon"), "Image").find((image) => image.getAttribute("size") === "32") ??
    first(childNamed(control, "Icon"), "Image");
  return {
    id: control.getAttribute("id") ?? "",
    label: resolve(childNamed(control, "Label")),
    tip: resolve(childNamed(childNamed(control, "Supertip"), "Description")),
    icon: onThisOrigin(resolve(icon)),
    action: actionOf(control, resolve),
  };
}

function tabOf(tab: Element, resolve: (element: Element) => string): Ribbon {
  return {
    label: resolve(childNamed(tab, "Label")),
    groups: all(tab, "Group").map((group) => ({
      label: resolve(childNamed(group, "Label")),
      buttons: all(group, "Control").map((control) => buttonOf(control, resolve)),
    })),
  };
}

/** Reads manifest.xml; throws, naming the element, where something that the ribbon needs is missing. */
export function readManifest(xml: string): Manifest {
  const manifest = new DOMParser().parseFromString(xml, "application/xml");
  if (manifest.querySelector("parsererror") !== null) throw new Error("XML");
  const resolve = resourcesOf(manifest);
  const functions = all(manifest, "ExtensionPoint").find((point) => point.getAttribute("xsi:type") === "CustomFunctions");
  if (functions === undefined) throw new Error("ExtensionPoint CustomFunctions");
  return {
    name: first(manifest, "DisplayName").getAttribute("DefaultValue") ?? "",
    tabs: all(manifest, "CustomTab").map((tab) => tabOf(tab, resolve)),
    paneSource: onThisOrigin(resolve(childNamed(first(functions, "Page"), "SourceLocation"))),
    functionsSource: onThisOrigin(resolve(childNamed(first(functions, "Metadata"), "SourceLocation"))),
    namespace: resolve(first(functions, "Namespace")),
  };
}

function drawButton(button: RibbonButton, press: (button: RibbonButton) => void): HTMLElement {
  const element = document.createElement("button");
  element.type = "button";
  element.id = button.id;
  element.title = button.tip;
  const icon = document.createElement("img");
  icon.src = button.icon;
  icon.alt = "";
  icon.width = 32;
  icon.height = 32;
  element.append(icon, button.label);
  element.addEventListener("click", () => press(button));
  return element;
}

/** Draws the tabs into an element. */
export function drawRibbon(into: HTMLElement, tabs: readonly Ribbon[], press: (button: RibbonButton) => void): void {
  const drawn = tabs.map((tab) => {
    const strip = document.createElement("section");
    const title = document.createElement("h2");
    title.textContent = tab.label;
    const groups = tab.groups.map((group) => {
      const element = document.createElement("div");
      element.className = "ribbon-group";
      element.setAttribute("role", "group");
      element.setAttribute("aria-label", group.label);
      const label = document.createElement("span");
      label.textContent = group.label;
      const buttons = document.createElement("div");
      buttons.append(...group.buttons.map((button) => drawButton(button, press)));
      element.append(buttons, label);
      return element;
    });
    strip.append(title, ...groups);
    return strip;
  });
  into.replaceChildren(...drawn);
}
