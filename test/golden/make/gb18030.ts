/** Text to GB18030 bytes, read backwards out of the platform's own decoder: two bytes for what GBK has, four for the others (✓). */

const table = new Map<string, readonly number[]>();

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

function fillFour(): void {
  const decoder = new TextDecoder("gb18030");
  for (let first = 0x81; first <= 0x84; first++)
    for (let second = 0x30; second <= 0x39; second++)
      for (let third = 0x81; third <= 0xfe; third++)
        for (let fourth = 0x30; fourth <= 0x39; fourth++) {
          const text = decoder.decode(Uint8Array.from([first, second, third, fourth]));
          if (text.length === 1 && text !== "\ufffd" && !table.has(text)) table.set(text, [first, second, third, fourth]);
        }
}

let hasFour = false;

function bytesFor(mark: string): readonly number[] {
  if (table.size === 0) fill();
  if (!table.has(mark) && !hasFour) {
    hasFour = true;
    fillFour();
  }
  return table.get(mark) ?? [0x3f];
}

export function gb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const mark of text) {
    const code = mark.codePointAt(0) ?? 0;
    if (code < 0x80 || code === 0xa0) bytes.push(code === 0xa0 ? 0x20 : code);
    else bytes.push(...bytesFor(mark));
  }
  return Uint8Array.from(bytes);
}
