/**
 * Finds a browser to drive: the installed Chrome or Edge where there is one, else the Chromium that came through npm,
 * unpacked once into the cache with the libraries and the Chinese font it needs. Prints what Playwright's launch() takes, as JSON.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { unpackFonts } from "./fonts.mjs";
import { cache, inPackage } from "./setup.mjs";

const installed = {
  win32: [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [join(folder, "Google/Chrome/Application/chrome.exe"), join(folder, "Microsoft/Edge/Application/msedge.exe")]),
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  linux: ["/usr/bin/google-chrome", "/usr/bin/microsoft-edge", "/usr/bin/chromium"],
};

/** Unpacks the parts of @sparticuz/chromium into `folder`; a folder left half-done by an earlier run is not used. */
async function unpackChromium(folder) {
  if (existsSync(folder)) return;
  const half = `${folder}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  // The package unpacks into the temp folder, and takes what it finds there for its own: give it one that is ours.
  const { TMPDIR } = process.env;
  process.env.TMPDIR = half;
  const { inflate } = await import("@sparticuz/chromium");
  const bin = inPackage("@sparticuz", "chromium", "bin");
  for (const part of ["chromium.br", "al2023.tar.br", "swiftshader.tar.br"]) await inflate(join(bin, part));
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  unpackFonts(join(half, "fonts"));
  try {
    renameSync(half, folder);
  } catch (error) {
    // Another run was quicker.
    if (!existsSync(folder)) throw error;
    rmSync(half, { recursive: true, force: true });
  }
  // fonts.conf holds absolute paths.
  unpackFonts(join(folder, "fonts"));
}

/** What Playwright's launch() takes on this machine. */
export async function launchOptions() {
  const executable = (installed[process.platform] ?? []).find((path) => existsSync(path));
  if (executable !== undefined) return { executablePath: executable };
  const { version } = JSON.parse(readFileSync(inPackage("@sparticuz", "chromium", "package.json"), "utf8"));
  const folder = join(cache, `chromium-${version}`);
  await unpackChromium(folder);
  return {
    executablePath: join(folder, "chromium"),
    args: ["--no-sandbox", "--font-render-hinting=none"],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, "al2023", "lib"),
      FONTCONFIG_FILE: join(folder, "fonts", "fonts.conf"),
    },
  };
}

if (argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await launchOptions()));
