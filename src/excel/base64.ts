/** Bytes as base64, as Excel takes whole files. Only this lives here. */

const CHUNK = 0x8000;

export function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += CHUNK) pieces.push(String.fromCharCode(...bytes.subarray(from, from + CHUNK)));
  return btoa(pieces.join(""));
}
