/**
 * Formats of a sheet in memory: single cells by position, and large areas (whole columns, whole sheets) as layers under them.
 */
import { type Area, cellsIn, cellsOf, overlaps, isInside, MAX_COLUMNS, without } from "../grid/area";
import { type CellStyle, PLAIN } from "../grid/grid";

/** Above this number of cells a format is kept as one layer instead of cell by cell. */
const LAYER_FROM = 50_000;

interface Layer {
  readonly area: Area;
  readonly change: Partial<CellStyle>;
}

export const cellKey = (row: number, column: number): number => row * MAX_COLUMNS + column;
export const rowOfKey = (key: number): number => Math.floor(key / MAX_COLUMNS);
export const columnOfKey = (key: number): number => key % MAX_COLUMNS;
const isKeyInside = (area: Area, key: number): boolean => isInside(area, rowOfKey(key), columnOfKey(key));

/** Borders are joined edge by edge, everything else replaces. */
const joined = (style: CellStyle, change: Partial<CellStyle>): CellStyle => ({
  ...style,
  ...change,
  borders: change.borders === undefined ? style.borders : { ...style.borders, ...change.borders },
});

export class SheetStyles {
  private cells = new Map<number, CellStyle>();
  private layers: Layer[] = [];

  at(row: number, column: number): CellStyle {
    return this.cells.get(cellKey(row, column)) ?? this.underneath(row, column);
  }

  private underneath(row: number, column: number): CellStyle {
    return this.layers.reduce((style, layer) => (isInside(layer.area, row, column) ? joined(style, layer.change) : style), PLAIN);
  }

  paint(area: Area, change: Partial<CellStyle>): void {
    if (cellsOf(area) < LAYER_FROM) {
      for (const [row, column] of cellsIn(area)) this.cells.set(cellKey(row, column), joined(this.at(row, column), change));
      return;
    }
    this.layers.push({ area, change });
    for (const [key, style] of this.cells) {
      if (isKeyInside(area, key)) this.cells.set(key, joined(style, change));
    }
  }

  clear(area: Area): void {
    for (const key of this.cells.keys()) {
      if (isKeyInside(area, key)) this.cells.delete(key);
    }
    this.layers = this.layers.flatMap((layer) =>
      !overlaps(layer.area, area) ? [layer] : without(layer.area, area).map((rest) => ({ ...layer, area: rest })),
    );
  }

  /** Positions that have a format of their own. */
  keys(): Iterable<number> {
    return this.cells.keys();
  }

  /** Moves every cell's format to where `target` says; undefined drops it. */
  relocate(target: (row: number, column: number) => readonly [number, number] | undefined): void {
    this.cells = relocated(this.cells, target);
  }
}

/** A map by position with its positions changed. */
export function relocated<T>(
  cells: ReadonlyMap<number, T>,
  target: (row: number, column: number) => readonly [number, number] | undefined,
): Map<number, T> {
  const moved = new Map<number, T>();
  for (const [key, value] of cells) {
    const to = target(rowOfKey(key), columnOfKey(key));
    if (to !== undefined) moved.set(cellKey(to[0], to[1]), value);
  }
  return moved;
}
