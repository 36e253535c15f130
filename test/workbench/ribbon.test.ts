/**
 * The workbench's ribbon, read from the manifest that Excel gets.
 * @jest-environment jsdom
 */
import { readFileSync } from "node:fs";
import { drawRibbon, readManifest } from "../../src/workbench/page/ribbon";

const xml = readFileSync("manifest.xml", "utf8");

test("the buttons are those of the manifest, in order, in Chinese", () => {
  const { tabs, namespace, functionsSource, paneSource } = readManifest(xml);
  expect(
    tabs
      .flatMap((tab) => tab.groups)
      .flatMap((group) => group.buttons)
      .map(({ label, action }) => [label, action.kind]),
  ).toEqual([
    ["打开助手", "pane"],
    ["一键检查", "function"],
    ["清除标记", "function"],
    ["生成报告", "function"],
  ]);
  expect([namespace, new URL(functionsSource).pathname, new URL(paneSource).pathname]).toEqual([
    "KAOHE",
    "/functions.json",
    "/taskpane.html",
  ]);
  expect(new URL(paneSource).origin).toBe(location.origin);
});

test("a button that is pressed says which one it is", () => {
  const place = document.createElement("nav");
  const pressed: string[] = [];
  drawRibbon(place, readManifest(xml).tabs, (button) => pressed.push(button.id));
  place.querySelectorAll("button")[1]?.click();
  expect(pressed).toEqual(["Kaohe.Check"]);
});

test.each([
  ["a label without its text", xml.replace('<bt:String id="Check.Label"', '<bt:String id="Other.Label"'), "Check.Label"],
  ["a button without an action", xml.replace(/<Action xsi:type="ExecuteFunction">[\s\S]*?<\/Action>/, ""), "Action"],
  ["functions without a namespace", xml.replace('<Namespace resid="Functions.Namespace" />', ""), "Namespace"],
  ["a file that is no XML", "<OfficeApp>", "XML"],
])("%s is said", (_what, faulty, names) => {
  expect(faulty).not.toBe(xml);
  expect(() => readManifest(faulty)).toThrow(names);
});
