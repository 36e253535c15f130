/**
 * npm run readme: writes the table of functions into README.md, from what Excel is told of them (functions.json) and the worked
 * examples of scripts/readme/examples.json. With --check it only says whether the table is up to date.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { functionsJson } from "./functions-json.mjs";
import { root } from "./setup.mjs";

const file = join(root, "README.md");
const begin = "<!-- 函数表：npm run readme -->";
const end = "<!-- 函数表结束 -->";

const cell = (text) => String(text).replaceAll("|", "\\|");

/** 名称(参数, [可省略的参数]) */
function signature({ name, parameters }) {
  const names = parameters.map((parameter) => (parameter.optional === true ? `[${parameter.name}]` : parameter.name));
  return `\`${name}(${names.join(", ")})\``;
}

async function table() {
  const { functions } = JSON.parse(await functionsJson());
  const examples = JSON.parse(readFileSync(join(root, "scripts", "readme", "examples.json"), "utf8"));
  const rows = functions.map((one) => {
    const example = examples[one.id];
    if (example === undefined) throw new Error(`scripts/readme/examples.json has no example of ${one.id}`);
    const [formula, result] = example;
    return `| ${cell(signature(one))} | ${cell(one.description)} | \`${cell(formula)}\` → ${cell(result)} |`;
  });
  return ["| 函数 | 作用 | 例子 |", "| --- | --- | --- |", ...rows].join("\n");
}

const text = readFileSync(file, "utf8");
const [before, rest] = text.split(begin);
const after = rest?.split(end)[1];
if (after === undefined) throw new Error(`README.md lacks ${begin} … ${end}`);
const made = `${before}${begin}\n\n${await table()}\n\n${end}${after}`;
if (!argv.includes("--check")) writeFileSync(file, made);
else if (made !== text) {
  console.error("README.md: the table of functions is not up to date (npm run readme)");
  process.exitCode = 1;
}
