/**
 * What sort of file it is, from its first bytes; the name only decides where text could be anything. Schools rename
 * files, and many systems export a web page or plain text under the name .xls.
 */

/** "mixed" has control characters, which text has not: with a text file's name it may be one all the same. */
export type FileKind = "zip" | "ole" | "biff" | "text" | "mixed" | "other";

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** An old Excel stream without its container (BIFF2–BIFF8): a "beginning of file" record. */
function isBareBiff(bytes: Uint8Array): boolean {
  const version = bytes[1];
  return bytes[0] === 0x09 && (version === 0x00 || version === 0x02 || version === 0x04 || version === 0x08) && bytes[3] === 0x00;
}

/** Control characters that no text has (tab, line ends, form feed and the old end-of-file mark aside). */
function looksBinary(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return false;
  const sample = bytes.subarray(0, 65_536);
  return sample.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a);
}

/** The kind of a file by its content. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, OLE)) return "ole";
  if (startsWith(bytes, ZIP) || startsWith(bytes, EMPTY_ZIP)) return "zip";
  if (isBareBiff(bytes)) return "biff";
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return "other"; // %PDF
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74])) return "other"; // {\rt
  return looksBinary(bytes) ? "mixed" : "text";
}

/** The name without folder and ending: the name of the only sheet of a text file. */
export function baseName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? name;
  return last.replace(/\.[^.]+$/, "") || last;
}

export function extension(name: string): string {
  return /\.([^.\\/]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}
