/** Text to GB18030 bytes: the two-byte part is read backwards out of the platform's own decoder. */

const table = new Map<string, readonly [number, number]>();

function fill(): void {
  const decoder = new TextDecoder("gb18030");
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.from([lead, trail]));
      if (text.length === 1 && text !== "\ufffd" && !table.has(text)) table.set(text, [lead, trail]);
    }
  }
}

export function gb18030(text: string): Uint8Array {
  if (table.size === 0) fill();
  const bytes: number[] = [];
  for (const mark of text) {
    const code = mark.codePointAt(0) ?? 0;
    if (code < 0x80 || code === 0xa0) bytes.push(code === 0xa0 ? 0x20 : code);
    else bytes.push(...(table.get(mark) ?? [0x3f]));
  }
  return Uint8Array.from(bytes);
}
