/**
 * The drawn books through another program: .xlsx turned by LibreOffice into .xls, .et (the same bytes) and .ods, formulas and hidden rows kept.
 * `npx tsx test/golden/make/run-office.ts --to xls|et|ods [--scene NAME] [--seeds FROM-TO] [--free]`; needs `soffice`.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Book } from "./book";
import { forced } from "./fresh";
import { fresh } from "./fresh-scenes";
import { judge, type Judgement } from "./judge";
import { option, print, printScore } from "./tell";
import { bytesOf } from "./write";

type Target = "xls" | "et" | "ods";

function targetOf(text: string | null): Target {
  return text === "et" || text === "ods" ? text : "xls";
}

async function main(): Promise<void> {
  const [from = 0, to = 2] = (option("seeds") ?? "0-2").split("-").map(Number);
  const only = option("scene");
  const target = targetOf(option("to"));
  const format = target === "et" ? "xls" : target;
  const folder = mkdtempSync(join(tmpdir(), "kaohe-office-"));
  forced.kind = "xlsx";
  const books = new Map<string, { scene: string; seed: number; book: Book }>();
  for (const [scene, make] of Object.entries(fresh)) {
    if (only !== null && !scene.includes(only)) continue;
    for (let seed = from; seed <= to; seed++) {
      const book = make(seed);
      if (book.kind.startsWith("csv")) continue;
      const file = `${scene}-${seed}`;
      books.set(file, { scene, seed, book: { ...book, kind: target } });
      writeFileSync(join(folder, `${file}.xlsx`), await bytesOf(book));
    }
  }
  const files = [...books.keys()].map((file) => join(folder, `${file}.xlsx`));
  execFileSync("soffice", ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", format, "--outdir", folder, ...files], { stdio: "ignore" });
  const all: Judgement[] = [];
  for (const [file, { scene, seed, book }] of books) {
    const one = await judge(book, !process.argv.includes("--free"), new Uint8Array(readFileSync(join(folder, `${file}.${format}`))));
    all.push(one);
    print(scene, seed, one);
  }
  printScore(`ALL ${target} (${folder})`, all);
}

void main();
