/** Columns of the years of a cycle: 第一年, 2021年, 2021学年, 2021-2022学年, 2021.9—2022.8. */
import words from "./words.json";
import { squeeze } from "./wording";

/** An ordinal (第二年 → 2) or a calendar year (2022学年 → 2022, the year in which it begins). */
export interface YearMark {
  readonly ordinal: number | null;
  readonly calendar: number | null;
}

const ordinals: ReadonlyMap<string, number> = new Map(words.yearWords.map((word, index) => [word, index + 1]));
const ordinalPattern = /^第(\d{1,2})(?:[学學]年度?|年度?)/;
const calendarPattern =
  /^(?:19|20)(\d\d)(?:年度?|[学學]年度?|[-—–~至/](?:19|20)?\d\d(?:[学學]年度?|年度?)?|\.\d{1,2}[-—–~至].{4,8})?(?:[学學][时時][数數]?|[学學]分[数數]?|年度[学學][时時]|培[训訓][学學][时時]|完成[学學][时時]|合[计計])?$/;

/** 19-20学年, 19/20: years in two digits, one after the other. */
const shortPattern = /^(\d\d)[-—–~至/](\d\d)(?:[学學]年度?|年度?)?$/;
/** 2019秋—2020春, 2019年秋季学期至2020年春季学期. */
const termsPattern = /^(?:19|20)\d\d年?秋季?(?:[学學]期)?[-—–~至/](?:19|20)?\d\d年?春季?(?:[学學]期)?$/;
/** Later years are not yet written anywhere: 60-61 are no years. */
const lastShortYear = 40;

function shortYear(text: string): number | null {
  const [, first, second] = shortPattern.exec(text) ?? [];
  const isPair = first !== undefined && Number(second) === Number(first) + 1 && Number(first) < lastShortYear;
  return isPair ? 2000 + Number(first) : null;
}

/** Reads a header text (or a bare number such as 2021) as a year of a cycle; null where it is none. */
export function readYear(raw: string): YearMark | null {
  const text = squeeze(raw).replace(/[()（）]/g, "");
  const ordinal = ordinalPattern.exec(text);
  if (ordinal?.[1] !== undefined) return { ordinal: Number(ordinal[1]), calendar: null };
  const start = text.startsWith("第")
    ? text
        .slice(0, 4)
        .replace(/学年.*$/, "年")
        .slice(0, 3)
    : "";
  const word = ordinals.get(start);
  if (word !== undefined) return { ordinal: word, calendar: null };
  const short = shortYear(text);
  if (short !== null) return { ordinal: null, calendar: short };
  if (calendarPattern.test(text) || termsPattern.test(text)) return { ordinal: null, calendar: Number(text.slice(0, 4)) };
  return null;
}

/** The place of each year among those of the table: an ordinal is its own place, calendar years are counted in order over the places left. */
export function yearPlaces(marks: readonly (YearMark | null)[]): readonly (number | null)[] {
  const calendars = [...new Set(marks.flatMap((mark) => mark?.calendar ?? []))].sort((a, b) => a - b);
  const ordinals = new Set(marks.flatMap((mark) => mark?.ordinal ?? []));
  const free = Array.from({ length: calendars.length + ordinals.size }, (_, at) => at + 1).filter((place) => !ordinals.has(place));
  return marks.map((mark) => {
    if (mark === null) return null;
    if (mark.ordinal !== null) return mark.ordinal;
    return mark.calendar === null ? null : (free[calendars.indexOf(mark.calendar)] ?? null);
  });
}
