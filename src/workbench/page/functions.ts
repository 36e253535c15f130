/**
 * Custom functions: the grid's formulas call the add-in's own functions, over office.js and back. A formula shows #BUSY! until
 * its result is there; all calls of one calculation go out together, and one more calculation shows the results.
 */
import type { FUniver } from "@univerjs/core/lib/facade";
import type { EventEntry } from "../objects/events";
import { HostObject } from "../protocol/object";
import { errorFrom } from "../grid/typing";
import { asRecord } from "../protocol/arguments";
import type { CustomFunction, FunctionsMetadata, Parameter } from "./functions-metadata";

type Scalar = string | number | boolean | null;
type Result = Scalar | Scalar[][];

/** Categories and types of the entries by which the client is asked to run a function. */
const CATEGORY = 1;
const INVOKE = 1000;
/** The call may hold errors among its arguments. */
const ERRORS_ALLOWED = 4;
const BUSY = "#BUSY!";
/** How long calls are gathered where no calculation end comes. */
const PATIENCE_MS = 3000;

/** The result codes of the client. */
const ERROR_TEXTS: Readonly<Record<number, string>> = { 1: "#N/A", 5: "#DIV/0!", 6: "#NUM!", 7: "#VALUE!", 8: "#NULL!", 10: "#NAME?" };

const isScalar = (value: unknown): value is Scalar =>
  value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";

/** An error goes out as the client expects errors. */
const outgoing = (value: unknown): unknown => {
  if (!isScalar(value)) return null;
  return typeof value === "string" && errorFrom(value) !== undefined ? { type: "CustomFunctionError", code: value } : value;
};

function asLine(line: unknown): unknown[] {
  const cells: unknown[] = Array.isArray(line) ? line : [line];
  return cells;
}

/** A cell reference comes as a table of one: unwrapped for a scalar parameter, kept for a range. */
function argument(value: unknown, parameter: Parameter | undefined): unknown {
  const table = Array.isArray(value) ? value.map(asLine) : undefined;
  if (parameter?.dimensionality === "matrix") return (table ?? [[value]]).map((line) => line.map((cell) => outgoing(cell ?? "")));
  return outgoing(table === undefined ? (value ?? null) : (table[0]?.[0] ?? null));
}

/** A value that came back: errors and rich values as what a cell shows. */
function incoming(value: unknown): Scalar {
  if (isScalar(value)) return value;
  const record = typeof value === "object" && !Array.isArray(value) ? asRecord(value) : {};
  const shown = record["basicValue"] ?? record["code"];
  return isScalar(shown) ? shown : null;
}

const resultOf = (value: unknown): Result =>
  Array.isArray(value) ? value.map((line: unknown) => asLine(line).map(incoming)) : incoming(value);

export class CustomFunctionBridge {
  private readonly results = new Map<string, Result>();
  private readonly pending = new Map<string, number>();
  private readonly keys = new Map<number, string>();
  private queue: EventEntry[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private nextId = 1;
  /** From the start of a calculation until its results stand in the cells. */
  private isCalculating = false;
  private readonly registered: { dispose(): void }[] = [];
  /** Number of calls and of batches, for tests. */
  readonly counted = { calls: 0, batches: 0 };

  /** @param send gives entries to the client. */
  constructor(
    private readonly univer: FUniver,
    private readonly metadata: FunctionsMetadata,
    private readonly namespace: string,
    private readonly send: (entries: readonly EventEntry[]) => void,
  ) {
    const formula = univer.getFormula();
    this.registered.push(
      formula.calculationStart(() => {
        this.isCalculating = true;
      }),
      formula.calculationEnd(() => this.flush()),
      formula.calculationResultApplied(() => {
        this.isCalculating = false;
      }),
    );
  }

  /** Makes the functions known to the grid; to be called after a workbook was made. */
  register(): void {
    for (const one of this.metadata.functions) {
      const name = `${this.namespace}.${one.id}`.toUpperCase();
      const evaluate = (...values: unknown[]): Result => this.evaluate(one, values);
      this.registered.push(this.univer.getFormula().registerFunction(name, evaluate, one.description ?? name));
    }
  }

  /** Takes the functions from the grid again. */
  dispose(): void {
    clearTimeout(this.timer);
    for (const one of this.registered) one.dispose();
  }

  /** Never throws: a function that throws would stop the grid's calculation for good. */
  private evaluate({ id, parameters }: CustomFunction, values: readonly unknown[]): Result {
    const count = Math.max(values.length, parameters?.length ?? 0);
    const given = Array.from({ length: count }, (_, at) => (at < values.length ? argument(values[at], parameters?.[at]) : null));
    const key = `${id}${JSON.stringify(given)}`;
    const known = this.results.get(key);
    if (known !== undefined) return known;
    if (!this.pending.has(key)) this.enqueue(id, key, given);
    return BUSY;
  }

  private enqueue(name: string, key: string, given: readonly unknown[]): void {
    const id = this.nextId;
    this.nextId += 1;
    this.pending.set(key, id);
    this.keys.set(id, key);
    const flags = this.metadata.allowErrorForDataTypeAny === true ? ERRORS_ALLOWED : 0;
    this.queue.push([CATEGORY, INVOKE, "", JSON.stringify([id, name, given, "", flags]), id]);
    this.timer ??= setTimeout(() => this.flush(), PATIENCE_MS);
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const calls = this.queue.splice(0);
    if (calls.length === 0) return;
    this.counted.calls += calls.length;
    this.counted.batches += 1;
    this.send(calls);
  }

  /** Whether every call has its result and the results stand in the cells. */
  get isIdle(): boolean {
    return this.queue.length === 0 && this.pending.size === 0 && !this.isCalculating;
  }

  private recalculate(): void {
    this.isCalculating = true;
    setTimeout(() => this.univer.getFormula().executeCalculation(), 0);
  }

  private settle(result: unknown): void {
    const [id, ok, value, code] = asLine(result);
    const key = typeof id === "number" ? this.keys.get(id) : undefined;
    if (key === undefined || typeof id !== "number") return;
    this.keys.delete(id);
    this.pending.delete(key);
    this.results.set(key, ok === true ? resultOf(value) : (ERROR_TEXTS[Number(code)] ?? "#VALUE!"));
  }

  /** The object by which the client hands results over. */
  service(): HostObject {
    return new HostObject("CustomFunctions", {
      call: {
        _SetOsfControlContainerReadyForCustomFunctions: () => null,
        _GetEnabledFeatures: () => [1, 2, 4],
        SetInvocationArrayResults: (args) => {
          const results = args.raw(0);
          if (Array.isArray(results)) for (const result of results) this.settle(result);
          if (this.pending.size === 0) this.recalculate();
          return null;
        },
      },
    });
  }
}
