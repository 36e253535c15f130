/** The table of functions in README.md: its examples give what stands there, and it is the one that the script makes. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import examples from "../../scripts/readme/examples.json";
import { installExcelErrors, kaohe, valueOrError } from "../functions/excel-errors";

const callable = new Map(Object.entries(kaohe).map(([name, run]) => [name.toUpperCase(), run] as const));

beforeAll(installExcelErrors);

/** The name and the values of a formula that holds texts, numbers and array constants only. */
function read(formula: string): { readonly name: string; readonly given: readonly unknown[] } {
  const [, name = "", inside = ""] = /^=KAOHE\.(\w+)\((.*)\)$/.exec(formula) ?? [];
  const given: unknown = JSON.parse(`[${inside.replaceAll("{", "[[").replaceAll(";", "],[").replaceAll("}", "]]")}]`);
  return { name, given: Array.isArray(given) ? given : [] };
}

/** What a cell shows, or several cells side by side. */
function shown(value: unknown): unknown {
  return Array.isArray(value) ? value.flat().join("；") : value;
}

test.each(Object.entries(examples))("%s", (name, [formula, result]) => {
  const call = read(String(formula));
  expect(call.name).toBe(name);
  expect(shown(valueOrError(() => callable.get(name)?.(...call.given)))).toBe(result);
});

test("every function stands in the table, and the table in README.md is the one that the script makes", () => {
  const { status, stderr } = spawnSync(process.execPath, [join("scripts", "readme.mjs"), "--check"], {
    cwd: join(__dirname, "..", ".."),
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
