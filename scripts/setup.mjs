/**
 * Sets up what a script needs before its own work: the packages of package-lock.json in node_modules.
 * Uses nothing but Node itself, so it runs in a fresh clone. Other scripts import it first.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's top folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where scripts may keep what they made and can make again. */
export const cache = join(root, "node_modules", ".cache", "kaohe");

/** The packages a lock file asks for, without those that are left out on other systems. */
function wanted(lockFile) {
  const { packages } = JSON.parse(readFileSync(lockFile, "utf8"));
  return Object.entries(packages).filter(([folder, entry]) => folder !== "" && entry.optional !== true);
}

/** Whether node_modules holds exactly the versions that package-lock.json asks for, told by what npm wrote down, not by dates. */
function isInstalled() {
  const written = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(written)) return false;
  const { packages } = JSON.parse(readFileSync(written, "utf8"));
  return wanted(join(root, "package-lock.json")).every(([folder, entry]) => packages[folder]?.version === entry.version);
}

/** Installs what is missing; ends the process where that fails. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.error("Installing the packages of package-lock.json (npm ci) …");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    // What npm says must not get into the output of a script that prints JSON.
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (npm.status === 0) return;
  console.error("npm ci failed: the packages could not be installed. Is the npm registry reachable?");
  process.exit(1);
}

/**
 * Runs a Node program of this project and gives its exit code; ended after `minutes`.
 * @param {string[]} args the program and its arguments
 * @param {{ cwd?: string, minutes?: number, env?: Record<string, string> }} [options]
 * @returns {Promise<number>}
 */
export function runNode(args, { cwd = root, minutes = 10, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd, stdio: "inherit", env: { ...process.env, ...env } });
    const timer = setTimeout(() => {
      console.error(`Ended after ${minutes} minutes: ${args[0]}`);
      child.kill("SIGKILL");
    }, minutes * 60_000);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve(code ?? 1);
    });
  });
}

/** The path of a file inside an installed package. */
export function inPackage(...parts) {
  return join(root, "node_modules", ...parts);
}
