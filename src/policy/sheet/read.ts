/**
 * A pack from the cells of a rule sheet. Reading back what `write.ts` wrote gives the same pack; what a clerk or another
 * program changed is tolerated where it can only mean one thing, and every fault is a problem at its own cell.
 */
import type * as z from "zod/mini";
import type { Locale } from "../../values/message";
import type { NumberOptions } from "../../values/number";
import { outOfBounds } from "../bounds";
import { faultsOf } from "../consistency";
import { extendPack } from "../extend";
import { packs } from "../library";
import { plainName } from "../naming";
import type { Fault, Path } from "../problem";
import { exampleSchema, packSchema, ruleSchema, tableSchema, type Pack, type PackExample, type PackTable, type Rule } from "../schema";
import { faultOf } from "../shape";
import { completed, freeId, withAdded } from "./added";
import { assemble, type AssembleContext, type Assembled } from "./assemble";
import { bandFaults } from "./bands";
import { grouped, MOST_LINES, MOST_OWNERS, readGrid, textOf, type Cell, type Grid, type OwnerLines, type Values } from "./grid";
import { columns, kindLabel, layouts } from "./layout";
import { Problems, type SheetProblem, type Weight } from "./problem";
import { saySheet } from "./say";
import words from "./words.json";

export { isRuleSheet } from "./grid";
export type { SheetProblem } from "./problem";

export interface SheetOptions {
  /** The packs that `extends` may name; the built-in ones unless given. */
  readonly known?: readonly Pack[];
  readonly locale?: Locale;
  /** "text": the cells come from a file in which everything is text, so that numbers as text are no fault. */
  readonly origin?: NumberOptions["origin"];
}

/** `pack` is what the sheet itself says, without what it extends; null where a problem stops its use. */
export type SheetReading = { readonly pack: Pack } | { readonly problems: readonly SheetProblem[]; readonly pack: Pack | null };

interface Part<T> {
  readonly value: T;
  readonly assembled: Assembled;
}

/** The words that a rule is written with, as its own quotation: 校级公开课 5 分. */
function writtenWith(owner: OwnerLines): string {
  return ["name", "number", "unit", "content"]
    .map((key) => textOf(owner.line.spots.get(key)))
    .filter((text) => text !== "")
    .join(" ")
    .slice(0, 400);
}

class SheetReader {
  readonly problems: Problems;
  private readonly owners: readonly OwnerLines[];
  private readonly context: AssembleContext;

  constructor(
    private readonly grid: Grid,
    private readonly options: SheetOptions,
  ) {
    const headers = new Map([...grid.columnOf].map(([key, at]) => [at, columns.find((column) => column.key === key)?.header ?? ""]));
    this.problems = new Problems(options.locale ?? "zh-CN", (column) => headers.get(column) ?? "");
    const { owners, strays } = grouped(grid.lines);
    this.owners = owners;
    for (const { line, why } of strays) this.stray(line, why);
    this.context = {
      problems: this.problems,
      columnOf: grid.columnOf,
      origin: options.origin,
      packUnit: textOf(this.ownersOf("pack")[0]?.line.spots.get("unit")),
      idOf: this.idsByName(),
    };
  }

  private ownersOf(kind: string): readonly OwnerLines[] {
    return this.owners.filter((owner) => owner.kind === kind);
  }

  private rulesOwners(): readonly OwnerLines[] {
    return this.owners.filter((owner) => !["pack", "table", "example"].includes(owner.kind));
  }

  /** Rules may be called by their names where an id is asked for, if the name is there once. */
  private idsByName(): (name: string) => string | null {
    const ids = new Map<string, string | null>();
    for (const owner of this.rulesOwners()) {
      const name = plainName(textOf(owner.line.spots.get("name")));
      const id = textOf(owner.line.spots.get("id"));
      if (id !== "") ids.set(name, ids.has(name) ? null : id);
    }
    return (name) => ids.get(plainName(name)) ?? null;
  }

  private cell(row: number, key: string): Cell {
    return { row, column: this.grid.columnOf.get(key) ?? 0 };
  }

  private stray(line: Grid["lines"][number], why: "kind-unknown" | "kind-missing" | "no-owner"): void {
    const spot = line.spots.get(why === "no-owner" ? "parameter" : "kind");
    const found = textOf(spot).slice(0, 40);
    const allowed = [...layouts.keys()].map(kindLabel).join("、");
    this.problems.add(spot?.cell ?? this.cell(line.row, "kind"), textOf(line.spots.get("name")), {
      id: `sheet.${why}`,
      values: { found, allowed },
    });
  }

  /** An owner put together and checked against its schema; null where it has a fault that stops. */
  private part<T>(owner: OwnerLines, schema: z.ZodMiniType<T>, complete: (draft: unknown) => unknown = (draft) => draft): Part<T> | null {
    const layout = layouts.get(owner.kind);
    if (layout === undefined) return null;
    const before = this.problems.list.length;
    const assembled = assemble(layout, owner, this.context);
    const draft = complete(assembled.value);
    const parsed = schema.safeParse(draft);
    if (!parsed.success) this.issues(parsed.error.issues, draft, assembled);
    const isSound = this.problems.list.slice(before).every((problem) => !problem.stops);
    return parsed.success && isSound ? { value: parsed.data, assembled } : null;
  }

  private issues(issues: readonly z.core.$ZodIssue[], draft: unknown, assembled: Assembled): void {
    for (const issue of issues) {
      if (assembled.isSaid(issue.path)) continue;
      const fault = faultOf(issue, draft, (id) => saySheet({ id }, this.options.locale));
      // What is missing may stand in a row that was not understood, and that was said.
      if (fault.message.id === "problem.missing" && assembled.isSaid([])) continue;
      this.problems.add(assembled.cellAt(issue.path), assembled.name, fault.message);
    }
  }

  private head(): Part<Pack> | null {
    const [owner, second] = this.ownersOf("pack");
    if (owner === undefined)
      this.problems.add(this.cell(this.grid.headerRow, "kind"), "", { id: "sheet.no-pack", values: { kind: kindLabel("pack") } });
    if (second !== undefined)
      this.problems.add(this.cell(second.line.row, "kind"), textOf(second.line.spots.get("name")), {
        id: "sheet.two-packs",
        values: { kind: kindLabel("pack") },
      });
    if (owner === undefined) return null;
    return this.part<Pack>(owner, packSchema, (draft) => ({
      format: 1,
      tables: [],
      rules: [],
      ...(typeof draft === "object" ? draft : {}),
    }));
  }

  private rules(): { readonly parts: readonly Part<Rule>[]; readonly added: readonly Rule[] } {
    const owners = this.rulesOwners();
    const taken = new Set(owners.map((owner) => textOf(owner.line.spots.get("id"))));
    const parts: Part<Rule>[] = [];
    const added: Rule[] = [];
    for (const owner of owners) {
      const isAdded = !owner.line.spots.has("id");
      const id = isAdded ? freeId(owner.kind, taken) : "";
      taken.add(id);
      const above = parts.map(({ value }) => value);
      const part = this.part<Rule>(owner, ruleSchema, (draft) => {
        const whole = isAdded ? completed(draft, owner.kind, id, writtenWith(owner), above) : draft;
        return typeof whole === "object" ? { ...whole, kind: owner.kind } : whole;
      });
      if (part === null) continue;
      parts.push(part);
      if (isAdded) added.push(part.value);
    }
    return { parts, added };
  }

  private parts<T>(kind: string, schema: z.ZodMiniType<T>): Part<T>[] {
    return this.ownersOf(kind).flatMap((owner) => this.part(owner, schema) ?? []);
  }

  /** The whole pack; null where a part of it could not be read. */
  read(): Pack | null {
    const head = this.head();
    const { parts, added } = this.rules();
    const tables = this.parts<PackTable>("table", tableSchema);
    const examples = this.parts<PackExample>("example", exampleSchema);
    if (head === null || this.problems.areStopping()) return null;
    const rules = parts.map(({ value }) => value);
    const pack: Pack = {
      ...head.value,
      tables: withAdded(
        tables.map(({ value }) => value),
        rules,
        added,
      ),
      rules,
      ...(examples.length > 0 ? { examples: examples.map(({ value }) => value) } : {}),
    };
    const unfit = outOfBounds(pack);
    if (unfit !== null) this.problems.add(head.assembled.cellAt([]), head.assembled.name, unfit.message);
    else this.fit(pack, head.assembled, parts, tables);
    return this.problems.areStopping() ? null : pack;
  }

  /** Whether the rules fit each other and what the policy extends. */
  private fit(pack: Pack, head: Assembled, rules: readonly Part<Rule>[], tables: readonly Part<PackTable>[]): void {
    const known = this.options.known ?? packs;
    const whole = extendPack(pack, (id) => (id === pack.id ? pack : (known.find((other) => other.id === id) ?? null)));
    if ("problem" in whole) {
      this.problems.add(head.cellAt(["extends"]), head.name, whole.problem);
      return;
    }
    const say = (fault: Fault, weight: Weight): void => {
      const { assembled, path } = place(fault.path, whole.ok);
      this.problems.add(assembled.cellAt(path), assembled.name, fault.message, weight);
    };
    // Without `extends` the rules stand in the sheet's own order; with it they are told by their ids.
    const place = (path: Path, all: Pack): { assembled: Assembled; path: Path } => {
      const [list, index, ...rest] = path;
      const at = Number(index);
      const rule = list === "rules" ? all.rules[at] : undefined;
      const table = list === "tables" ? all.tables[at] : undefined;
      const inOrder = pack.extends === undefined ? (list === "tables" ? tables[at] : list === "rules" ? rules[at] : undefined) : undefined;
      const own = inOrder ?? rules.find(({ value }) => value.id === rule?.id) ?? tables.find(({ value }) => value.kind === table?.kind);
      return own === undefined ? { assembled: head, path } : { assembled: own.assembled, path: rest };
    };
    for (const fault of faultsOf(whole.ok)) say(fault, "stops");
    for (const fault of bandFaults(whole.ok)) say(fault, fault.message.id === "sheet.bands-gap" ? "logic" : "stops");
  }
}

function only(cell: Cell, id: string, values: Record<string, string | number>, locale: Locale = "zh-CN"): SheetReading {
  const problems = new Problems(locale, () => words.sheetName);
  problems.add(cell, "", { id, values });
  return { problems: problems.list, pack: null };
}

/** The pack that a rule sheet holds, and what is wrong with it. Never throws; bounded in rows and problems. */
export function packFromRows(values: Values, options: SheetOptions = {}): SheetReading {
  const grid = readGrid(values);
  if (grid === null) return only({ row: 0, column: 0 }, "sheet.no-header", {}, options.locale);
  const last = grid.lines[MOST_LINES];
  if (last !== undefined) return only({ row: last.row, column: 0 }, "sheet.too-long", { most: MOST_LINES }, options.locale);
  const owner = grid.lines.filter((line) => line.spots.has("kind"))[MOST_OWNERS];
  if (owner !== undefined) return only({ row: owner.row, column: 0 }, "sheet.too-many", { most: MOST_OWNERS }, options.locale);
  const reader = new SheetReader(grid, options);
  const pack = reader.read();
  const problems = reader.problems.list;
  return pack !== null && problems.length === 0 ? { pack } : { problems, pack };
}
