/**
 * Days of the calendar as year, month and day, counted by whole numbers: no time zone, no clock, no JS Date.
 * Serial numbers as Excel counts them stand here too; reading a cell stands in `date.ts`.
 */

/** A day. Month and day are counted from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A day, or a month of which the day is not said (day null). */
export interface MonthOrDay {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day, or null where the calendar has none such (30 February, month 13) or the year is not from 1000 to 9999. */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!whole || year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) return null;
  return day > daysInMonth(year, month) ? null : { year, month, day };
}

/** Days since 1 March of the year 0, by which serial numbers and spans are counted. */
function dayNumber({ year, month, day }: CivilDate): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const marchMonth = (month + 9) % 12;
  const leaps = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leaps + Math.floor((marchMonth * 306 + 5) / 10) + day - 1;
}

function ofDayNumber(number: number): CivilDate {
  let marchYear = Math.floor((number * 10000 + 14780) / 3652425);
  let rest = number - dayNumber({ year: marchYear, month: 3, day: 1 });
  if (rest < 0) {
    marchYear -= 1;
    rest = number - dayNumber({ year: marchYear, month: 3, day: 1 });
  }
  const marchMonth = Math.floor((100 * rest + 52) / 3060);
  const month = ((marchMonth + 2) % 12) + 1;
  return {
    year: marchYear + Math.floor((marchMonth + 2) / 12),
    month,
    day: rest - Math.floor((marchMonth * 306 + 5) / 10) + 1,
  };
}

const epoch1900 = dayNumber({ year: 1899, month: 12, day: 31 });
const epoch1904 = dayNumber({ year: 1904, month: 1, day: 1 });
/** Excel counts a 29 February 1900 that never was; from there on serials are one ahead. */
const leapBug = 60;
/** 31 December 9999, the last day that Excel knows, by the count from 1900. */
const lastSerial = 2958465;

/** Excel's serial number of a day, counted from 1900 or from 1904. */
export function serialOf(date: CivilDate, date1904 = false): number {
  const day = dayNumber(date);
  if (date1904) return day - epoch1904;
  const serial = day - epoch1900;
  return serial >= leapBug ? serial + 1 : serial;
}

/** The day of a serial number (its time of day cut off); null where Excel has no such day, as with 60 (29 February 1900). */
export function ofSerial(serial: number, date1904 = false): CivilDate | null {
  if (!Number.isFinite(serial)) return null;
  const whole = Math.floor(serial);
  if (date1904) return whole < 0 || whole > lastSerial - 1462 ? null : ofDayNumber(epoch1904 + whole);
  if (whole < 1 || whole === leapBug || whole > lastSerial) return null;
  return ofDayNumber(epoch1900 + (whole > leapBug ? whole - 1 : whole));
}

/** The day so many days later (earlier where negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return ofDayNumber(dayNumber(date) + days);
}

/** Days from a to b; 0 on the same day. */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** Which day is earlier; a month without a day stands before all its days. */
export function compareDates(a: MonthOrDay, b: MonthOrDay): -1 | 0 | 1 {
  const difference = a.year - b.year || a.month - b.month || (a.day ?? 0) - (b.day ?? 0);
  if (difference === 0) return 0;
  return difference < 0 ? -1 : 1;
}

/** The same day so many years later; for 29 February the 1 March of a common year, as DATEDIF counts. */
export function addYears(date: CivilDate, years: number): CivilDate {
  const year = date.year + years;
  if (date.month === 2 && date.day === 29 && !isLeapYear(year)) return { year, month: 3, day: 1 };
  return { ...date, year };
}

/** Full years on `date`; a year is full on the birthday itself (周岁). Negative before the birth. */
export function ageOn(birth: CivilDate, date: CivilDate): number {
  const years = date.year - birth.year;
  return compareDates(addYears(birth, years), date) > 0 ? years - 1 : years;
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, "0");
}

/** 2024-09-25, or 2024-09 where the day is not said. */
export function isoOf(date: MonthOrDay): string {
  const month = `${padded(date.year, 4)}-${padded(date.month, 2)}`;
  return date.day === null ? month : `${month}-${padded(date.day, 2)}`;
}

/** The day of an ISO text, or null. */
export function ofIso(text: string): CivilDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? null : civilDate(Number(match[1]), Number(match[2]), Number(match[3]));
}
