/** Dates as clerks write them, serial numbers as Excel counts them, ages as the law counts them. */
import fc from "fast-check";
import { CellError, type CellValue } from "../../src/values/cell";
import { addDays } from "../../src/values/calendar";
import {
  addYears,
  ageOn,
  civilDate,
  compareDates,
  daysBetween,
  isDateFormat,
  isoOf,
  ofIso,
  ofSerial,
  readDate,
  readDateSpan,
  serialOf,
  wholeDay,
  wholeYear,
  type CivilDate,
  type DateContext,
} from "../../src/values/date";

function day(iso: string): CivilDate {
  const date = ofIso(iso);
  if (date === null) throw new Error(`no day: ${iso}`);
  return date;
}

describe("read as a day", () => {
  test.each<[string, CellValue, string, DateContext?]>([
    ["a date of Excel's", 45560, "2024-09-25"],
    ["with a time of day", 45560.75, "2024-09-25"],
    ["the first day of Excel", 1, "1900-01-01"],
    ["the last day before the day that never was", 59, "1900-02-28"],
    ["the day after it", 61, "1900-03-01"],
    ["the last day of Excel", 2958465, "9999-12-31"],
    ["the first day counted from 1904", 0, "1904-01-01", { date1904: true }],
    ["counted from 1904", 44098, "2024-09-25", { date1904: true }],
    ["Chinese", "2024年9月25日", "2024-09-25"],
    ["Chinese with zeros", "2024年09月05日", "2024-09-05"],
    ["Chinese with 号", "2024年9月25号", "2024-09-25"],
    ["Chinese with spaces", "2024 年 9 月 25 日", "2024-09-25"],
    ["points", "2024.9.25", "2024-09-25"],
    ["points and a space", "2024. 9. 25 ", "2024-09-25"],
    ["full stops of the Chinese keyboard", "2024。9。25", "2024-09-25"],
    ["hyphens", "2024-9-25", "2024-09-25"],
    ["strokes", "2024/9/25", "2024-09-25"],
    ["full-width", "２０２４．９．２５", "2024-09-25"],
    ["eight digits as text", "20240925", "2024-09-25"],
    ["eight digits as a number", 20240925, "2024-09-25"],
    ["eight digits of another century", 19560610, "1956-06-10"],
    ["ISO with a time", "2024-09-25T08:30:00Z", "2024-09-25"],
    ["with a time", "2024-9-25 8:30", "2024-09-25"],
    ["with a time in words", "2024年9月25日上午8时30分", "2024-09-25"],
    ["with a weekday", "2024年9月25日（星期三）", "2024-09-25"],
    ["with weekday and time", "2024年9月25日(周三) 14:00", "2024-09-25"],
    ["Chinese numerals", "二〇二四年九月二十五日", "2024-09-25"],
    ["Chinese numerals with a circle", "二○二四年十二月三十一日", "2024-12-31"],
    ["the day of a leap year", "2024.2.29", "2024-02-29"],
    ["month and day, the year being known", "9月25日", "2024-09-25", { year: 2024 }],
    ["month and day with points, the year being known", "7.15", "2024-07-15", { year: 2024 }],
    ["the same as a number", 7.15, "2024-07-15", { year: 2024, isDateFormat: false }],
    ["a number whose day can have lost no zero", 12.5, "2024-12-05", { year: 2024, isDateFormat: false }],
    ["a year of two digits beside the year around", "24.7.10", "2024-07-10", { year: 2024 }],
    ["a year of two digits with 年", "24年7月10日", "2024-07-10", { year: 2025 }],
    ["Chinese numerals, the year being known", "七月十日", "2024-07-10", { year: 2024 }],
    ["in the morning", "2024年7月15日上午", "2024-07-15"],
    ["half a day", "2024年11月5日（半天）", "2024-11-05"],
    ["from that day on", "2024.7.10起", "2024-07-10"],
    ["a day with a strange format", 45560, "2024-09-25", { isDateFormat: false }],
    ["an early day that is shown as one", 2024, "1905-07-16", { isDateFormat: true }],
  ])("%s: %j is %s", (_says, value, iso, context = {}) => {
    expect(readDate(value, context)).toMatchObject({ kind: "date", iso, day: Number(iso.slice(8)), asText: typeof value === "string" });
  });

  test.each<[string, CellValue, string]>([
    ["Chinese", "2024年9月", "2024-09"],
    ["Chinese with 份", "2024年9月份", "2024-09"],
    ["a point", "2024.09", "2024-09"],
    ["a point, as a number", 2024.9, "2024-09"],
    ["December as a number", 2024.12, "2024-12"],
    ["six digits", "202409", "2024-09"],
    ["six digits as a number", 202409, "2024-09"],
    ["a hyphen", "2024-9", "2024-09"],
    ["Chinese numerals", "二〇二四年九月", "2024-09"],
  ])("a month only, %s: %j is %s", (_says, value, iso) => {
    expect(readDate(value)).toMatchObject({ kind: "date", iso, day: null });
  });
});

describe("not read as a day", () => {
  test.each<CellValue>([
    "2024-02-30",
    "2023.2.29",
    "1900.2.29",
    "2024.13.1",
    "2024.0.5",
    "2024.9.31",
    "2024.9.0",
    "24.9.25",
    "24年9月25日",
    "9/25/2024",
    "25/9/2024",
    "2024.9-25",
    "2024年",
    "2024",
    "9月",
    "9月25日",
    "20241301",
    "2024年9月25日25:00",
    "2024.13",
    "二〇二四年十三月一日",
    "长期",
    "已交",
    60,
    0,
    -1,
    2958466,
    2024,
    2024.1,
    20241301,
    Infinity,
  ])("%j", (value) => {
    expect(readDate(value)).toEqual({ kind: "unreadable", text: String(value) });
  });

  test.each<[string, CellValue]>([
    ["a year of two digits far from the year around", "92.7.10"],
    ["a first number that may be a month", "12.7.10"],
    ["no such month", 13.5],
    ["no such day", "7.32"],
    ["a month alone in numerals", "九月"],
  ])("%s (%j), though the year is known", (_says, value) => {
    expect(readDate(value, { year: 2024, isDateFormat: false }).kind).toBe("unreadable");
  });

  test("7.1 as a number is the first or the tenth: July is all that is known", () => {
    expect(readDate(7.1, { year: 2024, isDateFormat: false })).toMatchObject({ kind: "date", iso: "2024-07", day: null });
  });

  test("of 1960年 and 1960 the year is known, of 1960.1 as a number that it is January or October", () => {
    const between = (value: CellValue): string => {
      const days = wholeYear(value);
      return days ? `${isoOf(days.from)} ${isoOf(days.to)}` : "";
    };
    expect(["1960年", 1960, "1960", 1960.1].map(between)).toEqual([
      "1960-01-01 1960-12-31",
      "1960-01-01 1960-12-31",
      "1960-01-01 1960-12-31",
      "1960-01-01 1960-10-31",
    ]);
    expect(["1960.1", 1960.2, 35, "年", null].map(between)).toEqual(["", "", "", "", ""]);
  });

  test("a small number that is not shown as a date is no date", () => {
    expect(readDate(18, { isDateFormat: false })).toEqual({ kind: "unreadable", text: "18" });
  });

  test("empty cells are blank, errors stay errors, TRUE is unreadable", () => {
    expect([null, "", " \u3000"].map((value) => readDate(value).kind)).toEqual(["blank", "blank", "blank"]);
    expect(readDate(new CellError("#VALUE!"))).toEqual({ kind: "error", code: "#VALUE!" });
    expect(readDate(true).kind).toBe("unreadable");
  });
});

describe("spans of days", () => {
  test.each<[string, CellValue, string, string, DateContext?]>([
    ["days after points", "2024.9.21-22", "2024-09-21", "2024-09-22"],
    ["month and day after points", "2024.9.21-10.2", "2024-09-21", "2024-10-02"],
    ["a dash", "2024.9.21—22", "2024-09-21", "2024-09-22"],
    ["two dashes", "2024.9.21——22", "2024-09-21", "2024-09-22"],
    ["points without a year", "7.15-7.17", "2024-07-15", "2024-07-17", { year: 2024 }],
    ["two days listed", "2024.7.10、7.12", "2024-07-10", "2024-07-12"],
    ["days listed after a span", "2024.7.10-7.12、7.15", "2024-07-10", "2024-07-15"],
    ["how many days it was", "7月10日—12日（3天）", "2024-07-10", "2024-07-12", { year: 2024 }],
    ["months with one 月", "2024年9-12月", "2024-09", "2024-12"],
    ["months with one 月, without a year", "9—12月", "2024-09", "2024-12", { year: 2024 }],
    ["across new year", "2024年12月30日—1月3日", "2024-12-30", "2025-01-03"],
    ["without a year", "9月21日—22日", "2024-09-21", "2024-09-22", { year: 2024 }],
    ["without a year, 日 once", "9月21-22日", "2024-09-21", "2024-09-22", { year: 2024 }],
    ["至", "2024年9月21日至22日", "2024-09-21", "2024-09-22"],
    ["日 once", "2024年9月21-22日", "2024-09-21", "2024-09-22"],
    ["into the next month", "2024年9月28日至10月2日", "2024-09-28", "2024-10-02"],
    ["two full dates", "2024-09-21~2024-09-22", "2024-09-21", "2024-09-22"],
    ["two full dates and 至", "2024年12月31日至2025年1月2日", "2024-12-31", "2025-01-02"],
    ["hyphens throughout", "2024-9-21至22", "2024-09-21", "2024-09-22"],
    ["months", "2024年9月至12月", "2024-09", "2024-12"],
    ["months of two years", "2024.9-2025.1", "2024-09", "2025-01"],
    ["a single day", "2024.9.21", "2024-09-21", "2024-09-21"],
    ["a date of Excel's", 45560, "2024-09-25", "2024-09-25"],
  ])("%s: %j", (_says, value, from, to, context = {}) => {
    const span = readDateSpan(value, context);
    expect(span.kind === "span" ? [isoOf(span.from), isoOf(span.to)] : span).toEqual([from, to]);
  });

  test.each([
    "2024.9.22-21",
    "2024.9.21-32",
    "2024年9月21日至",
    "至2024年9月21日",
    "9月21日—22日",
    "2024.9.21-12月",
    "2024.9.22-8.21",
    "7.15-7.17",
    "每周三",
    "--",
  ])("%j is no span", (text) => {
    expect(readDateSpan(text)).toEqual({ kind: "unreadable", text });
  });

  test("empty is blank, an error stays one", () => {
    expect(readDateSpan(" ")).toEqual({ kind: "blank" });
    expect(readDateSpan(null)).toEqual({ kind: "blank" });
    expect(readDateSpan(new CellError("#REF!"))).toEqual({ kind: "error", code: "#REF!" });
  });
});

describe("full years (周岁)", () => {
  test.each([
    ["reached on the birthday itself", "1956-06-10", "2011-06-10", 55],
    ["not on the day before", "1956-06-11", "2011-06-10", 54],
    ["born a year earlier", "1955-06-10", "2011-06-10", 56],
    ["born on 29 February, 28 February of a common year", "2000-02-29", "2023-02-28", 22],
    ["born on 29 February, 1 March of a common year", "2000-02-29", "2023-03-01", 23],
    ["born on 29 February, 29 February", "2000-02-29", "2024-02-29", 24],
    ["on the day of birth", "2000-01-01", "2000-01-01", 0],
    ["before the birth", "2000-01-02", "2000-01-01", -1],
  ])("%s", (_says, birth, on, age) => {
    expect(ageOn(day(birth), day(on))).toBe(age);
  });

  test("a year after 29 February is 1 March, four years after it 29 February", () => {
    expect(isoOf(addYears(day("2024-02-29"), 1))).toBe("2025-03-01");
    expect(isoOf(addYears(day("2024-02-29"), 4))).toBe("2028-02-29");
    expect(isoOf(addYears(day("2024-09-25"), -5))).toBe("2019-09-25");
  });
});

describe("the count of days", () => {
  const anyDay = fc.integer({ min: 1, max: 2958465 }).filter((serial) => serial !== 60);

  test("every serial number is a day, and the day gives the serial number", () => {
    fc.assert(
      fc.property(anyDay, (serial) => {
        const date = ofSerial(serial);
        expect(date === null ? null : serialOf(date)).toBe(serial);
        expect(date === null ? null : civilDate(date.year, date.month, date.day)).toEqual(date);
      }),
    );
  });

  test("from 1904 it is 1462 less", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1462, max: 2958465 }), (serial) => {
        expect(ofSerial(serial - 1462, true)).toEqual(ofSerial(serial));
        const date = ofSerial(serial);
        expect(date === null ? null : serialOf(date, true)).toBe(serial - 1462);
      }),
    );
  });

  test("the same day as the calendar of the machine counts, in every year", () => {
    fc.assert(
      fc.property(fc.integer({ min: 62, max: 2958465 }), (serial) => {
        const expected = new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
        const date = ofSerial(serial);
        expect(date === null ? "" : isoOf(date)).toBe(expected);
      }),
    );
  });

  test("the next day is later", () => {
    expect(isoOf(addDays(day("2024-02-28"), 1))).toBe("2024-02-29");
    expect(isoOf(addDays(day("2024-12-31"), 1))).toBe("2025-01-01");
    expect(daysBetween(day("2024-09-21"), day("2024-09-22"))).toBe(1);
    expect(compareDates(day("2024-09-21"), day("2024-09-22"))).toBe(-1);
    expect(compareDates(day("2024-10-01"), day("2024-09-22"))).toBe(1);
    expect(compareDates(day("2024-09-22"), day("2024-09-22"))).toBe(0);
    expect(compareDates({ year: 2024, month: 9, day: null }, day("2024-09-01"))).toBe(-1);
  });

  test("a month alone is no whole day", () => {
    expect(wholeDay({ year: 2024, month: 9, day: null })).toBeNull();
    expect(wholeDay({ year: 2024, month: 9, day: 1 })).toEqual({ year: 2024, month: 9, day: 1 });
    expect(ofIso("2024-02-30")).toBeNull();
    expect(ofIso("2024-2-3")).toBeNull();
  });
});

describe("number formats that show a date", () => {
  test.each([
    ["yyyy-mm-dd", true],
    ["yyyy/m/d", true],
    ['yyyy"年"m"月"d"日"', true],
    ["[$-804]yyyy年m月d日;@", true],
    ["m/d/yy h:mm", true],
    ["mmm", true],
    ["d", true],
    ["General", false],
    ["0.00", false],
    ["@", false],
    ["h:mm:ss", false],
    ["mm:ss", false],
    ["#,##0", false],
    ['0"day"', false],
    ["0.00E+00", false],
    ["[Red]0", false],
    ["[h]:mm", false],
    ["", false],
    ["0\\d", false],
    ["y".repeat(300), false],
  ])("%s: %p", (code, shows) => {
    expect(isDateFormat(code)).toBe(shows);
  });
});

test("any text is read without an exception and soon", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(..."0123456789年月日号.-/至—~ :时分上午星期二〇十") })),
      (text) => {
        const read = readDate(text, { year: 2024 });
        if (read.kind === "date" && read.day !== null) expect(civilDate(read.year, read.month, read.day)).not.toBeNull();
        expect(() => readDateSpan(text, { year: 2024 })).not.toThrow();
      },
    ),
    { numRuns: 2000 },
  );
  const start = performance.now();
  readDateSpan("2024-".repeat(200_000));
  expect(performance.now() - start).toBeLessThan(1000);
});
