/**
 * npm run policy -- check | sheet | json | schema: the tools for those who write a policy.
 * Paths are meant from where the caller stands, which npm keeps in INIT_CWD.
 */
import { join } from "node:path";
import { ensureInstalled, root, runNode } from "./setup.mjs";

ensureInstalled();
const cwd = process.env.INIT_CWD ?? process.cwd();
process.exitCode = await runNode(
  ["--import", import.meta.resolve("tsx"), join(root, "src", "cli", "policy-main.ts"), ...process.argv.slice(2)],
  {
    cwd,
    minutes: 60,
    env: { TSX_TSCONFIG_PATH: join(root, "tsconfig.json") },
  },
);
