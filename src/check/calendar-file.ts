/**
 * Days as a calendar file (.ics, RFC 5545), which phones and Outlook take in. All-day events; the same input gives the same
 * file, so that taking it in twice makes no event twice. Days to note, not an invitation: no METHOD, which would want an
 * ORGANIZER (RFC 5546). Pure text.
 */
import { addDays, type CivilDate } from "../values/calendar";

export interface CalendarEvent {
  /** Tells events apart for ever: policy, rule and day. */
  readonly id: string;
  readonly from: CivilDate;
  /** The last day, itself included. */
  readonly to: CivilDate;
  readonly summary: string;
  readonly description: string;
}

/** A line holds at most so many bytes, its end not counted. */
const LONGEST_LINE = 75;
/** A reminder so many days ahead. */
const REMINDED_BEFORE = 7;

const digits = ({ year, month, day }: CivilDate): string =>
  `${String(year).padStart(4, "0")}${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}`;

/** TEXT of the RFC: backslash, semicolon, comma and line ends escaped; other control characters taken out. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
}

const encoder = new TextEncoder();

/** Long lines go on in the next one after a space; a character is never divided. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = "";
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > LONGEST_LINE) {
      lines.push(current);
      current = " ";
      bytes = 1;
    }
    current += character;
    bytes += size;
  }
  return [...lines, current].join("\r\n");
}

/** An id without anything that is not plain ASCII. */
function uidOf(id: string): string {
  const plain = [...id]
    .map((character) => (/[A-Za-z0-9.-]/.test(character) ? character : `_${(character.codePointAt(0) ?? 0).toString(16)}`))
    .join("");
  return `${plain}@kaohe.invalid`;
}

function eventLines({ id, from, to, summary, description }: CalendarEvent, stamp: string): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${uidOf(id)}`,
    `DTSTAMP:${stamp}T000000Z`,
    `DTSTART;VALUE=DATE:${digits(from)}`,
    // The end of an all-day event is the day after it.
    `DTEND;VALUE=DATE:${digits(addDays(to, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `TRIGGER:-P${REMINDED_BEFORE}D`,
    `DESCRIPTION:${escaped(summary)}`,
    "END:VALARM",
    "END:VEVENT",
  ];
}

/** The file's text. `made` is the day on which it is made; events with the same id are written once. */
export function calendarFile(name: string, events: readonly CalendarEvent[], made: CivilDate): string {
  const once = [...new Map(events.map((event) => [event.id, event])).values()];
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//KAOHE//KAOHE//ZH",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escaped(name)}`,
    ...once.flatMap((event) => eventLines(event, digits(made))),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}
