/**
 * npm start: sets up what is missing, builds the add-in and the workbench, serves both on one https port of localhost and says where.
 * `npm start -- --watch` builds for development, and again on every change, and reloads the page; `-- --port N` takes another port.
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureInstalled, root } from "./setup.mjs";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "3000" },
    watch: { type: "boolean", default: false },
    "no-open": { type: "boolean", default: false },
  },
});

ensureInstalled();
const { build, compiler, dist } = await import("./build.mjs");
const { certificate, serve } = await import("./serve.mjs");

console.log("Building the add-in and the workbench …");
if (!(await build({ development: values.watch }))) process.exit(1);

/** Serves dist/ as it is or, where it is watched, what webpack holds in memory over it; gives the address. */
async function serveOn(port) {
  if (!values.watch) return (await serve(dist, port)).origin;
  const { default: DevServer } = await import("webpack-dev-server");
  const options = {
    server: { type: "https", options: await certificate() },
    host: "localhost",
    port,
    static: { directory: dist, watch: false },
    hot: false,
    client: { overlay: false },
  };
  await new DevServer(options, compiler(true)).start();
  return `https://localhost:${port}`;
}

/** Serves on the port asked for, or on another one where it is taken. */
async function serveSomewhere(port) {
  try {
    return await serveOn(port);
  } catch (error) {
    if (error.code !== "EADDRINUSE") throw error;
    console.log(`Port ${port} is taken; the next one is tried. (The manifest in dist/ still says 3000.)`);
    return serveSomewhere(port + 1);
  }
}

/** The workbench with the first sample in it, where there are samples. */
function startPage(origin) {
  const samples = join(root, "assets", "samples");
  const names = existsSync(samples)
    ? readdirSync(samples)
        .filter((name) => name.endsWith(".xlsx"))
        .sort()
    : [];
  const first = names.find((name) => name.includes("有问题")) ?? names[0];
  return `${origin}/workbench.html${first === undefined ? "" : `?open=samples/${encodeURIComponent(first)}`}`;
}

/** Opens the page where a person sits at a desktop. */
function openBrowser(url) {
  const [program, ...args] = { darwin: ["open"], win32: ["cmd", "/c", "start", ""] }[process.platform] ?? ["xdg-open"];
  const isDesktop = program !== "xdg-open" || process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  if (!isDesktop || values["no-open"]) return;
  const child = spawn(program, [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}

const origin = await serveSomewhere(Number(values.port));
const url = startPage(origin);
console.log(`
The workbench (a simulated Excel with the add-in in it):
  ${url}
The add-in by itself, without Excel:
  ${origin}/taskpane.html

The certificate was made just now for this machine only, so the browser asks once whether to trust it: go on to localhost.
Ctrl+C ends.`);
openBrowser(url);
