/**
 * One rule (or table, example, the policy's head) put together from its rows, with the cell that each of its values came
 * from. What comes out has yet to be checked against the schema.
 */
import { plainName } from "../naming";
import type { Path } from "../problem";
import { isEmptyWord, optionWords, readAudience, readUnit } from "./cell-text";
import type { Field } from "./form";
import { textOf, type Cell, type Line, type OwnerLines, type Spot } from "./grid";
import { wordsOf, type Block, type Column, type Layout, type Leaf } from "./layout";
import type { Problems, Weight } from "./problem";
import { readValue, type ValueContext } from "./value";
import type { Message } from "../../values/message";
import words from "./words.json";

/** Values by name, before they become an object. */
class Node extends Map<string, unknown> {}

export interface AssembleContext extends ValueContext {
  readonly packUnit: string;
  readonly columnOf: ReadonlyMap<Column, number>;
  readonly problems: Problems;
}

/** A thing being put together: a rule or one of its items. */
interface Target {
  readonly node: Node;
  readonly path: Path;
  readonly line: Line;
}

export interface Assembled {
  readonly value: unknown;
  /** The cell of the value at a path, or of the nearest thing around it. */
  readonly cellAt: (path: Path) => Cell;
  /** A fault was said of this path already. */
  readonly isSaid: (path: Path) => boolean;
  readonly name: string;
}

function pathKey(path: Path): string {
  return path.map(String).join("/");
}

function plain(value: unknown): unknown {
  if (value instanceof Node) {
    const entries = [...value].map(([key, inner]): [string, unknown] => [key, plain(inner)]);
    return Object.fromEntries(entries);
  }
  return Array.isArray(value) ? value.map(plain) : value;
}

function childNode(node: Node, steps: readonly string[]): Node {
  let at = node;
  for (const step of steps) {
    const next: unknown = at.get(step);
    if (next instanceof Node) at = next;
    else {
      const made = new Node();
      at.set(step, made);
      at = made;
    }
  }
  return at;
}

function setAt(node: Node, steps: readonly string[], value: unknown): void {
  const last = steps.at(-1);
  if (last !== undefined) childNode(node, steps.slice(0, -1)).set(last, value);
}

class Assembly {
  readonly root = new Node();
  private readonly places = new Map<string, Cell>();
  private readonly said = new Set<string>();
  private readonly latest = new Map<Block, Target>();
  private readonly items = new Map<Block, unknown[]>();
  readonly name: string;

  constructor(
    private readonly layout: Layout,
    private readonly owner: OwnerLines,
    private readonly context: AssembleContext,
  ) {
    this.name = textOf(owner.line.spots.get("name"));
    const target: Target = { node: this.root, path: [], line: owner.line };
    this.readColumns(layout.leaves, target);
    for (const block of layout.blocks) {
      if (block.onOwnersRow && this.hasColumns(block, owner.line)) this.addItem(block, owner.line);
    }
    for (const line of owner.details) this.readDetail(line, target);
  }

  cellAt(path: Path): Cell {
    for (let length = path.length; length > 0; length -= 1) {
      const place = this.places.get(pathKey(path.slice(0, length))) ?? (length === path.length ? this.columnCell(path) : undefined);
      if (place !== undefined) return place;
    }
    return this.anchor(this.owner.line);
  }

  /** Whether a fault was said of the value at a path, of something around it or within it; of the empty path: of a row. */
  isSaid(path: Path): boolean {
    const key = pathKey(path);
    if (key === "") return this.said.has("");
    return [...this.said].some((said) => said !== "" && (`${key}/`.startsWith(`${said}/`) || `${said}/`.startsWith(`${key}/`)));
  }

  /** The cell where a missing value should stand. */
  private columnCell(path: Path): Cell | undefined {
    const leaf = this.layout.leaves.find(({ steps }) => pathKey(steps) === pathKey(path));
    return leaf?.column === undefined || leaf.column === null ? undefined : this.cell(this.owner.line, leaf.column);
  }

  private cell(line: Line, column: Column): Cell | undefined {
    const at = this.context.columnOf.get(column);
    return at === undefined ? undefined : { row: line.row, column: at };
  }

  /** The cell by which a row is called: its name, its parameter, its kind. */
  private anchor(line: Line): Cell {
    const spot = line.spots.get("parameter") ?? line.spots.get("name") ?? line.spots.get("kind");
    return spot?.cell ?? { row: line.row, column: this.context.columnOf.get("kind") ?? 0 };
  }

  private say(path: Path, cell: Cell, message: Message, weight: Weight = "stops"): void {
    if (weight === "stops") this.said.add(pathKey(path));
    this.context.problems.add(cell, this.name, message, weight);
  }

  private read(leaf: Leaf, spot: Spot, target: Target): void {
    const path = [...target.path, ...leaf.steps];
    this.places.set(pathKey(path), spot.cell);
    const read = readValue(spot, leaf.field.form, leaf.path, leaf.field.nullable, this.context);
    if ("fault" in read) {
      this.say(path, spot.cell, read.fault);
      return;
    }
    if (read.remark !== undefined) this.say(path, spot.cell, read.remark, "experience");
    setAt(target.node, leaf.steps, read.ok);
  }

  private readColumns(leaves: readonly Leaf[], target: Target): void {
    for (const leaf of leaves) {
      if (leaf.column === null || leaf.field.form.is === "map") continue;
      const spot = target.line.spots.get(leaf.column);
      if (spot !== undefined) this.read(leaf, spot, target);
      else this.placeMissing(leaf, target);
      if (leaf.field.form.is === "number" && (spot !== undefined || target.line.spots.has("unit"))) this.readUnit(leaf, target);
    }
    this.choose(target);
  }

  private placeMissing(leaf: Leaf, target: Target): void {
    const cell = leaf.column === null ? undefined : this.cell(target.line, leaf.column);
    if (cell !== undefined) this.places.set(pathKey([...target.path, ...leaf.steps]), cell);
  }

  /** The label that a clerk chose as the value of its option. */
  private choose({ node }: Target): void {
    const chosen = node.get("chosen");
    const options = plain(node.get("options"));
    if (typeof chosen !== "string" || !Array.isArray(options)) return;
    const pairs = options.map((option: unknown) => ({ value: stringIn(option, "value"), label: stringIn(option, "label") }));
    if (pairs.some(({ value }) => value === chosen)) return;
    const shown = [...optionWords(pairs)].find(([, word]) => word === chosen);
    if (shown !== undefined) node.set("chosen", shown[0]);
  }

  /** What the unit must be, part by part, and the fields that it tells (分/次: per). */
  private readUnit(leaf: Leaf, target: Target): void {
    const share = leaf.field.form.is === "number" && leaf.field.form.share;
    const parts = share ? [{ is: "word" as const, word: words.shareUnit }] : (leaf.unit ?? []);
    if (parts.length === 0) return;
    const spot = target.line.spots.get("unit");
    const cell = spot?.cell ?? this.cell(target.line, "unit") ?? this.anchor(target.line);
    const given = readUnit(textOf(spot));
    const path = [...target.path, ...leaf.steps];
    if (given.length === 0) return this.missingUnit(leaf, target, cell);
    parts.forEach((part, index) => {
      const text = index === parts.length - 1 ? given.slice(index).join("/") : (given[index] ?? "");
      if (part.is === "field") this.readUnitField(part.field, text, target, cell);
      else {
        const due = part.is === "word" ? part.word : part.is === "pack" ? this.context.packUnit : stringIn(plain(this.root), part.name);
        if (plainName(text) !== plainName(due))
          this.say(path, cell, { id: "sheet.unit-wrong", values: { found: textOf(spot).slice(0, 40), due } });
      }
    });
  }

  private readUnitField(field: Field, text: string, target: Target, cell: Cell): void {
    const path = [...target.path, field.name];
    this.places.set(pathKey(path), cell);
    if (text === "") return;
    if (field.form.is !== "word") {
      target.node.set(field.name, text);
      return;
    }
    const known = [...wordsOf(field.name, field.form.words)].find(([, word]) => word === text);
    if (known !== undefined) target.node.set(field.name, known[0]);
    else
      this.say(path, cell, {
        id: "sheet.unit-wrong",
        values: { found: text.slice(0, 40), due: [...wordsOf(field.name, field.form.words).values()].join("、") },
      });
  }

  /** A missing unit that can only be one is a remark on the cell; a row that a clerk added without an id needs none. */
  private missingUnit(leaf: Leaf, target: Target, cell: Cell): void {
    const told = (leaf.unit ?? []).flatMap((part) => (part.is === "field" ? [part.field] : []));
    for (const field of told) this.places.set(pathKey([...target.path, field.name]), cell);
    const isAdded = this.layout.kind !== "pack" && !this.owner.line.spots.has("id") && this.root.has("name");
    if (told.some((field) => !field.optional && field.name !== "per") || isAdded) return;
    this.say([...target.path, ...leaf.steps], cell, { id: "sheet.unit-missing" }, "logic");
  }

  private hasColumns(block: Block, line: Line): boolean {
    return block.leaves.some(({ column }) => column !== null && line.spots.has(column));
  }

  private addItem(block: Block, line: Line): void {
    const items = this.items.get(block) ?? [];
    const path: Path = [...block.steps, items.length];
    const target: Target = { node: new Node(), path, line };
    this.items.set(block, items);
    setAt(this.root, block.steps, items);
    this.latest.set(block, target);
    this.places.set(pathKey(path), this.anchor(line));
    items.push(block.whole === null ? target.node : this.readWhole(block, block.whole, target));
    this.readColumns(block.leaves, target);
  }

  /** An item that is one cell: persons in scope. */
  private readWhole(block: Block, column: Column, { line, path }: Target): unknown {
    const spot = line.spots.get(column);
    const who = readAudience(textOf(spot), block.form.fields);
    if (who !== null) return who;
    const cell = spot?.cell ?? this.cell(line, column) ?? this.anchor(line);
    this.say(path, cell, { id: "sheet.audience", values: { found: textOf(spot).slice(0, 40) } });
    return {};
  }

  private readDetail(line: Line, target: Target): void {
    const label = plainName(textOf(line.spots.get("parameter")));
    const content = line.spots.get("content");
    const isEmpty = content !== undefined && isEmptyWord(textOf(content));
    const leaf = this.layout.leaves.find((each) => each.called === label && (each.column === null || each.field.form.is === "map"));
    if (leaf !== undefined) return this.readOwnRow(leaf, line, target, isEmpty);
    const block = this.layout.blocks.find((each) => each.called === label || (label === "" && each.onOwnersRow));
    if (block !== undefined) {
      const others = block.leaves.some(({ column }) => column !== null && column !== "content" && line.spots.has(column));
      if (isEmpty && !others) setAt(this.root, block.steps, []);
      else this.addItem(block, line);
      return;
    }
    const part = this.partCalled(label);
    if (part !== null) return this.readItemRow(part.block, part.leaf, line);
    const hollow = this.layout.hollows.find((each) => each.called === label);
    if (hollow !== undefined && isEmpty) childNode(this.root, hollow.steps);
    else if (this.layout.kind === "pack" && label === words.kinds.example && isEmpty) this.root.set("examples", []);
    else
      this.say([], this.anchor(line), {
        id: "sheet.parameter-unknown",
        values: { found: textOf(line.spots.get("parameter")).slice(0, 40) },
      });
  }

  private partCalled(label: string): { readonly block: Block; readonly leaf: Leaf } | null {
    for (const block of this.layout.blocks) {
      const leaf = block.leaves.find((each) => each.column === null && each.called === label);
      if (leaf !== undefined) return { block, leaf };
    }
    return null;
  }

  private readItemRow(block: Block, leaf: Leaf, line: Line): void {
    const item = this.latest.get(block);
    if (item === undefined) this.say([], this.anchor(line), { id: "sheet.part-without-item", values: { item: block.label } });
    else this.readOwnRow(leaf, line, { ...item, line }, false);
  }

  /** A value with a row of its own: a number in 数值, anything else in 内容; where only the other is filled, that. */
  private readOwnRow(leaf: Leaf, line: Line, target: Target, isEmpty: boolean): void {
    const path = [...target.path, ...leaf.steps];
    if (leaf.field.form.is === "map") return this.readMapRow(leaf, line, target, isEmpty);
    const isNumber = leaf.field.form.is === "number";
    const spot =
      line.spots.get(isNumber ? "number" : "content") ?? line.spots.get(isNumber ? "content" : "number") ?? line.spots.get("audience");
    if (spot !== undefined) this.read(leaf, spot, target);
    else this.say(path, this.cell(line, isNumber ? "number" : "content") ?? this.anchor(line), { id: "problem.missing" });
    if (isNumber && spot !== undefined) this.readUnit(leaf, { ...target, line });
  }

  private readMapRow(leaf: Leaf, line: Line, target: Target, isEmpty: boolean): void {
    const map = childNode(target.node, leaf.steps);
    const name = textOf(line.spots.get("code"));
    if (isEmpty && name === "") return;
    const path = [...target.path, ...leaf.steps, name];
    const spot = line.spots.get("content");
    if (spot === undefined) return this.say(path, this.anchor(line), { id: "problem.missing" });
    this.places.set(pathKey(path), spot.cell);
    const read = readValue(spot, leaf.field.form, leaf.path, false, this.context);
    if ("fault" in read) this.say(path, spot.cell, read.fault);
    else if (!/^[a-zA-Z0-9]+$/.test(name))
      this.say(path, this.cell(line, "code") ?? spot.cell, { id: "problem.wrong-form", values: { found: name.slice(0, 40) } });
    else map.set(name, read.ok);
  }
}

function stringIn(value: unknown, name: string): string {
  const inner: unknown = typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  return typeof inner === "string" ? inner : "";
}

/** Puts an owner together from its rows; faults go to the context's problems. */
export function assemble(layout: Layout, owner: OwnerLines, context: AssembleContext): Assembled {
  const assembly = new Assembly(layout, owner, context);
  return {
    value: plain(assembly.root),
    cellAt: (path) => assembly.cellAt(path),
    isSaid: (path) => assembly.isSaid(path),
    name: assembly.name,
  };
}
