/**
 * functions.json as it is built, and that Excel finds code behind every function it names.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { associateFunctions } from "../../src/functions/associate";

interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
}

interface Described {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly options?: Readonly<Record<string, unknown>>;
}

const script = join(__dirname, "..", "..", "scripts", "functions-json.mjs");
const made = spawnSync(process.execPath, [script], { encoding: "utf8" });
const metadata = JSON.parse(made.stdout) as { allowErrorForDataTypeAny: boolean; functions: readonly Described[] };
const { functions } = metadata;
const chinese = /[一-龥]/;

/** The functions that DESIGN promises, with the parameters that may be left out in brackets. */
const promised: Readonly<Record<string, number>> = {
  TEACHERSCORE: 2,
  SCHOOLSCORE: 2,
  PASSED: 3,
  CERTIFIED: 3,
  COMPOSITE: 2,
  BONUS: 3,
  CREDITHOURS: 2,
  TRAININGHOURS: 3,
  HOURSGAP: 2,
  HOURSDONE: 2,
  CYCLEHOURS: 2,
  CYCLEGAP: 2,
  ELIGIBLE: 3,
  EVIDENCE: 3,
  QUOTAGAP: 4,
  BUDGETGAP: 4,
  AGE: 2,
  IDCHECK: 1,
  WORDCOUNT: 1,
  RULE: 2,
  CLAUSE: 2,
  EXPLAIN: 3,
};

test("all functions are there, and none twice", () => {
  expect(functions.map(({ id }) => id).sort()).toEqual(Object.keys(promised).sort());
});

test("a cell with an error is let through, so that it spoils its own row only", () => {
  expect(metadata.allowErrorForDataTypeAny).toBe(true);
});

describe.each(functions)("$id", ({ id, name, description, parameters, options }) => {
  test("has a name in capitals that is no cell's address", () => {
    expect(name).toBe(id);
    expect(name).toMatch(/^[A-Z]{4,}$|^AGE$/);
  });

  test("is described in Chinese, each argument too", () => {
    expect(description).toMatch(chinese);
    for (const parameter of parameters) expect(parameter.description).toMatch(chinese);
  });

  test("needs as many arguments as promised, and those that may be left out come last", () => {
    const optional = parameters.map((parameter) => parameter.optional === true);
    expect(optional.filter((one) => !one)).toHaveLength(promised[id] ?? -1);
    expect(optional).toEqual([...optional].sort((a, b) => Number(a) - Number(b)));
  });

  test("takes whatever a cell may hold", () => {
    expect(parameters.map(({ type }) => type)).toEqual(parameters.map(() => "any"));
  });

  test("is computed at once: not streaming, not cancelable, not volatile", () => {
    expect(options ?? {}).toEqual({});
  });
});

test("Excel finds the code of every function", () => {
  const associated = new Map<string, unknown>();
  Object.assign(globalThis, { CustomFunctions: { associate: (id: string, code: unknown) => associated.set(id, code) } });
  associateFunctions();
  expect([...associated.keys()].sort()).toEqual(functions.map(({ id }) => id).sort());
  expect([...associated.values()].every((code) => typeof code === "function")).toBe(true);
});
