/**
 * npm run build [-- --origin https://host/path] [-- --development]: makes dist/, a static folder to be put on any web server.
 * With --origin the manifest points to that address; without, to https://localhost:3000, where npm start serves it.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { functionsJson } from "./functions-json.mjs";
import { ensureInstalled, root } from "./setup.mjs";

const require = createRequire(import.meta.url);

/** Where the add-in lives as far as manifest.xml in the repository is concerned. */
export const localOrigin = "https://localhost:3000";

export const dist = join(root, "dist");

/** Writes the two files of dist/ that webpack does not make. */
async function writeDescriptions(origin) {
  mkdirSync(dist, { recursive: true });
  const manifest = readFileSync(join(root, "manifest.xml"), "utf8");
  writeFileSync(join(dist, "manifest.xml"), manifest.replaceAll(localOrigin, origin.replace(/\/+$/, "")));
  writeFileSync(join(dist, "functions.json"), await functionsJson());
}

/** A webpack compiler for everything in webpack.config.js. */
export function compiler(development) {
  const webpack = require("webpack");
  return webpack(require(join(root, "webpack.config.js"))({ development }));
}

/** Makes dist/ anew. Gives false, after saying why, where it could not. */
export async function build({ origin = localOrigin, development = false } = {}) {
  rmSync(dist, { recursive: true, force: true });
  const webpack = compiler(development);
  const stats = await new Promise((resolve, reject) => {
    webpack.run((error, result) => (error ? reject(error) : resolve(result)));
  });
  await new Promise((resolve) => webpack.close(resolve));
  if (stats.hasErrors() || stats.hasWarnings()) console.error(stats.toString({ preset: "errors-warnings", colors: false }));
  if (stats.hasErrors()) return false;
  await writeDescriptions(origin);
  return true;
}

/** An address that a manifest may hold: https, no query. */
function isOrigin(text) {
  return URL.canParse(text) && new URL(text).protocol === "https:" && !/[?#"<>&\s]/.test(text);
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { origin: { type: "string", default: localOrigin }, development: { type: "boolean", default: false } },
  });
  if (!isOrigin(values.origin)) {
    console.error(`--origin wants an address that begins with https://, without query: ${values.origin}`);
    process.exit(64);
  }
  ensureInstalled();
  const began = Date.now();
  if (!(await build(values))) process.exit(1);
  console.log(`dist/ is ready for ${values.origin} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}
