/**
 * npm run bench: figures of speed, each beside a named peer in the same run (scripts/bench/run.ts).
 */
import { join } from "node:path";
import { ensureInstalled, root, runNode } from "./setup.mjs";

ensureInstalled();
process.exitCode = await runNode(["--import", import.meta.resolve("tsx"), join(root, "scripts", "bench", "run.ts")]);
