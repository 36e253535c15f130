/**
 * Which cells a marking will colour: the findings sorted by sheet and level, neighbours joined, within a bound. Pure.
 */
import type { Finding, Level } from "../check/report";
import type { Area } from "../table/workbook";
import { areaAddress, cellCount, joinAreas, parseAreas } from "./address";

export type MarkLevel = Exclude<Level, "info">;

/** From the most to the least severe; what is only said (info) is not marked. */
const LEVELS: readonly MarkLevel[] = ["logic", "experience", "unknown"];

/** More rectangles than this make a workbook slow; the most severe and first findings are marked then. */
export const MOST_AREAS = 5_000;

/** The areas of one level on one sheet. */
export interface PlannedMark {
  readonly sheet: string;
  readonly level: MarkLevel;
  readonly areas: readonly Area[];
}

export interface MarkPlan {
  readonly marks: readonly PlannedMark[];
  /** Cells of all findings on these sheets, marked or not. */
  readonly cells: number;
}

/** Blocks that single cells are looked for in; findings over blocks (hidden rows) are few. */
const MOST_BLOCKS = 500;

const contains = (outer: Area, inner: Area): boolean =>
  outer.top <= inner.top && outer.bottom >= inner.bottom && outer.left <= inner.left && outer.right >= inner.right;

/** Each area once; what lies wholly inside a larger one goes with it. */
function distinct(areas: readonly Area[], taken: Set<string>): Area[] {
  const blocks = areas.filter((area) => cellCount(area) > 1).slice(0, MOST_BLOCKS);
  return areas.filter((area) => {
    const address = areaAddress(area);
    if (taken.has(address)) return false;
    taken.add(address);
    return cellCount(area) > 1 || !blocks.some((block) => contains(block, area));
  });
}

function areasBySheet(findings: readonly Finding[], level: MarkLevel): Map<string, Area[]> {
  const sheets = new Map<string, Area[]>();
  for (const finding of findings) {
    if (finding.level !== level || finding.sheet === "") continue;
    const areas = sheets.get(finding.sheet) ?? [];
    areas.push(...parseAreas(finding.cell));
    sheets.set(finding.sheet, areas);
  }
  return sheets;
}

/** A cell with several findings takes the most severe level. */
function allMarks(findings: readonly Finding[]): PlannedMark[] {
  const taken = new Map<string, Set<string>>();
  return LEVELS.flatMap((level) =>
    [...areasBySheet(findings, level)].map(([sheet, areas]) => {
      const known = taken.get(sheet) ?? new Set<string>();
      taken.set(sheet, known);
      return { sheet, level, areas: joinAreas(distinct(areas, known)) };
    }),
  ).filter((mark) => mark.areas.length > 0);
}

export const cellsOf = (marks: readonly PlannedMark[]): number =>
  marks.reduce((sum, mark) => sum + mark.areas.reduce((cells, area) => cells + cellCount(area), 0), 0);

/** Plans the marking of all findings on the sheets that can be marked. */
export function planMarks(findings: readonly Finding[], most = MOST_AREAS): MarkPlan {
  const all = allMarks(findings);
  let room = most;
  const marks = all.flatMap((mark) => {
    const areas = mark.areas.slice(0, room);
    room -= areas.length;
    return areas.length === 0 ? [] : [{ ...mark, areas }];
  });
  return { marks, cells: cellsOf(all) };
}
