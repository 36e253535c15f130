/**
 * npm run build [-- --origin https://host/path] [--office self|microsoft|china] [--app-version 1.2.0.0] [--zip FILE]: makes dist/,
 * a static folder to be put on any web server. With --origin the manifest points to that address and what is only for
 * trying out stays away; without, it is for https://localhost:3000, where npm start serves it.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, sep } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isForTrying, isVersion, officeSources, withOffice, withVersion } from "./deployment/choices.mjs";
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

/** Every file of dist/, with / between folders. */
function files(folder = dist) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [relative(dist, path).split(sep).join("/")];
  });
}

/** Makes of the folder what the deployer chose. */
function deploy({ office, appVersion, zip }, isLocal) {
  const page = join(dist, "taskpane.html");
  writeFileSync(page, withOffice(readFileSync(page, "utf8"), office));
  if (officeSources[office].origin !== null) rmSync(join(dist, "office"), { recursive: true, force: true });
  if (appVersion !== undefined) {
    const manifest = join(dist, "manifest.xml");
    writeFileSync(manifest, withVersion(readFileSync(manifest, "utf8"), appVersion));
  }
  if (!isLocal) for (const path of files().filter(isForTrying)) rmSync(join(dist, path));
  if (zip !== undefined) {
    const { zipSync } = require("fflate");
    const entries = Object.fromEntries(files().map((path) => [path, new Uint8Array(readFileSync(join(dist, path)))]));
    writeFileSync(zip, zipSync(entries, { level: 6 }));
  }
}

/** An address that a manifest may hold: https, no query. */
function isOrigin(text) {
  return URL.canParse(text) && new URL(text).protocol === "https:" && !/[?#"<>&\s]/.test(text);
}

function refuse(text) {
  console.error(text);
  process.exit(64);
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      origin: { type: "string", default: localOrigin },
      office: { type: "string", default: "self" },
      "app-version": { type: "string" },
      zip: { type: "string" },
      development: { type: "boolean", default: false },
    },
  });
  const appVersion = values["app-version"];
  if (!isOrigin(values.origin)) refuse(`--origin wants an address that begins with https://, without query: ${values.origin}`);
  if (!Object.hasOwn(officeSources, values.office)) refuse(`--office wants one of ${Object.keys(officeSources).join(", ")}`);
  if (appVersion !== undefined && !isVersion(appVersion)) refuse(`--app-version wants four numbers, as 1.2.0.0: ${appVersion}`);
  ensureInstalled();
  const began = Date.now();
  if (!(await build(values))) process.exit(1);
  deploy({ ...values, appVersion }, values.origin === localOrigin);
  console.log(`dist/ is ready for ${values.origin} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}
