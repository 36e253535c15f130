/**
 * The page for an Excel whose web engine is too old for the add-in (Excel 2019 and before): says so, and where to go
 * instead. Compiled to ES5; nothing newer may stand here, and nothing that the add-in needs.
 */
import words from "../messages/zh-CN.json";

function line(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.appendChild(document.createTextNode(text));
  return element;
}

function sayUnsupported(): void {
  const page = document.createElement("div");
  page.style.padding = "16px";
  page.style.font = "14px/1.6 'Microsoft YaHei', sans-serif";
  page.appendChild(line("h1", words["unsupported.title"])).style.fontSize = "16px";
  page.appendChild(line("p", words["unsupported.what"]));
  page.appendChild(line("p", words["unsupported.instead"]));
  document.body.appendChild(page);
}

/** Engines that know globalThis know ES2020, which the add-in is built for. */
if (typeof globalThis === "undefined") {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", sayUnsupported);
  else sayUnsupported();
}
