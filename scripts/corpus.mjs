/**
 * npm run corpus -- FOLDER [OUT.tsv]: checks every file below a folder, for a look at files that we have never seen (scripts/corpus/run.ts).
 */
import { join } from "node:path";
import { ensureInstalled, root, runNode } from "./setup.mjs";

ensureInstalled();
process.exitCode = await runNode(
  ["--import", import.meta.resolve("tsx"), join(root, "scripts", "corpus", "run.ts"), ...process.argv.slice(2)],
  {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    minutes: 600,
    env: { TSX_TSCONFIG_PATH: join(root, "tsconfig.json") },
  },
);
