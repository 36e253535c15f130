/** The same books through the command line: verdict, exit code and findings are those of the check itself. */
import { run } from "../../src/cli/run";
import { checkWorkbook } from "../../src/check/check";
import { findPack, packs } from "../../src/policy/library";
import { checked } from "./make/judge";
import { scenes } from "./make/scenes";
import { bytesOf, fileName } from "./make/write";

const EXIT: Readonly<Record<string, number>> = { 可上报: 0, 需说明: 1, 不可上报: 1, 未能检查: 2 };

interface Printed {
  readonly files: readonly { readonly verdict: string; readonly policies: readonly string[]; readonly findings: readonly { readonly code: string; readonly sheet: string; readonly cell: string; readonly level: string }[] }[];
}

const cases = ["lanxi-teachers", "lanxi-school", "zhaoqing-year", "yueyang-cycle", "xiangxi-budget", "plan7-scores"].flatMap((name) => [0, 1, 2].map((seed) => [name, seed] as const));

describe("npm run check -- FILE --policy ID --format json", () => {
  it.each(cases)("%s %i: exit code, verdict and findings", async (name, seed) => {
    const scene = scenes[name];
    if (!scene) throw new RangeError(name);
    const book = scene(seed);
    const bytes = await bytesOf(book);
    let printed = "";
    const code = await run([fileName(book), "--policy", book.policy, "--as-of", book.asOf, "--format", "json"], {
      readFile: () => bytes,
      writeFile: () => false,
      out: (text) => (printed += text),
      error: () => undefined,
      today: "2020-01-01",
      packs,
      findPack,
      check: checkWorkbook,
    });
    const [file] = (JSON.parse(printed) as Printed).files;
    const report = checked(book, bytes);
    expect(file?.verdict).toBe(report.verdict);
    expect(code).toBe(EXIT[report.verdict]);
    expect(file?.policies).toEqual([book.policy]);
    expect(file?.findings.map((one) => `${one.code} ${one.level} ${one.sheet}!${one.cell}`)).toEqual(report.findings.map((one) => `${one.code} ${one.level} ${one.sheet}!${one.cell}`));
  });
});
