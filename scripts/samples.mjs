/**
 * npm run samples: makes assets/samples and what the tests know of it anew, by scripts/samples/make.ts.
 */
import { join } from "node:path";
import { ensureInstalled, root, runNode } from "./setup.mjs";

ensureInstalled();
process.exitCode = await runNode(["--import", import.meta.resolve("tsx"), join(root, "scripts", "samples", "make.ts")]);
