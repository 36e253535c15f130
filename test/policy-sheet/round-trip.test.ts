/** What is written as a rule sheet reads back as the same policy, whoever saved the file in between. */
import { read, utils, write, type BookType } from "@e965/xlsx";
import fc from "fast-check";
import type { CellValue } from "../../src/values/cell";
import { packs } from "../../src/policy/library";
import type { Pack } from "../../src/policy/schema";
import { rowForms } from "../../src/policy/sheet/form";
import { layouts } from "../../src/policy/sheet/layout";
import { valuesOf, type SheetPlan } from "../../src/policy/sheet/plan";
import { packFromRows, type SheetOptions } from "../../src/policy/sheet/read";
import { saySheet } from "../../src/policy/sheet/say";
import { packToRows } from "../../src/policy/sheet/write";
import words from "../../src/policy/sheet/words.json";
import { randomPack } from "./random-pack";

const everyPack = packs.map((pack) => [pack.name, pack] as const);

function expectSame(values: readonly (readonly CellValue[])[], pack: Pack, options?: SheetOptions): void {
  const reading = packFromRows(values, options);
  if ("problems" in reading) expect(reading.problems.map(({ message }) => saySheet(message))).toEqual([]);
  expect(reading).toEqual({ pack });
}

/** The cells after another program has saved and opened the file. */
function saved(plan: SheetPlan, bookType: BookType): CellValue[][] {
  const sheet = utils.aoa_to_sheet(valuesOf(plan));
  const book = utils.book_new(sheet, plan.sheetName);
  const bytes: unknown = write(book, { type: "buffer", bookType });
  const again = read(bytes, { raw: true });
  const opened = again.Sheets[again.SheetNames[0] ?? ""];
  return opened === undefined ? [] : utils.sheet_to_json<CellValue[]>(opened, { header: 1, raw: true, defval: null, blankrows: true });
}

describe("every policy that comes with the add-in", () => {
  test.each(everyPack)("%s reads back as it was written", (_name, pack) => {
    expectSame(valuesOf(packToRows(pack)), pack);
  });

  test.each(everyPack)("%s reads back from an .xlsx that another program saved", (_name, pack) => {
    expectSame(saved(packToRows(pack), "xlsx"), pack);
  });

  test.each(everyPack)("%s reads back from a LibreOffice file (.ods)", (_name, pack) => {
    expectSame(saved(packToRows(pack), "ods"), pack);
  });

  test.each(everyPack)("%s reads back from a CSV file, in which everything is text", (_name, pack) => {
    const values = valuesOf(packToRows(pack)).map((row) => row.map((cell) => (cell === null ? null : String(cell))));
    expectSame(values, pack, { origin: "text" });
  });

  test.each(everyPack)("%s: written again, the sheet is the same", (_name, pack) => {
    const plan = packToRows(pack);
    const reading = packFromRows(valuesOf(plan));
    expect(reading.pack === null ? null : packToRows(reading.pack)).toEqual(plan);
  });
});

const ruleKinds = [...rowForms.keys()].filter((kind) => !["pack", "table", "example"].includes(kind));

describe("any policy that the schema allows reads back as it was written", () => {
  test.each(ruleKinds)("with rules of the kind %s", (kind) => {
    fc.assert(
      fc.property(randomPack(kind), (pack) => {
        expectSame(valuesOf(packToRows(pack)), pack);
      }),
      { numRuns: 12 },
    );
  });
});

describe("the words of the sheet", () => {
  const fieldWords = new Set(Object.values(words.fields));
  const kindWords: ReadonlySet<string> = new Set(Object.values(words.kinds));

  test.each([...layouts])("every parameter of %s has a Chinese word, and no two the same", (kind, layout) => {
    const parts = layout.blocks.flatMap((block) => block.leaves);
    const own = [...layout.leaves, ...parts].filter(({ column }) => column === null).map(({ label }) => label);
    const labels = [...own, ...layout.blocks.map(({ label }) => label), ...layout.hollows.map(({ label }) => label)];
    expect(labels.filter((label) => !fieldWords.has(label))).toEqual([]);
    expect(new Set(labels).size).toBe(labels.length);
    expect(Object.keys(words.kinds)).toContain(kind);
  });

  test.each([...layouts])("no two fields of %s stand in the same column of a row", (_kind, layout) => {
    for (const leaves of [layout.leaves, ...layout.blocks.map((block) => block.leaves)]) {
      const taken = leaves.map(({ column }) => column).filter((column) => column !== null);
      expect(new Set(taken).size).toBe(taken.length);
    }
  });

  test("every kind has its own word", () => {
    expect(kindWords.size).toBe(Object.keys(words.kinds).length);
    expect([...rowForms.keys()].filter((kind) => !Object.hasOwn(words.kinds, kind))).toEqual([]);
  });
});

describe("how the sheet looks", () => {
  const pack = packs.find(({ id }) => id === "lanxi-2024-autumn");
  const plan = pack === undefined ? null : packToRows(pack);
  const column = (header: string): number => plan?.columns.findIndex((each) => each.header === header) ?? -1;
  const rowNamed = (name: string) => plan?.rows.find((row) => row.cells[column("名称")]?.value === name);

  test("one rule a row: kind, name, number and unit side by side", () => {
    const cells = rowNamed("心得体会")?.cells;
    expect(["类别", "名称", "数值", "单位", "所属", "条款"].map((header) => cells?.[column(header)]?.value)).toEqual([
      "考核项目",
      "心得体会",
      20,
      "分",
      "teacher",
      "六.2(1)",
    ]);
  });

  test("a chosen reading is shown in words and offers its alternatives", () => {
    const cell = rowNamed("心得体会字数")?.cells[column("选定口径")];
    expect(cell?.value).toBe("以考核组评分为准，另作提示");
    expect(cell?.choices).toEqual(["以考核组评分为准，另作提示", "本项计0分", "按比例计分"]);
  });

  test("text is written as text, so that nothing becomes a formula or a date", () => {
    for (const row of plan?.rows ?? []) {
      for (const cell of row.cells) if (typeof cell?.value === "string") expect(cell.format).toBe("@");
    }
  });

  test("shares are shown as percentages", () => {
    const share = plan?.rows.flatMap((row) => row.cells).find((cell) => cell?.value === 0.6);
    expect(share?.format).toBe("0.####%");
  });
});
