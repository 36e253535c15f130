/**
 * Before the browser tests: serves dist/ and finds a browser; the tests learn of both through the environment.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");

/** The first line that a program prints. */
function firstLine(args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    process.env["KAOHE_SERVER"] = String(child.pid);
    child.stdout.once("data", (bytes: Buffer) => resolve(bytes.toString("utf8").trim()));
    child.once("exit", (code) => reject(new Error(`${args.join(" ")} ended with ${String(code)}`)));
  });
}

export default async function start(): Promise<void> {
  if (!existsSync(join(root, "dist", "taskpane.html"))) throw new Error("dist/ is not built: npm run build");
  const browser = spawnSync(process.execPath, [join("scripts", "browser.mjs")], { cwd: root, encoding: "utf8" });
  if (browser.status !== 0) throw new Error(`no browser to test with: ${browser.stderr}`);
  process.env["KAOHE_BROWSER"] = browser.stdout;
  process.env["KAOHE_ORIGIN"] = await firstLine([join("scripts", "serve.mjs")]);
}
