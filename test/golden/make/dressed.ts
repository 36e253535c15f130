/** Clean and faulty forms in the stranger dresses of real files: full-score rows, statistics, sections, printed pages, loose titles, ListObjects. */
import { Page, type Book } from "./book";
import { Layout, type FormStyle } from "./form";
import { ITEMS, teacherFaults, teacherForm, teachers, withOthers } from "./lanxi-teachers";
import { Crowd, lanxiSchools } from "./people";
import type { Chance } from "./random";
import { assemble, Spoilable } from "./scene";

const twenties = Object.fromEntries(ITEMS.map((id) => [id, 20]));

/** Dresses by name; each is tried alone and, now and then, with another. */
const dresses: Readonly<Record<string, (chance: Chance, has: (id: string) => boolean, count: number) => Partial<FormStyle>>> = {
  "full scores under the header": (chance) => ({ letters: undefined, fullScores: { label: chance.pick(["满分", "分值", "满分值", "权重分"]), at: chance.pick(["number", "name"]), values: { ...twenties, total: 100 } } }),
  "statistics below": (chance) => ({
    stats: chance.some(
      [
        { label: "最高分", values: { total: 100 } },
        { label: "最低分", values: { total: 48 } },
        { label: "合格率", values: { total: { value: 0.95, format: "0.00%" } } },
        { label: "合格人数", values: { total: 38 } },
        { label: "优秀率", values: { total: "35%" } },
      ],
      chance.int(1, 4),
    ),
  }),
  "sections by school": (chance, has) =>
    has("school")
      ? {
          subtotalBy: undefined,
          mergeDown: undefined,
          blankEvery: undefined,
          repeatHeaderEvery: undefined,
          sectionBy: "school",
          sectionText: chance.pick([
            (value: string): string => value,
            (value: string, count: number): string => `${value}（${count}人）`,
            (value: string, _count: number, index: number): string => `${"一二三四五六七八九十"[index] ?? "一"}、${value}`,
            (value: string): string => `单位：${value}`,
          ]),
        }
      : {},
  "printed pages": (chance) => ({ subtotalBy: undefined, mergeDown: undefined, repeatHeaderEvery: undefined, pageEvery: chance.int(10, 18) }),
  "attachment line and two titles": (chance) => ({ titles: [chance.pick(["附件2", "附件2：", "附表一"]), "兰西县教师进修学校", "2024-2025学年度上学期教师培训考核汇总表"] }),
  "one long caption": () => ({ captions: ["填报单位（公章）：兰西县第一中学        填报人：李丽        联系电话：0455-5623456        填报日期：2024年12月30日"] }),
  "counts in the total row": (chance, _has, count) => ({ average: undefined, subtotalBy: undefined, total: chance.pick([`合计（${count}人）`, `合计${count}人`, `共计：${count}人`, "合 计"]), sums: ["total"] }),
  "signatures": () => ({ notes: [], footer: ["校长签字（盖章）：", "", "年    月    日"], gapBeforeFooter: 2 }),
  "long notes": () => ({ notes: ["说明：", "1、心得体会、有效评课、培训学时、教学设计、活动反思各20分，满分100分。", "2、奖励加分：协助完成工作任务的，每次加5分。", "3、60分以上为合格，认定24学时。"], footer: [] }),
  "dashes for nothing": () => ({}),
};

export const dressNames = Object.keys(dresses);

export function dressedBook(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  const schools = chance.some(lanxiSchools, chance.int(2, 4));
  const list = teachers(chance, crowd, schools, chance.int(20, 45));
  const form = teacherForm(chance, list);
  const spoil = new Spoilable(chance, form.records);
  const worn = [dressNames[seed % dressNames.length] ?? "", ...(chance.chance(0.4) ? [chance.pick(dressNames)] : [])];
  if (seed % 2 === 1) {
    for (const fault of chance.some(["item above its points", "item missing", "result wrong", "hours wrong", "name with space", "bonus not entitled", "item not a number"], 2)) {
      const says = teacherFaults[fault]?.(form, spoil, list, chance) ?? null;
      if (says !== null) spoil.says.push(says);
    }
  }
  const style = worn.reduce<FormStyle>((now, name) => ({ ...now, ...dresses[name]?.(chance, form.has, list.length) }), form.style);
  spoil.says.push(...worn);
  const page = new Page("考核表");
  const columns = worn.includes("sections by school") && chance.chance(0.5) ? form.columns.filter((column) => column.id !== "school") : form.columns;
  const placed = new Layout(page, "teacher-assessment", columns, form.records, { ...style, titles: style.titles?.length === 0 ? ["教师培训考核表"] : (style.titles ?? []) }).lay();
  return assemble({ name: `兰西装${chance.int(1000, 9999)}`, kind: chance.pick(["xlsx", "xlsx", "ods"] as const), policy: "lanxi-2024-autumn", pages: withOthers(chance, page), forms: [{ placed, spoilt: spoil }] });
}
