/**
 * Makes a 上报副本 out of a workbook's file: values only, without our marks, settings and add-in parts, without what leads out of
 * the workbook or calculates behind the cells (links, pivot tables, queries, macros), identity numbers masked where wanted. The
 * parts of the file are patched where they lie, so that nothing else is lost. Our own sheets (检查报告 with its 说明, 学时证明)
 * stay, and so do the hidden names by which a later check knows them. Pure: bytes in, bytes out.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from "fflate";
import {
  itemText,
  maskedChart,
  maskedDrawing,
  maskedNotes,
  maskedStrings,
  maskedTexts,
  numberText,
  Tally,
  textElement,
  unescaped,
} from "./submission-masks";
import {
  type Dropped,
  type Left,
  patchedChart,
  patchedDrawing,
  patchedSheetParts,
  patchedTable,
  patchedWorkbook,
  plainType,
  sortParts,
} from "./submission-parts";

/** A file that unpacks to more is refused: it is no school's workbook. */
export const LARGEST_UNPACKED = 400 * 1024 * 1024;

export interface SubmissionCopy {
  readonly bytes: Uint8Array;
  readonly formulas: number;
  readonly masked: number;
  readonly dropped: readonly Dropped[];
  readonly left: readonly Left[];
}

const FORMULA = /<f\b(?:[^>]*\/>|[^>]*>[\s\S]*?<\/f>)/;
const inlineCell = (attributes: string, text: string): string =>
  `<c${attributes.replace(/\s+t="[^"]*"/, "")} t="inlineStr"><is>${textElement(text)}</is></c>`;

function patchedCell(whole: string, attributes: string, inner: string, tally: Tally): string {
  const isFormula = FORMULA.test(inner);
  if (isFormula) tally.formulas += 1;
  const plain = isFormula ? inner.replace(FORMULA, "") : inner;
  const kept = isFormula ? attributes.replace(/\s+cm="[^"]*"/, "") : attributes;
  const type = /\st="([^"]*)"/.exec(kept)?.[1] ?? "n";
  const value = unescaped(/<v\b[^>]*>([^<]*)<\/v>/.exec(plain)?.[1] ?? "");
  if (type === "str") return inlineCell(kept, tally.mask(value) ?? value);
  const masked = type === "n" ? tally.mask(numberText(value)) : type === "inlineStr" ? tally.mask(itemText(plain)) : null;
  if (masked !== null) return inlineCell(kept, masked);
  return isFormula ? `<c${kept}>${plain}</c>` : whole;
}

/** Cells and what stands beside them are patched each by their own rules: a cell's number is not to be taken for a text. */
function patchedSheet(xml: string, tally: Tally): string {
  const from = xml.indexOf("<sheetData");
  const to = xml.indexOf("</sheetData>");
  if (from < 0 || to < 0) return maskedTexts(patchedSheetParts(xml), tally);
  const cells = xml
    .slice(from, to)
    .replace(/<c((?:\s+[\w:]+="[^"]*")*)\s*>([\s\S]*?)<\/c>/g, (whole, attributes: string, inner: string) =>
      patchedCell(whole, attributes, inner, tally),
    );
  const around = patchedSheetParts(`${xml.slice(0, from)}<sheetData/>${xml.slice(to + "</sheetData>".length)}`);
  return maskedTexts(around, tally).replace("<sheetData/>", () => `${cells}</sheetData>`);
}

type Patch = (xml: string, tally: Tally) => string;
const PATCHES: readonly (readonly [RegExp, Patch])[] = [
  [/^xl\/worksheets\/[^/]+\.xml$/, patchedSheet],
  [/^xl\/sharedStrings\.xml$/, maskedStrings],
  [/^xl\/(?:comments[^/]*|threadedComments\/[^/]+|comments\/[^/]+)\.xml$/, maskedNotes],
  [/^xl\/tables\/[^/]+\.xml$/, (xml, tally) => maskedTexts(patchedTable(xml), tally)],
  [/^xl\/workbook\.xml$/, (xml, tally) => maskedNames(patchedWorkbook(xml), tally)],
  [/^xl\/drawings\/drawing[^/]*\.xml$/, (xml, tally) => maskedDrawing(patchedDrawing(xml), tally)],
  [/^xl\/charts\/[^/]+\.xml$/, (xml, tally) => maskedChart(patchedChart(xml), tally)],
  [/^(?:xl\/(?:diagrams|richData|drawings|persons)\/|docProps\/|customXml\/item\d).*\.(?:xml|vml)$/, maskedTexts],
];

/** A sheet's own name is what its neighbours call it: only what names hold is masked. */
const maskedNames = (xml: string, tally: Tally): string =>
  xml.replace(/<definedNames>[\s\S]*?<\/definedNames>/, (names) => maskedTexts(names, tally));

const resolved = (folder: string, target: string): string => {
  const path = target.startsWith("/") ? target.slice(1) : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
};

/** Takes the relations and content types of parts that went; what is written in a link outwards is masked. */
function withoutReferences(name: string, xml: string, gone: ReadonlySet<string>, tally: Tally): string {
  if (name === "[Content_Types].xml")
    return plainType(xml).replace(/<Override\b[^>]*PartName="\/([^"]+)"[^>]*\/>/g, (whole, part: string) => (gone.has(part) ? "" : whole));
  const folder = name.replace(/_rels\/[^/]+$/, "");
  return xml.replace(/<Relationship\b[^>]*\bTarget="([^"]+)"[^>]*\/>/g, (whole, target: string) => {
    if (/\bTargetMode="External"/.test(whole)) return maskedTexts(whole, tally);
    return gone.has(resolved(folder, unescaped(target))) ? "" : whole;
  });
}

const isReference = (name: string): boolean => name === "[Content_Types].xml" || name.endsWith(".rels");

function patched(name: string, bytes: Uint8Array, gone: ReadonlySet<string>, tally: Tally): Uint8Array {
  if (isReference(name)) return strToU8(withoutReferences(name, strFromU8(bytes), gone, tally));
  const patch = PATCHES.find(([pattern]) => pattern.test(name))?.[1];
  return patch === undefined ? bytes : strToU8(patch(strFromU8(bytes), tally));
}

/** Unpacks within bounds; null where the bytes are no such file. */
function unpacked(bytes: Uint8Array): Unzipped | null {
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter: (file) => {
        size += file.originalSize;
        return size <= LARGEST_UNPACKED;
      },
    });
    return size <= LARGEST_UNPACKED && files["xl/workbook.xml"] !== undefined ? files : null;
  } catch {
    return null;
  }
}

/** The copy, or null where the file cannot be read. */
export function submissionCopy(bytes: Uint8Array, maskIds: boolean): SubmissionCopy | null {
  const files = unpacked(bytes);
  if (files === null) return null;
  const tally = new Tally(maskIds);
  const { gone, dropped, left } = sortParts(Object.keys(files), (path) => {
    const part = files[path];
    return part === undefined ? "" : strFromU8(part);
  });
  const kept = Object.entries(files).filter(([name]) => !gone.has(name));
  const out = Object.fromEntries(kept.map(([name, part]) => [name, patched(name, part, gone, tally)]));
  return { bytes: zipSync(out, { level: 6 }), formulas: tally.formulas, masked: tally.masked, dropped: [...dropped], left: [...left] };
}
