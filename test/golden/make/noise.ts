/** Harmless disorder put over any form: columns nobody needs, headers with spaces, breaks, other brackets, traditional characters. */
import { Converter } from "opencc-js/cn2t";
import type { FormColumn, FormRecord } from "./form";
import type { Chance } from "./random";

const toTraditional = Converter({ from: "cn", to: "hk" });

interface Extra {
  readonly header: string;
  value(index: number): string | number | null;
}

const extras: readonly Extra[] = [
  { header: "民族", value: () => "汉族" },
  { header: "政治面貌", value: (index) => (index % 3 === 0 ? "中共党员" : "群众") },
  { header: "学历", value: () => "本科" },
  { header: "毕业院校", value: () => "哈尔滨师范大学" },
  { header: "电子邮箱", value: (index) => `teacher${index}@163.com` },
  { header: "本人签字", value: () => null },
  { header: "参加工作时间", value: (index) => `${1995 + (index % 20)}年8月` },
  { header: "任教年级", value: (index) => `${"一二三四五六"[index % 6] ?? "一"}年级` },
  { header: "审核人", value: () => "王建国" },
  { header: "教龄", value: (index) => `${5 + (index % 25)}年` },
  { header: "微信号", value: () => null },
];

/** The clothes of one run; null: no disorder. */
export const disorder: { chance: Chance | null; traditional: boolean } = { chance: null, traditional: false };

function disturbed(chance: Chance, text: string): string {
  let out = text;
  if ([...out].length === 2 && chance.chance(0.2)) out = `${out.slice(0, 1)}${chance.pick([" ", "  ", "　"])}${out.slice(1)}`;
  if (chance.chance(0.15)) out = out.replaceAll("（", "(").replaceAll("）", ")");
  else if (chance.chance(0.1)) out = out.replaceAll("(", "（").replaceAll(")", "）");
  if (chance.chance(0.1)) out = out.replace(/([（(])/, "\n$1");
  if (chance.chance(0.08)) out = `${out} `;
  if (chance.chance(0.05) && [...out].length >= 4 && !/[\n（(]/.test(out)) out = `${out.slice(0, 2)}\n${out.slice(2)}`;
  return disorder.traditional ? toTraditional(out) : out;
}

/** A header text of a drawn sheet, as this run's clerk would have typed it. */
export function headerInDisorder(text: string): string {
  return disorder.chance === null ? text : disturbed(disorder.chance, text);
}

export function disturb(columns: readonly FormColumn[], records: readonly FormRecord[]): { columns: readonly FormColumn[]; records: readonly FormRecord[] } {
  const { chance } = disorder;
  if (chance === null) return { columns, records };
  // The text of a group must stay one text, or its merge falls apart.
  const groups = new Map<string, string>();
  const group = (text: string): string => {
    const known = groups.get(text) ?? disturbed(chance, text);
    groups.set(text, known);
    return known;
  };
  const out: FormColumn[] = columns.map((column) => ({ ...column, header: column.header.map((text, level) => (level === column.header.length - 1 ? disturbed(chance, text) : group(text))) }));
  const extra = chance.some(extras, chance.int(0, 3)).filter(({ header }) => !columns.some((column) => column.header.some((text) => text.includes(header))));
  extra.forEach(({ header }, index) => {
    const places = out.map((_, at) => at).filter((at) => at >= 2 && (out[at]?.header.length === 1 || out[at - 1]?.header.length === 1) && isBoundary(out, at));
    if (places.length === 0) return;
    out.splice(chance.pick(places), 0, { id: `extra${index}`, key: null, header: [disorder.traditional ? toTraditional(header) : header] });
  });
  const filled = records.map((record, at) => {
    for (const [index, one] of extra.entries()) record[`extra${index}`] = one.value(at);
    return record;
  });
  return { columns: out, records: filled };
}

function isBoundary(columns: readonly FormColumn[], at: number): boolean {
  const before = columns[at - 1];
  const after = columns[at];
  if (!before || !after) return true;
  return before.header.length === 1 || after.header.length === 1 || before.header[0] !== after.header[0];
}
