/** What the judge found, in lines for the terminal: every fault of a book, the score of a scene. */
import { scoreOf, type Judgement } from "./judge";
import { fileName } from "./write";

export const out = (text: string): void => void process.stdout.write(`${text}\n`);

export function option(name: string): string | null {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? null : (process.argv[at + 1] ?? "");
}

function grouped<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

export function print(scene: string, seed: number, one: Judgement): void {
  const isFine = one.missed.length === 0 && one.extra.length === 0 && one.tableFaults.length === 0 && one.columnFaults.length === 0 && one.verdict.wanted === one.verdict.came;
  if (isFine) return;
  out(`## ${scene} ${seed} (${fileName(one.book)}) ${one.book.says.join(" | ")}`);
  if (one.crash !== null) {
    out(`  CRASH ${one.crash}`);
    return;
  }
  if (one.verdict.wanted !== one.verdict.came) out(`  VERDICT wanted ${one.verdict.wanted}, came ${one.verdict.came}`);
  for (const fault of one.tableFaults) out(`  TABLE ${fault}`);
  for (const fault of one.columnFaults) out(`  COLUMN ${fault}`);
  for (const wanted of one.missed) out(`  MISSED ${wanted.code} ${wanted.level} ${wanted.sheet}!${wanted.cell} — ${wanted.why}`);
  const alike = grouped(one.extra, (finding) => `${finding.code} ${finding.level} ${finding.sheet}!${finding.cell.replace(/\d+.*/, "")}`);
  for (const [what, list] of alike) out(`  EXTRA ${list.length} × ${what}: ${list[0]?.cell ?? ""} — ${(list[0]?.message ?? "").slice(0, 120)}`);
}

export function printScore(name: string, all: readonly Judgement[]): void {
  const s = scoreOf(all);
  const share = (part: number, whole: number): string => (whole === 0 ? "—" : `${((100 * part) / whole).toFixed(1)}%`);
  out(
    `${name}: ${s.books} books, recall ${share(s.found, s.planted)} (${s.found}/${s.planted}), precision ${share(s.found, s.found + s.extra)} (${s.extra} extra), verdicts ${share(s.verdicts, s.books)}, tables ${share(s.books - s.tableFaults, s.books)}, columns ${share(s.columns - s.columnFaults, s.columns)}, dirty clean ${s.dirtyClean}, crashes ${s.crashes}`,
  );
}
