/** ID numbers and what they tell, for AGE, IDCHECK and ELIGIBLE. */
import type { CellValue } from "../values/cell";
import { readDate, wholeDay, type CivilDate } from "../values/date";
import { checkId } from "../values/id";
import { wrongValue, words } from "./problem";

/** The birth date in a cell: a date, or an ID number that is in order. */
export function birthIn(value: CellValue): CivilDate {
  const read = readDate(value);
  const day = read.kind === "date" ? wholeDay(read) : null;
  if (day) return day;
  const id = checkId(value);
  if (id.kind === "valid") return id.birth;
  throw wrongValue("birth.unreadable");
}

/** 男 or 女 as a form writes it; null for anything else. */
export function readSex(text: string): "男" | "女" | null {
  if (text === "男" || text === "男性") return "男";
  return text === "女" || text === "女性" ? "女" : null;
}

/** 有效, or what is wrong with an ID number. */
export function idVerdict(value: CellValue): string {
  const id = checkId(value);
  if (id.kind === "valid") return words("id.valid");
  if (id.kind === "blank") return words("id.blank");
  if (id.kind === "error") throw wrongValue("birth.unreadable");
  return words(`id.${id.problem}`);
}
