/**
 * @jest-environment jsdom
 *
 * manifest.xml as Excel would refuse it: stands in for Microsoft's validator, which needs a network. What is held here is
 * the schema's order of elements, its lengths, and that everything named exists.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { associateCommands } from "../../src/commands/commands";

const root = join(__dirname, "..", "..");
const manifest = new DOMParser().parseFromString(readFileSync(join(root, "manifest.xml"), "utf8"), "application/xml");
const origin = "https://localhost:3000/";

function all(name: string, within: Document | Element = manifest): Element[] {
  return [...within.getElementsByTagNameNS("*", name)];
}

function one(name: string, within: Document | Element = manifest): Element {
  const [element, ...more] = all(name, within);
  if (element === undefined || more.length > 0) throw new Error(`${name}: ${element === undefined ? 0 : more.length + 1} of them`);
  return element;
}

/** The names of an element's children, runs of the same name as one. */
function order(element: Element): string[] {
  return [...element.children].map((child) => child.localName).filter((name, at, names) => name !== names[at - 1]);
}

function attribute(element: Element, name: string): string {
  const value = element.getAttribute(name);
  if (value === null) throw new Error(`${element.localName} has no ${name}`);
  return value;
}

/** Width and height as a PNG file states them. */
function sizeOf(file: string): [number, number] {
  const png = readFileSync(file);
  if (png.toString("latin1", 1, 4) !== "PNG") throw new Error(`${file} is no PNG`);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** The file that an address of the manifest means, as npm run build lays it out. */
function iconFile(url: string): string {
  if (!url.startsWith(`${origin}icons/`)) throw new Error(`not one of our icons: ${url}`);
  return join(root, "assets", "icons", url.slice(`${origin}icons/`.length));
}

const base = manifest.documentElement;
const overrides = one("VersionOverrides");
const host = all("Host", overrides)[0] ?? base;

describe("Excel accepts the order of elements that its schema asks for", () => {
  const button = ["Label", "Supertip", "Icon", "Action"];
  const expected: [string, Element, string[]][] = [
    [
      "OfficeApp",
      base,
      [
        "Id",
        "Version",
        "ProviderName",
        "DefaultLocale",
        "DisplayName",
        "Description",
        "IconUrl",
        "HighResolutionIconUrl",
        "Hosts",
        "Requirements",
        "DefaultSettings",
        "Permissions",
        "VersionOverrides",
      ],
    ],
    ["VersionOverrides", overrides, ["Hosts", "Resources"]],
    ["Host", host, ["Runtimes", "AllFormFactors", "DesktopFormFactor"]],
    ["DesktopFormFactor", one("DesktopFormFactor"), ["GetStarted", "FunctionFile", "ExtensionPoint"]],
    ["GetStarted", one("GetStarted"), ["Title", "Description", "LearnMoreUrl"]],
    ["the functions", one("AllFormFactors").children[0] ?? base, ["Script", "Page", "Metadata", "Namespace"]],
    ["CustomTab", one("CustomTab"), ["Group", "Label"]],
    ["Group", one("Group"), ["Label", "Icon", "Control"]],
    ["Resources", one("Resources"), ["Images", "Urls", "ShortStrings", "LongStrings"]],
    ...all("Control").map((control): [string, Element, string[]] => [attribute(control, "id"), control, button]),
  ];
  test.each(expected)("%s", (_name, element, names) => {
    expect(order(element)).toEqual(names);
  });
});

describe("pane, ribbon and functions share one page that stays open", () => {
  const runtime = one("Runtime");
  const page = attribute(runtime, "resid");

  test("the runtime is a long one", () => {
    expect(attribute(runtime, "lifetime")).toBe("long");
  });

  test("the runtime, the pane, the ribbon's code and the functions name the same resource", () => {
    const users = [
      one("FunctionFile"),
      one("SourceLocation", one("Page")),
      one("SourceLocation", one("Script")),
      ...all("Action").flatMap((action) => all("SourceLocation", action)),
    ];
    expect(users.map((user) => attribute(user, "resid"))).toEqual(users.map(() => page));
  });

  test("it is the page that opens without the ribbon, too", () => {
    const url = all("Url").find((element) => element.getAttribute("id") === page);
    expect(url?.getAttribute("DefaultValue")).toBe(attribute(one("SourceLocation", one("DefaultSettings")), "DefaultValue"));
  });
});

describe("every resource is there, once, and used", () => {
  const resources = [...all("Image", one("Resources")), ...all("Url"), ...all("String")];
  const ids = resources.map((element) => attribute(element, "id"));
  const used = [...overrides.getElementsByTagName("*")].flatMap((element) => element.getAttribute("resid") ?? []);

  test("no id stands twice or is longer than 32 characters", () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.length > 32)).toEqual([]);
  });

  test("every resid names a resource", () => {
    expect(used.filter((resid) => !ids.includes(resid))).toEqual([]);
  });

  test("no resource is left over", () => {
    expect(ids.filter((id) => !used.includes(id))).toEqual([]);
  });

  test("the ids of tab, group and buttons differ", () => {
    const controls = [...all("CustomTab"), ...all("Group"), ...all("Control")].map((element) => attribute(element, "id"));
    expect(new Set(controls).size).toBe(controls.length);
    expect(controls.filter((id) => id.length > 125)).toEqual([]);
  });
});

describe("texts are short enough, Chinese, and also there in English", () => {
  const texts: [string, Element, number][] = [
    ["DisplayName", one("DisplayName"), 125],
    ["Description", [...base.children].find((child) => child.localName === "Description") ?? base, 250],
    ...all("String", one("ShortStrings")).map((text): [string, Element, number] => [attribute(text, "id"), text, 125]),
    ...all("String", one("LongStrings")).map((text): [string, Element, number] => [attribute(text, "id"), text, 250]),
  ];

  test.each(texts)("%s", (name, text, longest) => {
    const english = all("Override", text);
    const both = [attribute(text, "DefaultValue"), ...english.map((override) => attribute(override, "Value"))];
    expect(both.filter((value) => value.length === 0 || value.length > longest)).toEqual([]);
    if (name === "Functions.Namespace") return;
    expect(attribute(text, "DefaultValue")).toMatch(/[一-龥]/);
    expect(english.map((override) => attribute(override, "Locale"))).toEqual(["en-US"]);
    expect(english.map((override) => attribute(override, "Value")).join("")).not.toMatch(/[一-龥]/);
  });

  test("the default language is Chinese", () => {
    expect(one("DefaultLocale").textContent).toBe("zh-CN");
  });

  test("the functions' namespace is KAOHE", () => {
    const namespace = attribute(one("Namespace"), "resid");
    const text = all("String").find((element) => element.getAttribute("id") === namespace);
    expect(text?.getAttribute("DefaultValue")).toBe("KAOHE");
  });
});

describe("icons", () => {
  const images = [
    ...all("Image", one("Group")).map((image) => ({ size: Number(attribute(image, "size")), resid: attribute(image, "resid") })),
  ];

  test("every place has the three sizes that Excel requires", () => {
    for (const place of all("Icon")) {
      const sizes = all("Image", place).map((image) => Number(attribute(image, "size")));
      expect(sizes).toEqual(expect.arrayContaining([16, 32, 80]));
    }
  });

  test.each(images)("$resid is a file of $size by $size pixels", ({ size, resid }) => {
    const image = all("Image", one("Resources")).find((element) => element.getAttribute("id") === resid);
    const file = iconFile(image?.getAttribute("DefaultValue") ?? "");
    expect(existsSync(file)).toBe(true);
    expect(sizeOf(file)).toEqual([size, size]);
  });

  test("the add-in's own icons are 32 and 64 pixels", () => {
    expect(sizeOf(iconFile(attribute(one("IconUrl"), "DefaultValue")))).toEqual([32, 32]);
    expect(sizeOf(iconFile(attribute(one("HighResolutionIconUrl"), "DefaultValue")))).toEqual([64, 64]);
  });
});

describe("what the buttons do", () => {
  const associated = new Map<string, (event: { completed: () => void }) => void>();
  beforeAll(() => {
    Object.assign(globalThis, {
      Office: {
        actions: { associate: (name: string, action: (event: { completed: () => void }) => void) => associated.set(name, action) },
        addin: { showAsTaskpane: () => Promise.resolve() },
      },
    });
    associateCommands();
  });

  test("every function that a button names has code behind it, and none is left over", () => {
    const named = all("FunctionName").map((element) => element.textContent);
    expect([...associated.keys()].sort()).toEqual([...new Set(named)].sort());
  });

  test("the ribbon holds 打开助手, 一键检查, 清除标记 and 生成报告", () => {
    const labels = all("Control").map((control) => {
      const resid = attribute([...control.children].find((child) => child.localName === "Label") ?? control, "resid");
      return all("String")
        .find((text) => text.getAttribute("id") === resid)
        ?.getAttribute("DefaultValue");
    });
    expect(labels).toEqual(["打开助手", "一键检查", "清除标记", "生成报告"]);
  });
});

describe("what Excel must be able to do", () => {
  test("a shared runtime and ExcelApi 1.13, nothing newer", () => {
    const sets = all("Set", one("Requirements")).map((set) => [attribute(set, "Name"), attribute(set, "MinVersion")]);
    expect(sets).toEqual([
      ["SharedRuntime", "1.1"],
      ["ExcelApi", "1.13"],
    ]);
  });

  test("all addresses are https, under one origin", () => {
    const addresses = [...all("Url"), ...all("Image", one("Resources")), one("IconUrl"), one("HighResolutionIconUrl")];
    expect(addresses.map((element) => attribute(element, "DefaultValue")).filter((url) => !url.startsWith(origin))).toEqual([]);
  });

  test("the id is a GUID and the version has four parts, from 1.0 on", () => {
    expect(one("Id").textContent).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(one("Version").textContent).toMatch(/^[1-9]\d*\.\d+\.\d+\.\d+$/);
  });
});
