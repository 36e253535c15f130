/**
 * From bytes to characters: byte order marks, UTF-8 where it is strictly valid, else GB18030 (which contains GBK and
 * GB2312 and, unlike them, every character of a name).
 */

/** The text, or null where the bytes are no text in any of these encodings. `declared` is what the file says itself. */
export function decodeText(bytes: Uint8Array, declared?: string): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder("utf-8").decode(bytes);
  const read = unmarkedUtf8(bytes) ?? strictly("gb18030", bytes);
  return read ?? (declared === undefined ? null : strictly(declared, bytes));
}

/** Nothing but ASCII and letters of two bytes (Greek, Cyrillic …): no Chinese table. */
const WITHOUT_HAN = /^[\u0000-\u07ff]*[\u0080-\u07ff][\u0000-\u07ff]*$/;

/** UTF-8 without its mark. A short list in GB18030 (联通) may be valid UTF-8 by chance: then strange letters stand where Chinese is due. */
function unmarkedUtf8(bytes: Uint8Array): string | null {
  const text = strictly("utf-8", bytes);
  if (text === null || !WITHOUT_HAN.test(text)) return text;
  const chinese = strictly("gb18030", bytes);
  return chinese !== null && PLAUSIBLE.test(chinese) ? null : text;
}

/** The Windows code pages that old workbooks name, as the encodings are called today. Any other is taken for Western European. */
const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [866, "ibm866"],
  [874, "windows-874"],
  [932, "shift_jis"],
  [936, "gb18030"],
  [949, "euc-kr"],
  [950, "big5"],
  [1200, "utf-16le"],
  [1201, "utf-16be"],
  [10000, "macintosh"],
  [10008, "gb18030"],
  [54936, "gb18030"],
  [65001, "utf-8"],
  ...Array.from({ length: 9 }, (_, index): [number, string] => [1250 + index, `windows-${String(1250 + index)}`]),
]);

/** Text of a workbook older than Excel 97. */
export function decodeCodePage(codePage: number, bytes: Iterable<number>): string {
  return new TextDecoder(CODE_PAGES.get(codePage) ?? "windows-1252").decode(Uint8Array.from(bytes));
}

/** What a table in UTF-16 consists of: ASCII, Latin, punctuation, Chinese characters and their full-width marks. */
const PLAUSIBLE = /^[\t\n\r\u0020-\u007e\u00a0-\u00ff\u2000-\u27bf\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]+$/;

/** UTF-16 that lost its byte order mark; null where the bytes are something else. */
function decodeBareUtf16(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, 8192);
  const encoding = ["utf-16le", "utf-16be"].find((each) => PLAUSIBLE.test(strictly(each, start.subarray(0, start.length & ~1)) ?? ""));
  return encoding === undefined ? null : strictly(encoding, bytes);
}

/** Text among which some programs left control characters (a NUL behind each field, say); null where the bytes are no text. */
export function decodeMixed(bytes: Uint8Array): string | null {
  return decodeBareUtf16(bytes) ?? decodeText(bytes)?.replace(/[\u0000-\u0008\u000b\u000e-\u001f]/g, "") ?? null;
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The encoding that a web page or XML file declares, for what is neither UTF-8 nor GB18030 (Big5, say). */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("windows-1252").decode(bytes.subarray(0, 2048));
  return /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1];
}
