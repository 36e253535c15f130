/**
 * What SheetJS does not tell of a sheet: style numbers of cells, conditional formats, protection, frozen panes, tables.
 */
import type { ConditionalFormat, ListTable } from "../book";
import { type Area, readArea } from "../grid/area";
import { attribute, childOf, childrenOf, isSet, type Markup, numberOf } from "./markup";
import type { PackageParts } from "./package-parts";
import { markupText } from "./save/markup-text";

export interface SheetParts {
  /** "B7" → style number. */
  readonly styles: ReadonlyMap<string, number>;
  readonly conditionalFormats: readonly Omit<ConditionalFormat, "id">[];
  readonly isProtected: boolean;
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly tables: readonly Omit<ListTable, "id">[];
  readonly carried: readonly Markup[];
}

/** Elements that stand for themselves: they point to no other part and to no number of a format. */
const CARRIED = new Set([
  "sheetPr",
  "autoFilter",
  "dataValidations",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
]);

/** A printer's own settings stand in a part of their own, which does not come along. */
const withoutPart = (element: Markup): Markup => ({
  ...element,
  attributes: new Map([...element.attributes].filter(([name]) => !(element.name === "pageSetup" && name === "id"))),
});

function stylesOf(sheet: Markup): Map<string, number> {
  const styles = new Map<string, number>();
  for (const row of childrenOf(childOf(sheet, "sheetData"), "row")) {
    for (const cell of childrenOf(row, "c")) {
      const style = numberOf(cell, "s");
      if (style !== 0) styles.set(attribute(cell, "r") ?? "", style);
    }
  }
  return styles;
}

/** Kinds of rules as files name them → as Office.js names them. */
const KINDS: Readonly<Record<string, string>> = {
  expression: "Custom",
  cellIs: "CellValue",
  colorScale: "ColorScale",
  dataBar: "DataBar",
  iconSet: "IconSet",
  top10: "TopBottom",
  containsText: "ContainsText",
  notContainsText: "ContainsText",
  beginsWith: "ContainsText",
  endsWith: "ContainsText",
};

const OPERATORS: Readonly<Record<string, string>> = {
  lessThan: "LessThan",
  lessThanOrEqual: "LessThanOrEqual",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  greaterThanOrEqual: "GreaterThanOrEqual",
  between: "Between",
  notBetween: "NotBetween",
};

function ruleFields(rule: Markup, kind: string): [string, unknown][] {
  const formulas = childrenOf(rule, "formula").map((formula) => `=${formula.text}`);
  if (kind === "Custom") return [["Rule.Formula", formulas[0] ?? ""]];
  if (kind !== "CellValue") return [["Preserved", markupText(rule)]];
  const operator = OPERATORS[attribute(rule, "operator") ?? ""] ?? "EqualTo";
  return [["Rule", { formula1: formulas[0] ?? "", ...(formulas[1] === undefined ? {} : { formula2: formulas[1] }), operator }]];
}

const areasOf = (references: string): Area[] =>
  references
    .split(/\s+/)
    .map(readArea)
    .filter((area) => area !== undefined);

function conditionalFormatsOf(sheet: Markup, looks: readonly ReadonlyMap<string, unknown>[]): Omit<ConditionalFormat, "id">[] {
  const rules = childrenOf(sheet, "conditionalFormatting").flatMap((block) =>
    childrenOf(block, "cfRule").map((rule) => ({ rule, areas: areasOf(attribute(block, "sqref") ?? "") })),
  );
  const inOrder = rules.toSorted((one, other) => numberOf(one.rule, "priority") - numberOf(other.rule, "priority"));
  return inOrder.map(({ rule, areas }) => {
    const type = KINDS[attribute(rule, "type") ?? ""] ?? "PresetCriteria";
    const look = rule.attributes.has("dxfId") ? looks[numberOf(rule, "dxfId")] : undefined;
    return { type, areas, stopIfTrue: isSet(rule, "stopIfTrue"), fields: new Map([...ruleFields(rule, type), ...(look ?? [])]) };
  });
}

function frozenOf(sheet: Markup): SheetParts["frozen"] {
  const pane = childOf(childOf(childOf(sheet, "sheetViews"), "sheetView"), "pane");
  const isFrozen = pane !== undefined && attribute(pane, "state")?.startsWith("frozen") === true;
  return isFrozen ? { rows: numberOf(pane, "ySplit"), columns: numberOf(pane, "xSplit") } : { rows: 0, columns: 0 };
}

function tablesOf(parts: PackageParts, path: string): Omit<ListTable, "id">[] {
  const targets = [...parts.related(path).values()].filter(({ kind }) => kind === "table");
  return targets.flatMap((target) => {
    const table = parts.markup(target.path);
    const area = table === undefined ? undefined : readArea(attribute(table, "ref") ?? "");
    if (table === undefined || area === undefined) return [];
    const style = childOf(table, "tableStyleInfo");
    return [
      {
        name: attribute(table, "displayName") ?? "",
        area,
        showHeaders: attribute(table, "headerRowCount") !== "0",
        showTotals: numberOf(table, "totalsRowCount") > 0,
        style: (style === undefined ? undefined : attribute(style, "name")) ?? "",
      },
    ];
  });
}

/** @param looks the workbook's differential styles, by number. */
export function sheetPartsOf(parts: PackageParts, path: string, looks: readonly ReadonlyMap<string, unknown>[]): SheetParts | undefined {
  const sheet = parts.markup(path);
  if (sheet === undefined) return undefined;
  const protection = childOf(sheet, "sheetProtection");
  return {
    styles: stylesOf(sheet),
    conditionalFormats: conditionalFormatsOf(sheet, looks),
    isProtected: protection !== undefined && isSet(protection, "sheet"),
    frozen: frozenOf(sheet),
    tables: tablesOf(parts, path),
    carried: sheet.children.filter(({ name }) => CARRIED.has(name)).map(withoutPart),
  };
}
