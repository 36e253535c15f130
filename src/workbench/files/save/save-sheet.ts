/**
 * A sheet's part: its cells and what stands on them, in the order that the file format demands.
 */
import type { ConditionalFormat, SheetState } from "../../book";
import { type Area, areaName } from "../../grid/area";
import type { GridSheet } from "../../grid/grid";
import { asRecord } from "../../protocol/arguments";
import { type CellTables, columns, sheetData } from "./save-cells";
import { element, escaped, markupText, part, textElement } from "./markup-text";
import { pageElements } from "./save-page";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const references = (areas: readonly Area[]): string => areas.map(areaName).join(" ");
const withoutEquals = (formula: unknown): string => String(formula).replace(/^=/, "");
const lowered = (word: string): string => word.slice(0, 1).toLowerCase() + word.slice(1);

const KINDS: Readonly<Record<string, string>> = { EqualTo: "equal", NotEqualTo: "notEqual" };

function ruleOf({ type, fields, stopIfTrue }: ConditionalFormat, priority: number, look: number | undefined): string {
  const shared = { dxfId: look, priority, stopIfTrue };
  if (type === "Custom") {
    return element(
      "cfRule",
      { type: "expression", ...shared },
      textElement("formula", withoutEquals(fields.get("Rule.Formula") ?? "TRUE")),
    );
  }
  if (type === "CellValue") {
    const rule = asRecord(fields.get("Rule") ?? {});
    const operator = String(rule["operator"]);
    const formulas = ["formula1", "formula2"].flatMap((name) =>
      rule[name] === undefined ? [] : [textElement("formula", withoutEquals(rule[name]))],
    );
    return element("cfRule", { type: "cellIs", ...shared, operator: KINDS[operator] ?? lowered(operator) }, formulas.join(""));
  }
  const preserved = fields.get("Preserved");
  return typeof preserved === "string"
    ? preserved.replace(/ priority="\d+"/, ` priority="${priority}"`).replace(/ dxfId="\d+"/, look === undefined ? "" : ` dxfId="${look}"`)
    : "";
}

const conditionalFormats = (state: SheetState, { styles }: CellTables): string =>
  state.conditionalFormats
    .map((format, at) => ({ format, rule: ruleOf(format, at + 1, styles.look(format.fields)) }))
    .filter(({ rule }) => rule !== "")
    .map(({ format, rule }) => element("conditionalFormatting", { sqref: references(format.areas) }, rule))
    .join("");

/** Rules of Office.js → kinds of the file. */
const VALIDATIONS: Readonly<Record<string, string>> = {
  list: "list",
  wholeNumber: "whole",
  decimal: "decimal",
  date: "date",
  time: "time",
  textLength: "textLength",
  custom: "custom",
};

function validationOf(area: Area, fields: ReadonlyMap<string, unknown>): string {
  const [kind, given] = Object.entries(asRecord(fields.get("Rule") ?? {}))[0] ?? ["", {}];
  const type = VALIDATIONS[kind];
  if (type === undefined) return "";
  const rule = asRecord(given);
  const source = rule["source"] ?? rule["formula"] ?? rule["formula1"];
  const first = typeof source === "string" && type === "list" && !source.startsWith("=") ? `"${source}"` : withoutEquals(source);
  const second = rule["formula2"] === undefined ? "" : textElement("formula2", withoutEquals(rule["formula2"]));
  const alert = asRecord(fields.get("ErrorAlert") ?? {});
  const operator = rule["operator"];
  const attributes = {
    type,
    operator: typeof operator === "string" ? (KINDS[operator] ?? lowered(operator)) : undefined,
    allowBlank: fields.get("IgnoreBlanks") !== false,
    showErrorMessage: alert["showAlert"] !== false,
    errorTitle: typeof alert["title"] === "string" ? alert["title"] : undefined,
    error: typeof alert["message"] === "string" ? alert["message"] : undefined,
    sqref: areaName(area),
  };
  return element("dataValidation", attributes, textElement("formula1", first) + second);
}

/** The file's own validations, and those that the add-in made since. */
function validations({ carried, validations: made }: SheetState): string {
  const own = carried.filter(({ name }) => name === "dataValidations").flatMap(({ children }) => children.map(markupText));
  const all = [...own, ...made.map(({ area, fields }) => validationOf(area, fields)).filter((one) => one !== "")];
  return all.length === 0 ? "" : element("dataValidations", { count: all.length }, all.join(""));
}

interface SheetLink {
  readonly id: string;
  readonly address: string;
}

/** Links within the workbook; those outwards are parts of their own relations (`outward`, by id). */
function hyperlinks({ hyperlinks: links }: SheetState, outward: readonly SheetLink[]): string {
  const all = links.flatMap(({ area, link }) => {
    const { documentReference, address, screenTip } = link;
    const tooltip = typeof screenTip === "string" ? screenTip : undefined;
    if (typeof documentReference === "string") return [element("hyperlink", { ref: areaName(area), location: documentReference, tooltip })];
    const id = outward.find((one) => one.address === address)?.id;
    return id === undefined ? [] : [element("hyperlink", { ref: areaName(area), "r:id": id, tooltip })];
  });
  return all.length === 0 ? "" : element("hyperlinks", {}, all.join(""));
}

function view(sheet: GridSheet, isActive: boolean): string {
  const { rows, columns: across } = sheet.frozen();
  const isFrozen = rows > 0 || across > 0;
  const pane = isFrozen
    ? element("pane", {
        xSplit: across || undefined,
        ySplit: rows || undefined,
        topLeftCell: areaName({ top: rows, left: across, bottom: rows, right: across }),
        state: "frozen",
      })
    : "";
  return element(
    "sheetViews",
    {},
    element("sheetView", { showGridLines: sheet.showGridlines ? undefined : "0", tabSelected: isActive, workbookViewId: 0 }, pane),
  );
}

function properties(sheet: GridSheet, { carried, page }: SheetState): string {
  const own = carried.find(({ name }) => name === "sheetPr");
  if (own !== undefined && !page.has("Zoom")) return markupText(own);
  const tab = sheet.tabColor === "" ? "" : element("tabColor", { rgb: `FF${sheet.tabColor.slice(1)}` });
  const fits = page.has("Zoom") && asRecord(page.get("Zoom"))["scale"] === undefined ? '<pageSetUpPr fitToPage="1"/>' : "";
  return tab + fits === "" ? "" : element("sheetPr", {}, tab + fits);
}

const carriedElement = ({ carried }: SheetState, name: string): string =>
  carried
    .filter((one) => one.name === name)
    .map(markupText)
    .join("");

/** Where a sheet's tables and outward links stand in its relations. */
export interface SheetRelations {
  readonly tables: readonly string[];
  readonly links: readonly SheetLink[];
}

export function sheetPart(sheet: GridSheet, state: SheetState, tables: CellTables, relations: SheetRelations, isActive: boolean): string {
  const used = sheet.used(false);
  const merges = sheet.merges();
  const mergeCells = element(
    "mergeCells",
    { count: merges.length },
    merges.map((area) => element("mergeCell", { ref: areaName(area) })).join(""),
  );
  const tableParts = element(
    "tableParts",
    { count: relations.tables.length },
    relations.tables.map((id) => element("tablePart", { "r:id": id })).join(""),
  );
  return part(
    `<worksheet xmlns="${escaped(MAIN)}" xmlns:r="${escaped(RELATIONS)}">${[
      properties(sheet, state),
      used === undefined ? "" : element("dimension", { ref: areaName(used) }),
      view(sheet, isActive),
      '<sheetFormatPr defaultRowHeight="14.25"/>',
      columns(sheet),
      sheetData(sheet, tables),
      state.protection === null ? "" : element("sheetProtection", { sheet: 1, objects: 1, scenarios: 1 }),
      carriedElement(state, "autoFilter"),
      merges.length === 0 ? "" : mergeCells,
      conditionalFormats(state, tables),
      validations(state),
      hyperlinks(state, relations.links),
      pageElements(state),
      relations.tables.length === 0 ? "" : tableParts,
    ].join("")}</worksheet>`,
  );
}
