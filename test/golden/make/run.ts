/**
 * The judge by hand: `npx tsx test/golden/make/run.ts [--scene NAME] [--seeds FROM-TO] [--fresh | --words] [--free] [--noise] [--write DIR] [--quiet]`
 * prints every MISSED and EXTRA, the score of each scene and of all. `--fresh`: the drawn scenes; `--words`: clean forms in other words; `--free`: without --policy.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fresh } from "./fresh-scenes";
import { judge, type Judgement } from "./judge";
import { disorder } from "./noise";
import { Chance } from "./random";
import { scenes } from "./scenes";
import { option, print, printScore } from "./tell";
import { words } from "./words";
import { bytesOf, fileName } from "./write";

async function main(): Promise<void> {
  const [from = 0, to = 59] = (option("seeds") ?? "0-59").split("-").map(Number);
  const only = option("scene");
  const write = option("write");
  const quiet = process.argv.includes("--quiet");
  const noisy = process.argv.includes("--noise");
  const free = process.argv.includes("--free");
  const every: Judgement[] = [];
  for (const [name, scene] of Object.entries(process.argv.includes("--words") ? words : process.argv.includes("--fresh") ? fresh : scenes)) {
    if (only !== null && !name.includes(only)) continue;
    const all: Judgement[] = [];
    for (let seed = from; seed <= to; seed++) {
      if (noisy) {
        disorder.chance = new Chance(seed + 7919);
        disorder.traditional = disorder.chance.chance(0.15);
      }
      const book = scene(seed);
      if (write !== null) {
        mkdirSync(write, { recursive: true });
        writeFileSync(join(write, `${name}-${seed}-${fileName(book)}`), await bytesOf(book));
      }
      const one = await judge(book, !free);
      all.push(one);
      if (!quiet) print(name, seed, one);
    }
    printScore(name, all);
    every.push(...all);
  }
  printScore("ALL", every);
}

void main();
