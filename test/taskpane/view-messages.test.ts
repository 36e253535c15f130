/** The message files of 统计, 还差多少, 模板, 期限 and 公式, and of the templates themselves: the same in both languages, all used. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";

const root = join(__dirname, "../../src");
const folders = [
  "taskpane/statistics",
  "taskpane/planning",
  "taskpane/templates",
  "taskpane/deadlines",
  "taskpane/formulas",
  "files/templates",
];

const texts = (folder: string, locale: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, folder, "messages", `${locale}.json`), "utf8")) as Record<string, string>;

const code = (folder: string): string =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(root, folder, name), "utf8"))
    .join("\n");

type Parsed = ReturnType<IntlMessageFormat["getAst"]>;

function argumentsOf(text: string): readonly string[] {
  const names = new Set<string>();
  const walk = (elements: Parsed): void => {
    for (const element of elements) {
      const { type }: { readonly type: number } = element;
      if ("value" in element && type !== 0) names.add(element.value);
      if ("options" in element) for (const option of Object.values(element.options)) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(text, "zh-CN", undefined, { ignoreTag: true }).getAst());
  return [...names].sort();
}

describe.each(folders)("%s 的文字", (folder) => {
  const chinese = texts(folder, "zh-CN");
  const english = texts(folder, "en-US");

  test("两种文字的条目和数值完全一样", () => {
    const shape = (all: Record<string, string>) => Object.fromEntries(Object.entries(all).map(([id, text]) => [id, argumentsOf(text)]));
    expect(shape(english)).toEqual(shape(chinese));
  });

  test("英文里没有漏译的中文", () => {
    expect(Object.entries(english).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });

  test("没有不用的文字", () => {
    const all = code(folder);
    const families = [...all.matchAll(/`([a-z.-]+\.)(?=\$\{)/g)].map((match) => match[1] ?? "");
    expect(Object.keys(chinese).filter((id) => !all.includes(`"${id}"`) && !families.some((family) => id.startsWith(family)))).toEqual([]);
  });
});
