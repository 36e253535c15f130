/** The examples that every pack carries (试一试) hold when they are called as functions. */
import { packs } from "../../src/policy/library";
import { installExcelErrors, kaohe, valueOrError } from "./excel-errors";

beforeAll(installExcelErrors);

const callable = new Map(Object.entries(kaohe).map(([name, run]) => [name.toUpperCase(), run] as const));

const examples = packs.flatMap((pack) => (pack.examples ?? []).map((example) => ({ pack: pack.id, says: example.says, example })));

test("每个政策都带着例子", () => {
  expect(examples.length).toBeGreaterThan(40);
});

test.each(examples)("$pack：$says", ({ pack, example }) => {
  const run = callable.get(example.call);
  expect(run).toBeDefined();
  const result = valueOrError(() => run?.(pack, ...example.with));
  const { gives } = example;
  const refused = typeof gives === "object" && gives !== null && "error" in gives ? gives.error : null;
  expect(result).toEqual(refused ?? gives);
});
