/** 日历文件: what RFC 5545 asks for. */
import fc from "fast-check";
import { calendarFile, type CalendarEvent } from "../../src/check/calendar-file";

const day = (year: number, month: number, number: number) => ({ year, month, day: number });

const event = (change: Partial<CalendarEvent> = {}): CalendarEvent => ({
  id: "lanxi.plan.2024-09-25",
  from: day(2024, 9, 25),
  to: day(2024, 9, 25),
  summary: "培训计划",
  description: "六.1(1)：“9月25日前上传”",
  ...change,
});

const text = (...events: readonly CalendarEvent[]): string => calendarFile("兰西2024秋", events, day(2024, 9, 1));
/** Lines as a calendar puts them together again. */
const unfolded = (file: string): string[] => file.replace(/\r\n[ \t]/g, "").split("\r\n");

test("全天日程：结束写后一天，跨年也对", () => {
  expect(unfolded(text(event({ from: day(2024, 12, 30), to: day(2024, 12, 31) })))).toEqual(
    expect.arrayContaining(["DTSTART;VALUE=DATE:20241230", "DTEND;VALUE=DATE:20250101"]),
  );
});

test("逗号、分号、反斜杠和换行都转义", () => {
  expect(unfolded(text(event({ summary: "a,b;c\\d\ne\r\nf" })))).toContain("SUMMARY:a\\,b\\;c\\\\d\\ne\\nf");
});

test("文字里带换行和冒号也不能塞进别的日程", () => {
  const lines = unfolded(text(event({ summary: "x\r\nEND:VEVENT\r\nBEGIN:VEVENT" })));
  expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
});

test("同样的内容每次生成的文件完全一样，同一日程只写一次", () => {
  expect(text(event(), event())).toBe(text(event()));
  expect(unfolded(text(event(), event({ id: "other" }))).filter((line) => line.startsWith("UID:"))).toEqual([
    "UID:lanxi.plan.2024-09-25@kaohe.invalid",
    "UID:other@kaohe.invalid",
  ]);
});

test("每行不超过 75 字节，不拆开汉字，拼回来与原文相同", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (given) => {
      const summary = given.replace(/[\u0000-\u001f\u007f]/g, "");
      const file = text(event({ summary }));
      const short = file.split("\r\n").every((line) => Buffer.byteLength(line) <= 75);
      const whole = unfolded(file).find((line) => line.startsWith("SUMMARY:"));
      const plain = whole?.slice("SUMMARY:".length).replace(/\\([\\;,])/g, "$1");
      return short && plain === summary && file.endsWith("\r\n") && !/[^\r]\n/.test(file);
    }),
  );
});

test("没有日程也是一个完整的文件", () => {
  expect(unfolded(text()).filter(Boolean)).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//KAOHE//KAOHE//ZH",
    "CALSCALE:GREGORIAN",
    "X-WR-CALNAME:兰西2024秋",
    "END:VCALENDAR",
  ]);
});

test("不是会议邀请：不写要有组织者的 METHOD", () => {
  expect(unfolded(text(event())).filter((line) => /^(?:METHOD|ORGANIZER|ATTENDEE)/.test(line))).toEqual([]);
});
