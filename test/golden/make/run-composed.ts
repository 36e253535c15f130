/** The composed books by hand: `npx tsx test/golden/make/run-composed.ts [--seeds A-B] [--free] [--quiet] [--write DIR]`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { composed } from "./composed";
import { judge, type Judgement } from "./judge";
import { option, print, printScore } from "./tell";
import { bytesOf, fileName } from "./write";

async function main(): Promise<void> {
  const [from = 0, to = from] = (option("seeds") ?? "0-149").split("-").map(Number);
  const free = process.argv.includes("--free");
  const quiet = process.argv.includes("--quiet");
  const write = option("write");
  const all: Judgement[] = [];
  for (let seed = from; seed <= to; seed++) {
    const book = composed(seed);
    if (write !== null) {
      mkdirSync(write, { recursive: true });
      writeFileSync(join(write, fileName(book)), await bytesOf(book));
    }
    const one = await judge(book, !free);
    all.push(one);
    if (!quiet) print("composed", seed, one);
  }
  printScore("ALL", all);
}

void main();
