/** What was written is what is read, over formats, for any texts and numbers. */
import fc from "fast-check";
import iconv from "iconv-lite";
import { readDelimited } from "../../src/files/delimited";
import { onlySheet, utf8, valuesOf, written, type Rows } from "./making";

/** Characters that stand in real forms, and some that are awkward in files. */
const letters = fc.constantFrom(..."张三李四兰西县第一中学（）20分：·㐂１８ ,;\"'<>&=+-@\n　é𠮷");
const text = fc.string({ unit: letters, minLength: 1, maxLength: 12 });
const number = fc.oneof(
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.integer({ min: -1e6, max: 1e6 }).map((value) => value / 1000),
  fc.integer({ min: 1, max: 1e15 }).map((value) => Math.sqrt(value) / 7),
);
/** Any number at all; files know one zero only. The library that writes the binary formats for this test cannot hold the extremes. */
const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const cell = fc.oneof(text, number, fc.boolean(), fc.constant(null));

function table<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value[][]> {
  return fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
}

/** The rows up to the last cell that holds something, as a sheet counts them. */
function extent(rows: Rows): unknown[][] {
  const width = Math.max(...rows.map((row) => row.findLastIndex((value) => value !== null) + 1));
  const height = rows.findLastIndex((row) => row.some((value) => value !== null)) + 1;
  return rows.slice(0, height).map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
}

test.each(["xlsx", "xlsb", "xls"] as const)("%s：文字、数字、是否原样读回", (bookType) => {
  fc.assert(
    fc.property(table(cell), (rows) => {
      expect(valuesOf(onlySheet(written(rows, bookType)))).toEqual(extent(rows));
    }),
    { numRuns: 60 },
  );
});

test("xlsx：任何数都一位不差", () => {
  fc.assert(
    fc.property(table(anyNumber), (rows) => {
      expect(valuesOf(onlySheet(written(rows, "xlsx")))).toEqual(rows);
    }),
    { numRuns: 100 },
  );
});

test("ods：文字、数字、是否原样读回", () => {
  // The library that writes the .ods for this test joins spaces; real programs write them out.
  const plain = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."张三（）20分<&>\"'"), minLength: 1, maxLength: 8 }),
    number,
    fc.boolean(),
    fc.constant(null),
  );
  fc.assert(
    fc.property(table(plain), (rows) => {
      expect(valuesOf(onlySheet(written(rows, "ods"), "表.ods"))).toEqual(extent(rows));
    }),
    { numRuns: 60 },
  );
});

function quoted(value: string, delimiter: string): string {
  return /["\r\n]/.test(value) || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value;
}

test("CSV：任何文字，不论编码和分隔符，原样读回", () => {
  const encodings = { "utf-8": utf8, gb18030: (csv: string) => new Uint8Array(iconv.encode(csv, "gb18030")) };
  const delimiter = fc.constantFrom(",", ";", "\t");
  const encoding = fc.constantFrom<keyof typeof encodings>("utf-8", "gb18030");
  // A cell ="12" stands for the text 12, so it does not come back as it was.
  const cells = table(fc.oneof(text, fc.constant("")).filter((value) => !/^="/.test(value)));
  fc.assert(
    fc.property(cells, delimiter, encoding, (below, mark, code) => {
      // By one or two characters no encoding can be told from the other; a table has a header.
      const rows = [below[0]?.map(() => "姓名") ?? [], ...below];
      const csv = `sep=${mark}\r\n${rows.map((row) => row.map((value) => quoted(value, mark)).join(mark)).join("\r\n")}\r\n`;
      expect(readDelimited(csv, 1000).rows).toEqual(rows);
      const expected = extent(rows.map((row) => row.map((value) => value || null)));
      expect(valuesOf(onlySheet(encodings[code](csv), "表.csv"))).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});
