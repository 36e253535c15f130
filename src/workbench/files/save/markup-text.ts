/**
 * Markup as text: what the writers of the parts of an .xlsx share.
 */
import type { Markup } from "../markup";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Control characters have no place in XML; a file that held them could not be opened. */
export const escaped = (text: string): string =>
  text.replace(/\p{Cc}/gu, (one) => ("\t\n\r".includes(one) ? one : "")).replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one);

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const attributeText = (attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => ` ${name}="${value === true ? "1" : escaped(String(value))}"`)
    .join("");

/** An element; `inside` is markup already. */
export const element = (name: string, attributes: Attributes = {}, inside = ""): string =>
  inside === "" ? `<${name}${attributeText(attributes)}/>` : `<${name}${attributeText(attributes)}>${inside}</${name}>`;

/** An element that holds a text. */
export const textElement = (name: string, text: string, attributes: Attributes = {}): string => element(name, attributes, escaped(text));

/** What was read, as it was; prefixes are lost in reading. */
export const markupText = ({ name, attributes, children, text }: Markup): string =>
  element(name, Object.fromEntries(attributes), children.length === 0 ? escaped(text) : children.map(markupText).join(""));

export const part = (root: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
