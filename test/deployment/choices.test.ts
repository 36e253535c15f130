/** What a deployer can choose, tried on the real page and the real manifest. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");

/** The choices as the build script has them (a plain module that Jest compiles). */
const choices: {
  readonly officeSources: Readonly<Record<string, { readonly origin: string | null; readonly script: string }>>;
  withOffice(html: string, source: string): string;
  isVersion(text: string): boolean;
  withVersion(manifest: string, version: string): string;
  isForTrying(path: string): boolean;
} = jest.requireActual("../../scripts/deployment/choices.mjs");

const page = readFileSync(join(root, "src", "taskpane", "taskpane.html"), "utf8").replace(
  "<%= contentSecurityPolicy %>",
  "default-src 'self'; script-src 'self'; connect-src 'self'",
);

test("office.js 用自己的一份时，网页不变，不向别处取任何东西", () => {
  expect(choices.withOffice(page, "self")).toBe(page);
  expect(page).not.toMatch(/https?:\/\//);
});

test.each(["microsoft", "china"])("office.js 用 %s 的时，只多放行那一个地址", (source) => {
  const html = choices.withOffice(page, source);
  const origin = choices.officeSources[source]?.origin ?? "";
  expect(html).toContain(`src="${choices.officeSources[source]?.script ?? ""}"`);
  expect(html).not.toContain('src="office/office.js"');
  expect([...html.matchAll(/https:\/\/[^/"'; ]+/g)].every(([address]) => address === origin)).toBe(true);
});

test("清单的版本号换成四段数字", () => {
  const manifest = readFileSync(join(root, "manifest.xml"), "utf8");
  expect(choices.withVersion(manifest, "2.3.4.5")).toContain("<Version>2.3.4.5</Version>");
  expect([choices.isVersion("2.3.4.5"), choices.isVersion("2.3"), choices.isVersion("a.b.c.d")]).toEqual([true, false, false]);
});

test("模拟 Excel 和示例只供试用，不随部署", () => {
  expect(
    ["workbench.html", "workbench.js", "samples/a.xlsx", "taskpane.html", "office/office.js"].map((path) => choices.isForTrying(path)),
  ).toEqual([true, true, true, false, false]);
});
