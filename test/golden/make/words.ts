/** Clean forms in which every header is drawn from all its words, the columns in another order, with columns nobody needs: read whole, and clean. */
import type { Book } from "./book";
import { Page } from "./book";
import { Layout, type FormColumn, type FormRecord } from "./form";
import { headerForms, type HeaderForm } from "./headers";
import { moreForms } from "./headers-more";
import { Crowd, lanxiSchools } from "./people";
import { Chance } from "./random";
import { assemble } from "./scene";

const extras = ["民族", "政治面貌", "学历", "联系电话", "电子邮箱", "签名", "参加工作时间", "毕业院校", "教龄", "审核人", "排名"] as const;
const extraValue: Readonly<Record<string, (index: number) => string | number>> = {
  民族: () => "汉族", 政治面貌: () => "群众", 学历: () => "本科", 联系电话: (i) => `1350000${1000 + i}`, 电子邮箱: (i) => `a${i}@163.com`, 签名: () => "", 参加工作时间: () => "2003年8月", 毕业院校: () => "师范学院", 教龄: (i) => 10 + i, 审核人: () => "王建国", 排名: (i) => i + 1,
};

/** Forms whose title alone says which share is meant. */
const NEEDS_TITLE = new Set(["quota", "budget"]);

/** Columns whose words mean something else where their neighbours change; they stay together in their order. */
const isFixed = (key: string): boolean => /^(number|name|year\d)$/.test(key);

function drawnOrder(chance: Chance, form: HeaderForm): HeaderForm["columns"] {
  if (chance.chance(0.5)) return form.columns;
  const loose = chance.shuffle(form.columns.filter(({ key }) => !isFixed(key)));
  return form.columns.map((column) => (isFixed(column.key) ? column : (loose.shift() ?? column)));
}

export function wordsBook(form: HeaderForm, seed: number): Book {
  const chance = new Chance(seed + 70_000);
  const names = new Crowd(chance);
  const wide = chance.some(extras, chance.int(0, 3));
  const ordered = drawnOrder(chance, form);
  const columns: FormColumn[] = ordered.map((column) => ({ id: column.key, key: column.key.startsWith("*") ? "*" : column.key, header: [chance.pick([column.plain, ...column.others])] }));
  for (const text of wide) columns.splice(chance.int(2, columns.length), 0, { id: text, key: null, header: [text] });
  const people = Array.from({ length: chance.int(5, 14) }, () => names.person());
  const hasPlace = form.columns.some(({ key }) => key === "place");
  const records = people.map((person, index): FormRecord => {
    const line: FormRecord = Object.fromEntries(form.columns.map((column) => [column.key, column.value(index)]));
    for (const text of wide) line[text] = extraValue[text]?.(index) ?? "";
    if ("name" in line) line["name"] = person.name;
    if ("id" in line) line["id"] = person.id;
    if ("sex" in line) line["sex"] = person.sex;
    if (form.kind === "school-assessment") line["school"] = lanxiSchools[index] ?? "";
    if (form.kind === "budget" && !hasPlace) line["school"] = lanxiSchools[index] ?? "";
    return line;
  });
  const page = new Page(chance.pick(["Sheet1", "汇总", "表1"]));
  const limited = hasPlace ? records.slice(0, 4) : records;
  const placed = new Layout(page, form.kind, columns, limited, { titles: chance.chance(0.85) || NEEDS_TITLE.has(form.kind) ? [form.title] : [], footer: chance.chance(0.4) ? ["填表人：李秀兰", "审核人：王建国"] : [] }).lay();
  return assemble({ name: form.title.replace(/[“”（）]/g, ""), kind: chance.pick(["xlsx", "xls", "et", "ods", "csv-gb18030", "csv-utf8"] as const), policy: form.policy, asOf: "2025-01-10", pages: [page], forms: [{ placed }] });
}

export const words: Readonly<Record<string, (seed: number) => Book>> = Object.fromEntries(
  [...headerForms, ...moreForms].map((form, index) => [`words-${index}-${form.policy}-${form.kind}`, (seed: number): Book => wordsBook(form, seed * 100 + index)]),
);
