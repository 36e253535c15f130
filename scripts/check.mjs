/**
 * npm run check -- FILE…: the command line of src/cli, set up first where need be.
 * Paths are meant from where the caller stands, which npm keeps in INIT_CWD.
 */
import { join } from "node:path";
import { ensureInstalled, root, runNode } from "./setup.mjs";

ensureInstalled();
const cwd = process.env.INIT_CWD ?? process.cwd();
process.exitCode = await runNode(["--import", import.meta.resolve("tsx"), join(root, "src", "cli", "main.ts"), ...process.argv.slice(2)], {
  cwd,
  minutes: 60,
  env: { TSX_TSCONFIG_PATH: join(root, "tsconfig.json") },
});
