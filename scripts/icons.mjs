/**
 * Draws the PNG icons of assets/icons from the SVG files there, in every size that Excel asks for. Run after an SVG was changed:
 * `node scripts/icons.mjs`. The PNG files are kept in the repository.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, root } from "./setup.mjs";

/** The sizes of the ribbon at 100 % to 500 % (https://learn.microsoft.com/office/dev/add-ins/design/add-in-icons). */
const sizes = [16, 20, 24, 32, 40, 48, 64, 80];

ensureInstalled();
const { chromium } = await import("playwright-core");
const { launchOptions } = await import("./browser.mjs");

const folder = join(root, "assets", "icons");
const browser = await chromium.launch(await launchOptions());
const page = await browser.newPage();
for (const name of readdirSync(folder).filter((file) => file.endsWith(".svg"))) {
  const svg = readFileSync(join(folder, name), "utf8");
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    const png = await page.screenshot({ omitBackground: true });
    writeFileSync(join(folder, `${name.replace(".svg", "")}-${size}.png`), png);
  }
}
await browser.close();
