/**
 * The parts of a workbook's file, for the 上报副本: which go whole, and how those that stay are rid of what led to them. Every
 * pattern is of the file format (ECMA-376 and its extensions). Pure.
 */

/** What was in the workbook and is not in the copy. */
export type Dropped = "external" | "pivot" | "macro" | "query";

/** What is in the copy and is no value of a cell: the clerk should look at it. */
export type Left = "comment" | "picture" | "object" | "hidden";

interface GoingPart {
  readonly path: RegExp;
  readonly says?: Dropped;
}

const GOING: readonly GoingPart[] = [
  { path: /^xl\/calcChain\.xml$/ },
  { path: /^xl\/webextensions\// },
  { path: /^_xmlsignatures\// },
  { path: /^xl\/revisions\// },
  { path: /^xl\/externalLinks\//, says: "external" },
  { path: /^xl\/(?:pivotTables|pivotCache|slicers|slicerCaches|timelines|timelineCaches)\//, says: "pivot" },
  { path: /^(?:xl\/(?:vbaProject|vbaData)[^/]*|customUI\/.*|userCustomization\/.*)$/i, says: "macro" },
  { path: /^xl\/(?:connections\.xml|queryTables\/.*|model\/.*)$/, says: "query" },
];

const STANDING: readonly { readonly path: RegExp; readonly says: Left }[] = [
  { path: /^xl\/(?:comments[^/]*|comments\/[^/]+|threadedComments\/[^/]+)\.xml$/, says: "comment" },
  { path: /^xl\/media\//, says: "picture" },
  { path: /^xl\/(?:embeddings|activeX)\//, says: "object" },
];

/** The relations of a part go with it. */
const owner = (path: string): string => path.replace(/(^|\/)_rels\/([^/]+)\.rels$/, "$1$2");

/** Custom XML that an add-in or a query keeps: ours (settings, change ledger) and Power Query's. */
const isOurs = (xml: string): boolean => xml.includes('"urn:kaohe:');
const isQuery = (xml: string): boolean => /<(?:\w+:)?DataMashup\b/.test(xml);

interface Sorted {
  readonly gone: ReadonlySet<string>;
  readonly dropped: ReadonlySet<Dropped>;
  readonly left: ReadonlySet<Left>;
}

/** Sorts the parts of a file. @param text the text of a part. */
export function sortParts(paths: readonly string[], text: (path: string) => string): Sorted {
  const gone = new Set<string>();
  const dropped = new Set<Dropped>();
  const left = new Set<Left>();
  for (const path of paths) {
    const going = GOING.find((one) => one.path.test(owner(path)));
    const item = /^customXml\/(?:_rels\/)?item(?:Props)?(\d+)\.xml(?:\.rels)?$/.exec(path)?.[1];
    const xml = item === undefined ? "" : text(`customXml/item${item}.xml`);
    if (going !== undefined || isOurs(xml) || isQuery(xml)) gone.add(path);
    if (going?.says !== undefined) dropped.add(going.says);
    if (isQuery(xml)) dropped.add("query");
    const standing = STANDING.find((one) => one.path.test(path));
    if (standing !== undefined) left.add(standing.says);
  }
  if (/<sheet\b[^>]*\bstate="(?:hidden|veryHidden)"/.test(text("xl/workbook.xml"))) left.add("hidden");
  return { gone, dropped, left };
}

/** A formula that looks into another workbook: [1]表!A1, '[1]一 年级'!A1, [1]!名称; not the column 表1[2024] of a table. */
const isExternal = (formula: string): boolean => /(?<![\p{L}\p{N}_\])])\[\d+\][^[\]]*!/u.test(formula.replace(/"[^"]*"/g, ""));
const isOurFunction = (formula: string): boolean => /_xldudf_KAOHE|KAOHE\./i.test(formula);
const leadsAway = (formula: string): boolean => isExternal(formula) || isOurFunction(formula);

const elements = (name: string): RegExp => new RegExp(`<${name}\\b(?:[^>]*/>|[^>]*>[\\s\\S]*?</${name}>)`, "g");
const without = (xml: string, name: string, test: (element: string) => boolean = () => true): string =>
  xml.replace(elements(name), (element) => (test(element) ? "" : element));

/** A list that became empty goes; one that counts its members counts anew. */
function relisted(xml: string, list: string, member: string): string {
  return xml.replace(elements(list), (whole) => {
    const count = whole.match(elements(member))?.length ?? 0;
    return count === 0 ? "" : whole.replace(/(<[^>]*\bcount=")\d+"/, `$1${count}"`);
  });
}

/** Extensions that point to parts which went. */
const EXTENSIONS =
  /slicerList|slicerCaches|slicerCacheDefinitions|timelineRefs|timelineCacheRefs|pivotCaches|dataModel|connection\b|timelineStyles/;
const patchedExtensions = (xml: string): string =>
  relisted(
    without(xml, "ext", (ext) => EXTENSIONS.test(ext) || leadsAway(ext)),
    "extLst",
    "ext",
  );

/** A sheet beside its cells: no mark of ours, no rule or validation that looks into another workbook. */
export function patchedSheetParts(xml: string): string {
  const rules = without(xml, "cfRule", (rule) => rule.includes("KAOHE-MARK") || leadsAway(rule));
  const formats = without(rules, "conditionalFormatting", (block) => !block.includes("<cfRule"));
  return patchedExtensions(relisted(without(formats, "dataValidation", leadsAway), "dataValidations", "dataValidation"));
}

/** The workbook: no links to parts that went, no names that lead there. Names of print areas and of our own sheets stay. */
export function patchedWorkbook(xml: string): string {
  const names = without(
    xml,
    "definedName",
    (name) => leadsAway(name) || /<definedName\b[^>]*\b(?:function|vbProcedure|xlm)="1"/.test(name),
  );
  const plain = without(without(relisted(names, "definedNames", "definedName"), "externalReferences"), "pivotCaches");
  return patchedExtensions(plain);
}

/** A table: its formulas are values now, and it is fed by no query. */
export function patchedTable(xml: string): string {
  const plain = without(without(xml, "calculatedColumnFormula"), "totalsRowFormula");
  return plain.replace(/\s(?:totalsRowFunction|queryTableFieldId|connectionId)="[^"]*"/g, "").replace(/\stableType="queryTable"/, "");
}

/** A drawing: no buttons of slicers, whose data went. */
export const patchedDrawing = (xml: string): string =>
  ["twoCellAnchor", "oneCellAnchor", "absoluteAnchor"].reduce(
    (rest, kind) =>
      without(
        rest,
        `xdr:${kind}`,
        (anchor) => /<(?:sle|tsle|timeslicer)\w*:/.test(anchor) || /drawing\/20\d\d\/(?:time)?slicer/.test(anchor),
      ),
    xml,
  );

/** A chart: what it took from another workbook or a pivot table stands as the values that it showed. */
export function patchedChart(xml: string): string {
  const literal = (kind: "num" | "str") => (whole: string) => {
    const formula = /<c:f>([\s\S]*?)<\/c:f>/.exec(whole)?.[1] ?? "";
    if (!isExternal(formula)) return whole;
    const cache = new RegExp(`<c:${kind}Cache>([\\s\\S]*?)</c:${kind}Cache>`).exec(whole)?.[1] ?? "";
    return `<c:${kind}Lit>${cache}</c:${kind}Lit>`;
  };
  const titles = xml.replace(/<c:tx>\s*<c:strRef>[\s\S]*?<\/c:strRef>\s*<\/c:tx>/g, (whole) =>
    isExternal(/<c:f>([\s\S]*?)<\/c:f>/.exec(whole)?.[1] ?? "")
      ? `<c:tx><c:v>${/<c:v>([^<]*)<\/c:v>/.exec(whole)?.[1] ?? ""}</c:v></c:tx>`
      : whole,
  );
  const series = titles.replace(elements("c:numRef"), literal("num")).replace(elements("c:strRef"), literal("str"));
  return without(series, "c:pivotSource");
}

/** The types of parts: a workbook with macros or a template becomes a plain workbook. */
export const plainType = (xml: string): string =>
  xml.replace(
    /application\/vnd\.(?:ms-excel\.(?:sheet|template)\.macroEnabled|openxmlformats-officedocument\.spreadsheetml\.template)\.main\+xml/g,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
  );
