/**
 * What can be measured of how the pane looks: what axe finds, what is cut off, what stands there in another language than Chinese.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import type { AxeResults } from "axe-core";

const axe = readFileSync(join(__dirname, "..", "..", "node_modules", "axe-core", "axe.min.js"), "utf8");

/** Violations of the accessibility rules in what is shown now, one line each: rule and element. */
export async function violations(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(axe);
  const { violations: found } = await frame.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ""}`));
}

/** Names, keys, file endings and Excel's error signs, which are written the same in Chinese. */
const NAMES = /#[A-Z/0-9]+[!?]?|KAOHE|Excel|WPS|CSV|Microsoft|Edge|Chrome|Esc|Home|End|Shift|Enter|Tab|\.?xlsx?\b|\.ics\b/g;

/** Words in Latin letters that are shown or read out; formulas (in code elements) are meant to be such. */
export async function untranslated(frame: Frame): Promise<readonly string[]> {
  const words = await frame.evaluate(() => {
    const found: string[] = [];
    for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
      if (element.closest("code, svg, script, style, noscript") !== null) continue;
      for (const name of ["aria-label", "title", "placeholder", "alt"]) found.push(element.getAttribute(name) ?? "");
      for (const child of element.childNodes) if (child.nodeType === Node.TEXT_NODE) found.push(child.textContent ?? "");
    }
    return found;
  });
  return words.filter((text) => /[A-Za-z]{3,}/.test(text.replace(NAMES, "")));
}

/** Elements wider than the pane and text that does not fit into its place, one line each. A title shows in full what is shortened. */
export function cutOff(frame: Frame): Promise<readonly string[]> {
  return frame.evaluate(() => {
    const found: string[] = [];
    const page = document.documentElement;
    if (page.scrollWidth > page.clientWidth) found.push(`page: ${page.scrollWidth} > ${page.clientWidth}`);
    for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
      if (element.closest("svg") !== null || element.offsetParent === null) continue;
      const hasText = [...element.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.textContent?.trim() !== "");
      const shown = element.textContent?.slice(0, 40) ?? "";
      const { left, right, width } = element.getBoundingClientRect();
      if (width > 2 && (left < -1 || right > page.clientWidth + 1)) found.push(`outside: ${element.tagName} ${shown}`);
      const isShortened = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 2;
      if (hasText && isShortened && getComputedStyle(element).display !== "inline" && element.title === "") {
        found.push(`cut: ${element.tagName} ${shown} ${element.scrollWidth} > ${element.clientWidth}`);
      }
    }
    return found;
  });
}

/**
 * Chinese words on what is pressed, titled or labelled where the pane speaks English. What comes from the workbook or the policy is Chinese in
 * every language: `data` knows it.
 */
export const hanWords =
  (data: RegExp) =>
  async (frame: Frame): Promise<readonly string[]> => {
    const words = await frame.evaluate(() => {
      const found: string[] = [];
      for (const element of document.body.querySelectorAll<HTMLElement>(
        "button, [role=tab], h1, h2, h3, legend, input, textarea, select",
      )) {
        if (element.closest("[role=listitem]") !== null) continue;
        found.push(element.matches("button, [role=tab], h1, h2, h3, legend") ? (element.textContent ?? "") : "");
        for (const name of ["aria-label", "placeholder"]) found.push(element.getAttribute(name) ?? "");
      }
      return found;
    });
    return words.filter((text) => /[\u4e00-\u9fff]/.test(text) && !data.test(text));
  };
