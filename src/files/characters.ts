/**
 * From bytes to characters: byte order marks, UTF-8 where it is strictly valid, else GB18030 (which contains GBK and
 * GB2312 and, unlike them, every character of a name).
 */

/** The text, or null where the bytes are no text in any of these encodings. `declared` is what the file says itself. */
export function decodeText(bytes: Uint8Array, declared?: string): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder("utf-8").decode(bytes);
  return strictly("utf-8", bytes) ?? strictly("gb18030", bytes) ?? (declared === undefined ? null : strictly(declared, bytes));
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
