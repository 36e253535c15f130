/**
 * npm run bench: figures of speed, each beside a named peer in the same run (scripts/bench/run.ts). `npm run bench -- pane` looks
 * for long tasks of the built pane in a browser instead (scripts/bench/pane.mjs; run npm run build first).
 */
import { join } from "node:path";
import { argv } from "node:process";
import { ensureInstalled, root, runNode } from "./setup.mjs";

ensureInstalled();
const bench = (name) => join(root, "scripts", "bench", name);
process.exitCode = await (argv[2] === "pane"
  ? runNode([bench("pane.mjs")])
  : runNode(["--import", import.meta.resolve("tsx"), bench("run.ts")]));
