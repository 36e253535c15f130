/**
 * npm test: every check there is, one after the other, going on after a failing one; the last line counts.
 * `npm test -- types unit` runs only the steps named. Needs nothing but Node and npm.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cache, ensureInstalled, inPackage, root, runNode } from "./setup.mjs";

/** A step that is right or wrong as a whole: it counts as one. */
function whole(...args) {
  return async () => ((await runNode(args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

/** A step made of Jest tests: each test counts, and so does a test file that could not run. */
function jest(name, config) {
  return async () => {
    mkdirSync(cache, { recursive: true });
    const results = join(cache, `${name}.json`);
    rmSync(results, { force: true });
    const program = inPackage("jest", "bin", "jest.js");
    const code = await runNode([program, "--config", config, "--passWithNoTests", "--json", `--outputFile=${results}`]);
    if (!existsSync(results)) return code === 0 ? { passed: 0, failed: 0 } : { passed: 0, failed: 1 };
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(results, "utf8"));
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
  };
}

const steps = {
  types: whole(inPackage("typescript", "bin", "tsc"), "--noEmit"),
  lint: whole(inPackage("eslint", "bin", "eslint.js"), ".", "--max-warnings", "0"),
  format: whole(inPackage("prettier", "bin", "prettier.cjs"), "--check", "."),
  structure: whole(inPackage("dependency-cruiser", "bin", "dependency-cruise.mjs"), "src", "--config", ".dependency-cruiser.cjs"),
  unused: whole(inPackage("knip", "bin", "knip.js")),
  unit: jest("unit", "jest.config.cjs"),
  build: whole(join(root, "scripts", "build.mjs")),
  e2e: jest("e2e", "jest.e2e.config.cjs"),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(", ")}. There are: ${Object.keys(steps).join(", ")}`);
  process.exit(64);
}

ensureInstalled();
const outcomes = [];
for (const [name, run] of Object.entries(steps)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n── ${name} ${"─".repeat(70 - name.length)}`);
  const began = Date.now();
  const outcome = await run();
  outcomes.push({ name, ...outcome, seconds: Math.round((Date.now() - began) / 1000) });
}

console.log(`\n── result ${"─".repeat(64)}`);
for (const { name, passed, failed, seconds } of outcomes) {
  console.log(`${failed === 0 ? "ok    " : "FAILED"} ${name.padEnd(10)} ${passed} passed, ${failed} failed (${seconds} s)`);
}
const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
