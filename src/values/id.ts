/**
 * Citizen identity numbers (公民身份号码, GB 11643-1999): checking one, reading birth and sex, masking.
 * Nothing here keeps or reports a number in full.
 */
import { civilDate, type CivilDate } from "./calendar";
import { CellError, type CellErrorCode, type CellValue } from "./cell";
import { tidy } from "./text";

export type Sex = "男" | "女";

export type IdProblem = "length" | "characters" | "date" | "check-digit" | "precision-lost" | "fifteen" | "masked";

export type IdReading =
  | { readonly kind: "blank" }
  | { readonly kind: "error"; readonly code: CellErrorCode }
  | {
      readonly kind: "valid";
      readonly birth: CivilDate;
      readonly sex: Sex;
      /** The number as the standard writes it: 18 characters, capital X. */
      readonly normal: string;
      /** Spaces, invisible or full-width characters stood in the cell. */
      readonly untidy: boolean;
    }
  | {
      readonly kind: "invalid";
      readonly problem: IdProblem;
      /** The number of characters found, spaces left out. */
      readonly length: number;
      /** The text found, spaces left out; mask it before showing it. */
      readonly text: string;
      /** Readable although the number is not valid: 15 digits, a wrong check digit. */
      readonly birth: CivilDate | null;
      readonly sex: Sex | null;
    };

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkMarks = "10X98765432";

/** The check mark for the first 17 digits: ISO 7064, MOD 11-2. */
export function checkDigit(first17: string): string {
  const total = weights.reduce((sum, weight, at) => sum + weight * Number(first17.charAt(at)), 0);
  return checkMarks.charAt(total % 11);
}

function birthIn(text: string): CivilDate | null {
  const digits = text.length === 15 ? `19${text.slice(6, 12)}` : text.slice(6, 14);
  const birth = civilDate(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8)));
  return birth === null || birth.year < 1850 || birth.year > 2100 ? null : birth;
}

function sexIn(text: string): Sex {
  const order = Number(text.length === 15 ? text.charAt(14) : text.charAt(16));
  return order % 2 === 1 ? "男" : "女";
}

function invalid(problem: IdProblem, text: string): IdReading {
  const readable = problem === "fifteen" || problem === "check-digit";
  return {
    kind: "invalid",
    problem,
    length: text.length,
    text,
    birth: readable ? birthIn(text) : null,
    sex: readable ? sexIn(text) : null,
  };
}

function checkText(text: string, untidy: boolean): IdReading {
  if (/^\d(?:\.\d+)?E\+1[4-9]$/.test(text)) return invalid("precision-lost", text);
  if (/^\d{3,6}\*{4,14}[\dX]{0,6}$/.test(text)) return invalid("masked", text);
  if (/^\d{15}$/.test(text)) return invalid(birthIn(text) === null ? "date" : "fifteen", text);
  if (!/^[\dX]*$/.test(text)) return invalid("characters", text);
  if (text.length !== 18) return invalid("length", text);
  if (!/^\d{17}[\dX]$/.test(text)) return invalid("characters", text);
  const birth = birthIn(text);
  if (birth === null) return invalid("date", text);
  if (checkDigit(text) !== text.charAt(17)) return invalid("check-digit", text);
  return { kind: "valid", birth, sex: sexIn(text), normal: text, untidy };
}

/**
 * Checks a cell that should hold an identity number. A number cell of more than 15 digits has lost its last digits for
 * good, because Excel keeps 15.
 */
export function checkId(value: CellValue): IdReading {
  if (value === null) return { kind: "blank" };
  if (value instanceof CellError) return { kind: "error", code: value.code };
  if (typeof value === "boolean") return invalid("characters", value ? "TRUE" : "FALSE");
  if (typeof value === "number") {
    const digits = Number.isInteger(value) && value >= 0 && value < 1e21 ? value.toFixed(0) : String(value);
    return digits.length > 15 && value > 1e15 ? invalid("precision-lost", digits) : checkText(digits.toUpperCase(), false);
  }
  const text = tidy(value).replaceAll(" ", "").replaceAll("＊", "*").replace(/^'/, "").toUpperCase();
  if (text === "") return { kind: "blank" };
  return checkText(text, text !== value.toUpperCase());
}

/** The first four and the last four characters, the others as stars: 3301**********1234. Texts of up to eight characters are no ID and stay. */
export function maskId(text: string): string {
  const marks = [...text];
  if (marks.length <= 8) return text;
  return marks.map((mark, at) => (at < 4 || at >= marks.length - 4 ? mark : "*")).join("");
}

/** Runs of 14 to 20 digits (an ID with a digit too few or too many is still somebody's), and 6-8-4 and 6-4-4-4 groups with spaces; not the decimals of 0.0158…. */
const idLike =
  /(?<![0-9０-９]|(?<![0-9０-９])0\.)(?:[0-9０-９]{6}[\s-]([0-9０-９]{8}|[0-9０-９]{4}[\s-][0-9０-９]{4})[\s-][0-9０-９]{3}|[0-9０-９]{13,19})[0-9０-９XxＸｘ](?![0-9０-９])/g;

/** Masks every identity number (and everything that looks like one) inside a longer text. */
export function maskIdsIn(text: string): string {
  return text.replace(idLike, maskId);
}
