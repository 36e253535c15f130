/** The message files of the pane: the same texts in both languages, each in its own words, each used. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import findingCodes from "../../src/check/finding-codes.json";
import enUS from "../../src/taskpane/messages/en-US.json";
import zhCN from "../../src/taskpane/messages/zh-CN.json";

const folder = join(__dirname, "../../src/taskpane");

function sources(at: string): readonly string[] {
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return sources(join(at, entry.name));
    return /\.tsx?$/.test(entry.name) ? [join(at, entry.name)] : [];
  });
}

const code = sources(folder).map((file) => ({ file, text: readFileSync(file, "utf8") }));

type Parsed = ReturnType<IntlMessageFormat["getAst"]>;

/** Names of the values that a text needs. */
function argumentsOf(text: string): readonly string[] {
  const names = new Set<string>();
  const walk = (elements: Parsed): void => {
    for (const element of elements) {
      const { type }: { readonly type: number } = element;
      const plain = type === 0;
      if ("value" in element && !plain) names.add(element.value);
      if ("options" in element) for (const option of Object.values(element.options)) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(text, "zh-CN").getAst());
  return [...names].sort();
}

/** What a reader sees of a text, whatever the values are. */
function wordsIn(text: string): string {
  const walk = (elements: Parsed): string =>
    elements
      .map((element) => {
        const { type }: { readonly type: number } = element;
        if ("options" in element)
          return Object.values(element.options)
            .map((option) => walk(option.value))
            .join(" ");
        return type === 0 && "value" in element ? element.value : " ";
      })
      .join("");
  return walk(new IntlMessageFormat(text, "zh-CN").getAst());
}

function isReadable(text: string): boolean {
  try {
    return new IntlMessageFormat(text, "zh-CN").getAst().length > 0;
  } catch {
    return false;
  }
}

/** Words that stand in Chinese texts in Latin letters because the screen or the file itself shows them so. */
const latin = /Excel|WPS|CSV|Microsoft|Edge|Chrome|Esc|Home|End|Shift|KAOHE|F6|NAME|\.xlsx|E5:I5/g;

describe("界面文字", () => {
  it("中文和英文的条目完全一样", () => {
    expect(Object.keys(enUS).sort()).toEqual(Object.keys(zhCN).sort());
  });

  it.each(Object.entries(zhCN))("%s 的两种文字用到的数值一样", (id, text) => {
    const english = Object.entries(enUS).find(([other]) => other === id)?.[1] ?? "";
    expect(argumentsOf(english)).toEqual(argumentsOf(text));
  });

  it("每一条都能排成句子", () => {
    const unreadable = [...Object.entries(zhCN), ...Object.entries(enUS)].filter(([, text]) => !isReadable(text));
    expect(unreadable).toEqual([]);
  });

  it("中文里没有英文单词", () => {
    const english = Object.entries(zhCN).filter(([, text]) => /[A-Za-z]{2,}/.test(wordsIn(text).replace(latin, "")));
    expect(english).toEqual([]);
  });

  it("英文里没有漏译的中文（表名、文件里的原名除外）", () => {
    const chinese = Object.entries(enUS).filter(([, text]) => /\p{Script=Han}/u.test(text.replaceAll("检查报告", "")));
    expect(chinese).toEqual([]);
  });

  it("没有不用的文字", () => {
    const all = code.map(({ text }) => text).join("\n");
    const families = [...all.matchAll(/`([a-z-]+\.)(?=\$\{)/g)].map((match) => match[1] ?? "");
    const unused = Object.keys(zhCN).filter((id) => !all.includes(`"${id}"`) && !families.some((family) => id.startsWith(family)));
    expect(unused).toEqual([]);
  });

  it("检查里的每一种问题都有一个说得明白的名称", () => {
    expect(Object.keys(findingCodes).filter((code) => !(`finding.${code}` in zhCN))).toEqual([]);
  });

  it("程序里没有写死的中文（只有结论的四个词是数据）", () => {
    const verdicts = /可上报|需说明|不可上报|未能检查/g;
    const offenders = code.flatMap(({ file, text }) =>
      text
        .replace(/\/\*[\s\S]*?\*\//g, "")
        .split("\n")
        .filter((line) => !line.trim().startsWith("//") && /\p{Script=Han}/u.test(line.replace(verdicts, "")))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(offenders).toEqual([]);
  });
});
