/**
 * npm run start:excel: builds the add-in, serves it on https://localhost:3000 and sideloads it into the Excel of this desktop.
 * Excel trusts only certificates of the system's trust store, so this one command (and no other) asks to put Microsoft's
 * development certificate there; both of Microsoft's tools are fetched by npx when it runs.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { ensureInstalled } from "./setup.mjs";

const port = 3000;

/** Runs a tool of the npm registry; ends the process with its code where it fails. */
function npx(...args) {
  const { status } = spawnSync("npx", ["--yes", ...args], { stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}

if (process.platform !== "win32" && process.platform !== "darwin") {
  console.error("Excel runs on Windows and macOS only. Here, npm start shows the add-in in a simulated Excel.");
  process.exit(1);
}
ensureInstalled();
const { build, dist } = await import("./build.mjs");
const { serve } = await import("./serve.mjs");

const certificates = join(homedir(), ".office-addin-dev-certs");
npx("office-addin-dev-certs@3.0.0", "install");
const [key, cert] = ["localhost.key", "localhost.crt"].map((name) => join(certificates, name));
if (!existsSync(key) || !existsSync(cert)) {
  console.error(`No certificate was found in ${certificates}.`);
  process.exit(1);
}
if (!(await build())) process.exit(1);
await serve(dist, port, { key: readFileSync(key), cert: readFileSync(cert) });
npx("office-addin-debugging@7.0.0", "start", join(dist, "manifest.xml"), "desktop", "--no-debug");
console.log("The add-in is served until Ctrl+C; to take it out of Excel again: npx office-addin-debugging@7.0.0 stop dist/manifest.xml");
