/**
 * A Chinese font for a browser on a machine that has none: @fontsource/noto-sans-sc, unpacked from WOFF to TTF,
 * and the fontconfig file that points to it.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { inPackage } from "./setup.mjs";

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const TTF_HEADER = 12;
const TTF_ENTRY = 16;

/** Makes a TrueType font of a WOFF 1.0 file (https://www.w3.org/TR/WOFF/): the same tables, each inflated. */
function unpackWoff(woff) {
  const count = woff.readUInt16BE(12);
  const entries = Array.from({ length: count }, (_, i) => {
    const at = WOFF_HEADER + i * WOFF_ENTRY;
    const [tag, offset, packed, length, sum] = [0, 4, 8, 12, 16].map((step) => woff.readUInt32BE(at + step));
    const bytes = woff.subarray(offset, offset + packed);
    return { tag, sum, table: packed < length ? inflateSync(bytes) : bytes };
  });
  const power = 2 ** Math.floor(Math.log2(count));
  const head = Buffer.alloc(TTF_HEADER + count * TTF_ENTRY);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE(count * 16 - power * 16, 10);
  const parts = [head];
  let offset = head.length;
  entries.forEach(({ tag, sum, table }, i) => {
    [tag, sum, offset, table.length].forEach((value, j) => head.writeUInt32BE(value, TTF_HEADER + i * TTF_ENTRY + j * 4));
    const padding = (4 - (table.length % 4)) % 4;
    parts.push(table, Buffer.alloc(padding));
    offset += table.length + padding;
  });
  return Buffer.concat(parts);
}

/** What other machines call their fonts; here all of them mean the one there is. */
const otherNames = ["sans-serif", "serif", "monospace", "system-ui", "Segoe UI", "Microsoft YaHei", "SimSun", "PingFang SC", "Arial"];

/** Writes the fonts and fonts.conf into a folder and gives the path of fonts.conf. */
export function unpackFonts(folder) {
  mkdirSync(folder, { recursive: true });
  const files = inPackage("@fontsource", "noto-sans-sc", "files");
  // The font comes in a hundred slices; rare characters of names stand in the last ones, so take all of the two weights.
  for (const name of readdirSync(files).filter((file) => /-(400|700)-normal\.woff$/.test(file))) {
    writeFileSync(join(folder, name.replace(/woff$/, "ttf")), unpackWoff(readFileSync(join(files, name))));
  }
  const aliases = otherNames
    .map((name) => `<alias binding="same"><family>${name}</family><prefer><family>Noto Sans SC</family></prefer></alias>`)
    .join("\n  ");
  const conf = join(folder, "fonts.conf");
  writeFileSync(
    conf,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${join(folder, "cache")}</cachedir>
  ${aliases}
</fontconfig>
`,
  );
  return conf;
}
