/**
 * What happens to areas when whole rows or columns are put in or taken out: they move, grow or shrink, as Excel's do.
 */
import type { Area } from "./area";

/** Rows or columns put in before `at`, or (count below 0) taken out from `at` on. */
export interface LineChange {
  readonly axis: "rows" | "columns";
  readonly at: number;
  readonly count: number;
}

/** The ends of a stretch after the change; undefined where all of it was taken out. */
function shiftedEnds(first: number, last: number, { at, count }: LineChange): readonly [number, number] | undefined {
  if (count >= 0) return [first >= at ? first + count : first, last >= at ? last + count : last];
  const end = at - count;
  const moved = (line: number, inside: number): number => {
    if (line < at) return line;
    return line >= end ? line + count : inside;
  };
  const [newFirst, newLast] = [moved(first, at), moved(last, at - 1)];
  return newFirst > newLast ? undefined : [newFirst, newLast];
}

export function shiftedArea(area: Area, change: LineChange): Area | undefined {
  const isRows = change.axis === "rows";
  const ends = isRows ? shiftedEnds(area.top, area.bottom, change) : shiftedEnds(area.left, area.right, change);
  if (ends === undefined) return undefined;
  return isRows ? { ...area, top: ends[0], bottom: ends[1] } : { ...area, left: ends[0], right: ends[1] };
}

/** Areas after the change, without those that went. */
export const shiftedAreas = (areas: readonly Area[], change: LineChange): Area[] =>
  areas.map((area) => shiftedArea(area, change)).filter((area) => area !== undefined);
