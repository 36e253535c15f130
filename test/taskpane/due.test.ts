/** 期限 in words, and as events of a calendar: month ends, leap years, the day itself and the day after; every policy's file by RFC 5545. */
import { calendarFile } from "../../src/check/calendar-file";
import { packs } from "../../src/policy/library";
import type { Pack, RuleOf } from "../../src/policy/schema";
import { dueUnder } from "../../src/rules/due";
import { judgingBy } from "../../src/rules/judging";
import { eventsOf, leftText, whenText } from "../../src/taskpane/deadlines/due-text";
import zhCN from "../../src/taskpane/deadlines/messages/zh-CN.json";
import type { SayDue } from "../../src/taskpane/deadlines/say";
import { ofIso, type CivilDate } from "../../src/values/date";
import { speaker } from "../../src/values/message";

const speak = speaker({ "zh-CN": zhCN, "en-US": {} });
const say: SayDue = (id, values = {}) => speak({ id, values }, "zh-CN");

function on(iso: string): CivilDate {
  const day = ofIso(iso);
  if (!day) throw new Error(iso);
  return day;
}

/** A policy with one deadline. */
function packWith(due: RuleOf<"deadline">["due"]): Pack {
  const [pack] = packs;
  const rule = pack?.rules.find((each) => each.kind === "deadline");
  if (!pack || rule?.kind !== "deadline") throw new Error("no deadline");
  return { ...pack, rules: [{ ...rule, what: "报送", due, readings: undefined }] };
}

const told = (due: RuleOf<"deadline">["due"], asOf: string) =>
  dueUnder(judgingBy(packWith(due)), on(asOf)).map((each) => [leftText(each, say), whenText(each, say)]);

test.each([
  ["闰年二月末", { by: "2024-03-01" }, "2024-02-28", "还有 2 天", "2024年3月1日前（含当天）"],
  ["平年二月末", { by: "2023-03-01" }, "2023-02-28", "还有 1 天", "2023年3月1日前（含当天）"],
  ["闰日当天", { by: "2024-02-29" }, "2024-02-29", "今天截止", "2024年2月29日前（含当天）"],
  ["闰日过后", { by: "2024-02-29" }, "2024-03-01", "已过 1 天", "2024年2月29日前（含当天）"],
  ["大月月末", { by: "2024-08-31" }, "2024-09-01", "已过 1 天", "2024年8月31日前（含当天）"],
  ["跨年", { by: "2025-01-01" }, "2024-12-31", "还有 1 天", "2025年1月1日前（含当天）"],
  ["跨过一整个闰年", { by: "2025-01-01" }, "2024-01-01", "还有 366 天", "2025年1月1日前（含当天）"],
  ["一段时间还没开始", { from: "2024-09-21", to: "2024-09-22" }, "2024-09-20", "1 天后开始", "2024年9月21日至2024年9月22日"],
  ["一段时间正在办", { from: "2024-09-21", to: "2024-09-22" }, "2024-09-21", "还有 1 天", "2024年9月21日至2024年9月22日"],
  ["一段时间的最后一天", { from: "2024-09-21", to: "2024-09-22" }, "2024-09-22", "今天截止", "2024年9月21日至2024年9月22日"],
] as const)("%s：%o 在 %s", (_says, due, asOf, left, when) => {
  expect(told(due, asOf)).toEqual([[left, when]]);
});

test("每年 2 月最后一天的期限，平年闰年都对", () => {
  expect(told({ yearly: ["02-29"] }, "2023-02-28").map(([left]) => left)).toEqual(["今天截止", "还有 366 天"]);
  expect(told({ yearly: ["02-29"] }, "2024-02-28").map(([left]) => left)).toEqual(["还有 1 天", "还有 366 天"]);
});

/** A calendar file read by the letter of RFC 5545: lines unfolded, each a name and a value. */
function read(file: string): readonly (readonly [string, string])[] {
  return file
    .replace(/\r\n /g, "")
    .split("\r\n")
    .filter((line) => line !== "")
    .map((line) => {
      const at = line.indexOf(":");
      return [line.slice(0, at), line.slice(at + 1)];
    });
}

test.each(packs.map((pack) => [pack.name, pack] as const))("%s 的日历文件合乎 RFC 5545", (_says, pack) => {
  const day = on(pack.valid?.from ?? "2024-01-01");
  const dues = dueUnder(judgingBy(pack), day);
  const events = eventsOf(pack, dues, say);
  const file = calendarFile(pack.name, events, day);
  expect(file.split("\r\n").filter((line) => Buffer.byteLength(line) > 75 || line.includes("\n"))).toEqual([]);
  const lines = read(file);
  const count = (name: string, value: string) => lines.filter(([key, text]) => key === name && text === value).length;
  expect([count("BEGIN", "VCALENDAR"), count("END", "VCALENDAR"), count("BEGIN", "VEVENT"), count("END", "VEVENT")]).toEqual([
    1,
    1,
    events.length,
    events.length,
  ]);
  const each = (name: string) => lines.filter(([key]) => key === name).map(([, text]) => text);
  expect(new Set(each("UID")).size).toBe(events.length);
  expect(each("UID").filter((uid) => !/^[\x21-\x7e]+$/.test(uid))).toEqual([]);
  expect(each("DTSTAMP").filter((stamp) => !/^\d{8}T\d{6}Z$/.test(stamp))).toEqual([]);
  expect(each("DTSTAMP")).toHaveLength(events.length);
  expect(each("DTSTART;VALUE=DATE").filter((start) => !/^\d{8}$/.test(start))).toEqual([]);
  // Commas, semicolons and backslashes stand escaped only.
  const texts = [...each("SUMMARY"), ...each("DESCRIPTION")];
  expect(texts.filter((text) => /[,;]/.test(text.replace(/\\[\\,;nN]/g, "")))).toEqual([]);
  expect(each("SUMMARY")).toEqual(events.map(({ summary }) => summary));
});
