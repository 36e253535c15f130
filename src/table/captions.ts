/**
 * What stands around a table: its title, and lines such as 单位（盖章）：兰西一中　填报日期：2024年12月30日, several in a cell or
 * label and value in cells of their own, above, below or beside it.
 */
import type { CellValue } from "../values/cell";
import type { Grid } from "./grid";
import { asText, isBlankValue } from "./grid";
import synonyms from "./synonyms.json";
import type { Caption, ColumnKey } from "./table";
import words from "./words.json";
import { bare } from "./wording";
import type { Area } from "./workbook";

const labels = new Set([...words.caption, ...words.footer].map(bare));
const keyOfLabel = new Map<string, ColumnKey>(
  Object.entries(synonyms.common).flatMap(([key, names]) =>
    ["number", "total", "times", "project", "note"].includes(key) ? [] : names.map((name): [string, ColumnKey] => [bare(name), key]),
  ),
);
const termLabel = words.term;
const longestLabel = 16;
const termPattern = /(?:19|20)\d\d\s*[-—–~至]\s*(?:19|20)?\d\d\s*学年\s*(?:度)?\s*(?:第?[一二上下]\s*学期)?/;

function cleanLabel(text: string): string {
  return bare(text.replace(/[(（【[][^)）】\]]*[)）】\]]/g, ""));
}

/** The common field a label names: 填报单位（盖章） → school. */
export function keyOfCaption(label: string): ColumnKey | null {
  return keyOfLabel.get(cleanLabel(label)) ?? null;
}

interface Piece {
  readonly label: string;
  readonly text: string;
}

/** The labels and texts within one cell. Spaces divide them only before another label. */
export function piecesOf(cell: string): Piece[] {
  const text = cell.replace(/[\u200b-\u200f\ufeff]/g, "");
  const marks = [...text.matchAll(/[:：]/g)].map((match) => match.index);
  const starts = marks.map((mark, at) => {
    const before = text.slice(at === 0 ? 0 : (marks[at - 1] ?? 0) + 1, mark);
    // 填 报 日 期: spaces inside a label; a run of two or more, or a line break, divides it from the text before.
    const words = /(?:^|\s{2,}|\n|[;；。，,])([^\s;；。，,][^\n;；。，,]*?)\s*$/.exec(before)?.[1] ?? before.trim();
    const single = at === 0 ? words : labelAtEnd(words);
    return { mark, start: mark - before.length + before.lastIndexOf(single), label: single };
  });
  return starts
    .flatMap(({ mark, label, start }, at) => {
      const end = starts[at + 1]?.start ?? text.length;
      const plain = cleanLabel(label);
      if (plain === "" || plain.length > longestLabel || /^\d/.test(plain) || start > mark) return [];
      return [{ label: label.trim(), text: text.slice(mark + 1, end).trim() }];
    })
    .flatMap(apartFromTerm);
}

/** 兰西一中　　2024—2025学年度上学期: the term is a caption of its own. */
function apartFromTerm(piece: Piece): Piece[] {
  const term = termPattern.exec(piece.text);
  if (term === null || term.index === 0) return [piece];
  const before = piece.text.slice(0, term.index).trim();
  return [
    { label: piece.label, text: before },
    { label: termLabel, text: piece.text.slice(term.index).trim() },
  ];
}

/** 兰西一中 填报日期 → 填报日期: the longest known label at the end; else what follows the last space. */
function labelAtEnd(text: string): string {
  const parts = [...text.matchAll(/\S+/g)];
  let label = text.slice(parts[parts.length - 1]?.index ?? 0).trim();
  for (let count = 1; count <= parts.length; count++) {
    const tail = text.slice(parts[parts.length - count]?.index ?? 0).trim();
    if (labels.has(cleanLabel(tail)) || keyOfLabel.has(cleanLabel(tail))) label = tail;
  }
  return label;
}

interface Spot {
  readonly column: number;
  readonly right: number;
  readonly value: CellValue;
}

function spotsOf(grid: Grid, row: number, left: number, right: number): Spot[] {
  const spots: Spot[] = [];
  for (let column = left; column <= right; column++) {
    const value = grid.value(row, column);
    if (!isBlankValue(value)) spots.push({ column, right: grid.mergeAt(row, column)?.right ?? column, value });
  }
  return spots;
}

function shown(grid: Grid, row: number, spot: Spot): string {
  return typeof spot.value === "string" ? spot.value.trim() : grid.sheet.text(row, spot.column).trim() || asText(spot.value);
}

function isBareLabel(value: CellValue): value is string {
  return typeof value === "string" && value.length <= longestLabel && labels.has(cleanLabel(value));
}

/** The captions of one row of cells. */
function captionsOfRow(grid: Grid, row: number, left: number, right: number): Caption[] {
  const spots = spotsOf(grid, row, left, right);
  const found: Caption[] = [];
  spots.forEach((spot, at) => {
    if (typeof spot.value !== "string") return;
    const next = spots[at + 1];
    const nextIsValue = next !== undefined && !isBareLabel(next.value) && !(typeof next.value === "string" && /[:：]/.test(next.value));
    const pieces = piecesOf(spot.value);
    pieces.forEach((piece, place) => {
      const borrowed = piece.text === "" && place === pieces.length - 1 && nextIsValue ? next : null;
      const text = borrowed === null ? piece.text : shown(grid, row, borrowed);
      found.push({ label: piece.label, text, row, column: (borrowed ?? spot).column, key: keyOfCaption(piece.label) });
    });
    if (pieces.length > 0) return;
    if (isBareLabel(spot.value) && nextIsValue)
      found.push({ label: spot.value.trim(), text: shown(grid, row, next), row, column: next.column, key: keyOfCaption(spot.value) });
    const term = termPattern.exec(spot.value);
    if (term !== null && spots.length > 1) found.push({ label: termLabel, text: term[0], row, column: spot.column, key: null });
  });
  return found;
}

export interface Around {
  readonly title: string;
  readonly captions: readonly Caption[];
}

const titleRows = 4;
const reachBelow = 12;
const reachBeside = 8;

function isTitle(spots: readonly Spot[]): boolean {
  const [only] = spots;
  return (
    only !== undefined &&
    spots.length === 1 &&
    typeof only.value === "string" &&
    only.value.trim().length >= 3 &&
    piecesOf(only.value).length === 0
  );
}

/** Title and captions of a table. `floor`: first row above that is free; `end`: the table's last row; `ceiling`: last free row below. */
export function readAround(
  grid: Grid,
  header: Area,
  floor: number,
  end: number,
  ceiling: number,
  span: { left: number; right: number },
): Around {
  const captions: Caption[] = [];
  const titles: string[] = [];
  for (let row = Math.max(floor, header.top - 15); row < header.top; row++) {
    const spots = spotsOf(grid, row, span.left, span.right);
    if (isTitle(spots) && titles.length < titleRows) titles.push(asText(spots[0]?.value ?? null).trim());
    captions.push(...captionsOfRow(grid, row, span.left, span.right));
  }
  for (let row = end + 1; row <= Math.min(ceiling, end + reachBelow); row++)
    captions.push(...captionsOfRow(grid, row, span.left, span.right));
  if (span.right <= header.right) {
    const right = Math.min(header.right + reachBeside, grid.columnCount - 1);
    for (let row = header.top; row <= Math.min(end, header.top + reachBelow); row++)
      captions.push(...captionsOfRow(grid, row, header.right + 1, right));
  }
  return { title: titles.join(" "), captions };
}
