/**
 * Names of persons and schools: one form for showing, one for comparing. Spaces inside a Chinese name, invisible
 * characters, the several dots of 阿卜杜拉·买买提 and traditional characters make no other person.
 */
import { Converter } from "opencc-js/t2cn";
import { CellError, type CellErrorCode, type CellValue } from "./cell";
import { dropInvisible, foldWidth, hasInvisible } from "./text";

export interface ReadName {
  readonly kind: "name";
  /** The name as it should stand in the cell. */
  readonly normal: string;
  readonly text: string;
  /** Spaces stand at its ends, or inside a Chinese name, or twice in another one. */
  readonly hasSpace: boolean;
  readonly hasInvisible: boolean;
}

export type NameReading =
  | { readonly kind: "blank" }
  | ReadName
  | { readonly kind: "unreadable"; readonly text: string }
  | { readonly kind: "error"; readonly code: CellErrorCode };

const han = /\p{Script=Han}/u;
const dots = /[・•‧∙⋅･●]|(?<=\p{Script=Han}) *[.。] *(?=\p{Script=Han})/gu;
/** Characters that look like a Han character but are a radical or a compatibility form, as some input methods and PDFs give them. */
const lookalikes = /[\u2e80-\u2fdf\uf900-\ufaff]/g;
/** Longer than any name; a cell with more is prose. */
const longestName = 100;

function normalForm(text: string): string {
  const folded = foldWidth(dropInvisible(text))
    .replace(lookalikes, (mark) => mark.normalize("NFKC"))
    .normalize("NFC");
  const dotted = folded.replace(dots, "·");
  return han.test(dotted) ? dotted.replace(/\s+/g, "") : dotted.replace(/\s+/g, " ").trim();
}

function hasStraySpace(text: string, normal: string): boolean {
  const spaces = dropInvisible(text).match(/\s/g)?.length ?? 0;
  return spaces > (normal.match(/ /g)?.length ?? 0);
}

/** Reads a cell as a name. Numbers and booleans are none. */
export function readName(value: CellValue): NameReading {
  if (value === null) return { kind: "blank" };
  if (value instanceof CellError) return { kind: "error", code: value.code };
  if (typeof value !== "string") return { kind: "unreadable", text: String(value) };
  const normal = value.length > longestName ? "" : normalForm(value);
  if (normal !== "")
    return { kind: "name", normal, text: value, hasSpace: hasStraySpace(value, normal), hasInvisible: hasInvisible(value) };
  return value.length > longestName ? { kind: "unreadable", text: value } : { kind: "blank" };
}

/** Built on first use: the dictionary takes some milliseconds, and most workbooks have no traditional character. */
let toSimplified: ((text: string) => string) | null = null;
const keys = new Map<string, string>();
/** Enough for a county's teachers; then the memory is given back. */
const mostKeys = 50_000;

/** The form by which names are compared (a key for maps): the normal form in simplified characters, without letter case. */
export function nameKey(text: string): string {
  const known = keys.get(text);
  if (known !== undefined) return known;
  toSimplified ??= Converter({ from: "t", to: "cn" });
  const key = toSimplified(normalForm(text.slice(0, longestName))).toLowerCase();
  if (keys.size >= mostKeys) keys.clear();
  keys.set(text, key);
  return key;
}

/** 王芳（支教）, 王芳*, （代课）王芳: a name and what stands in brackets or as a mark beside it. */
const beside = String.raw`\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕|[*※△▲☆★◆◇●○◎■□#]`;
const remarks = new RegExp(`^(?:${beside})+|(?:${beside})+$`, "gu");
const mayBeRemark = /[()（）[\]［］【】〔〕*＊※△▲☆★◆◇●○◎■□#＃]/u;
/** A name of one character is none: what is left of （大）王 says nobody. */
const shortestName = 2;

/** The name without the remarks beside it, and these; the whole text and "" where there are none. */
export function withoutRemark(text: string): { readonly name: string; readonly remark: string } {
  if (!mayBeRemark.test(text)) return { name: text, remark: "" };
  const normal = normalForm(text.slice(0, longestName));
  const name = normal.replace(remarks, "").trim();
  if (name === normal || name.length < shortestName) return { name: text, remark: "" };
  return { name, remark: (normal.match(remarks) ?? []).join("") };
}

/** Whether two texts write the same name. */
export function sameName(a: string, b: string): boolean {
  return a === b || nameKey(a) === nameKey(b);
}
