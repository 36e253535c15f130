/**
 * Print set-up of a sheet: what the add-in set, else what the file said.
 */
import type { Fields, SheetState } from "../../book";
import { parseArea } from "../../grid/area";
import { asRecord } from "../../protocol/arguments";
import { element, markupText, textElement } from "./markup-text";

const POINTS_PER_INCH = 72;
const PAPERS: Readonly<Record<string, number>> = { Letter: 1, A3: 8, A4: 9, A5: 11, B4: 12, B5: 13 };
const MARGINS = { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 };

function margins(page: Fields): string {
  const inches = Object.entries(MARGINS).map(([side, usual]) => {
    const set = page.get(`${side.slice(0, 1).toUpperCase()}${side.slice(1)}Margin`);
    return [side, (typeof set === "number" ? set : usual) / POINTS_PER_INCH] as const;
  });
  return element("pageMargins", Object.fromEntries(inches));
}

const numberIn = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);

function setup(page: Fields): string {
  const zoom = asRecord(page.get("Zoom") ?? {});
  const paper = page.get("PaperSize");
  const orientation = page.get("Orientation");
  return element("pageSetup", {
    paperSize: typeof paper === "string" ? PAPERS[paper] : 9,
    scale: numberIn(zoom["scale"]),
    fitToWidth: numberIn(zoom["horizontalFitToPages"]),
    fitToHeight: page.has("Zoom") && zoom["scale"] === undefined ? (numberIn(zoom["verticalFitToPages"]) ?? 0) : undefined,
    orientation: typeof orientation === "string" ? orientation.toLowerCase() : undefined,
  });
}

const HEADINGS = [
  ["oddHeader", "Header"],
  ["oddFooter", "Footer"],
] as const;
const PLACES = [
  ["Left", "&L"],
  ["Center", "&C"],
  ["Right", "&R"],
] as const;

function headings(page: Fields): string {
  const lines = HEADINGS.map(([name, kind]) => {
    const words = PLACES.map(([place, code]) => [code, page.get(`Default.${place}${kind}`)] as const).filter(
      ([, text]) => typeof text === "string" && text !== "",
    );
    return words.length === 0 ? "" : textElement(name, words.map(([code, text]) => code + String(text)).join(""));
  }).join("");
  return lines === "" ? "" : element("headerFooter", {}, lines);
}

const options = (page: Fields): string => {
  const centred = { horizontalCentered: page.get("CenterHorizontally") === true, verticalCentered: page.get("CenterVertically") === true };
  return centred.horizontalCentered || centred.verticalCentered ? element("printOptions", centred) : "";
};

function breaks(page: Fields): string {
  const list = page.get("HorizontalBreaks");
  const rows = Array.isArray(list) ? list.map((address) => parseArea(String(address)).top) : [];
  const all = rows.map((row) => element("brk", { id: row, max: 16383, man: 1 }));
  return all.length === 0 ? "" : element("rowBreaks", { count: all.length, manualBreakCount: all.length }, all.join(""));
}

export function pageElements({ page, carried }: SheetState): string {
  const own = (name: string): string =>
    carried
      .filter((one) => one.name === name)
      .map(markupText)
      .join("");
  const isSet = page.size > 0;
  return [
    isSet ? options(page) : own("printOptions"),
    isSet ? margins(page) : own("pageMargins"),
    isSet ? setup(page) : own("pageSetup"),
    isSet ? headings(page) : own("headerFooter"),
    page.has("HorizontalBreaks") ? breaks(page) : own("rowBreaks"),
    own("colBreaks"),
  ].join("");
}
