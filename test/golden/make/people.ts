/** Made-up people and schools, as various as real lists are. */
import type { Chance } from "./random";

const surnames = [
  ..."王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤",
  "欧阳", "上官", "司马", "诸葛", "慕容",
];
const given = [
  "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "洋", "艳", "勇", "军", "杰", "涛", "明", "超", "霞", "平", "刚", "桂英", "秀兰", "建华", "志强", "春梅", "海燕", "立新", "国庆", "玉梅",
  "晓东", "淑珍", "丹丹", "文博", "雨欣", "子涵", "思远", "凤霞", "长江", "雪莲", "永利", "宏伟", "金凤", "洪亮", "彦辉", "广志", "亚楠", "忠诚", "德胜", "喜悦", "堃", "淼", "犇", "一", "小二", "万里", "千里", "百合", "三妹", "合意",
];
const minority = ["买买提·阿不都", "阿依古丽·艾山", "扎西·次仁"];

/** Regions' codes for ID numbers: 兰西, 肇庆, 岳阳, 湘西. */
const regions = ["231222", "441202", "430602", "433101"];

export interface Person {
  name: string;
  readonly sex: "男" | "女";
  readonly birth: { readonly y: number; readonly m: number; readonly d: number };
  readonly id: string;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export function checkDigit(first17: string): string {
  const sum = [...first17].reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0);
  return "10X98765432"[sum % 11] ?? "0";
}

const two = (n: number): string => String(n).padStart(2, "0");

export function idNumber(chance: Chance, birth: Person["birth"], sex: Person["sex"]): string {
  const order = chance.int(0, 49) * 2 + (sex === "男" ? 1 : 0);
  const first = `${chance.pick(regions)}${birth.y}${two(birth.m)}${two(birth.d)}${chance.int(0, 9)}${two(order % 100)}`;
  return first + checkDigit(first);
}

export class Crowd {
  private readonly names = new Set<string>();

  constructor(
    private readonly chance: Chance,
    private readonly born: readonly [number, number] = [1968, 1999],
  ) {}

  private freshName(): string {
    const chance = this.chance;
    for (;;) {
      const name = chance.chance(0.01) ? chance.pick(minority) : chance.pick(surnames) + chance.pick(given);
      if (this.names.has(name)) continue;
      this.names.add(name);
      return name;
    }
  }

  person(sex: Person["sex"] = this.chance.chance(0.6) ? "女" : "男"): Person {
    const birth = { y: this.chance.int(this.born[0], this.born[1]), m: this.chance.int(1, 12), d: this.chance.int(1, 28) };
    return { name: this.freshName(), sex, birth, id: idNumber(this.chance, birth, sex) };
  }
}

export const lanxiSchools = [
  "兰西县第一中学", "兰西县第二中学", "兰西县第三中学", "兰西县实验小学", "兰西镇中心小学", "榆林镇中心学校", "临江镇中心小学", "平山镇中学", "红光镇中心校", "远大镇九年一贯制学校", "康荣镇中心幼儿园", "燎原镇小学",
  "北安乡中心小学", "长江乡学校", "兰河乡中学", "奋斗镇中心小学", "星火乡学校", "兰西县特殊教育学校", "兰西县青少年活动中心", "兰西县机关幼儿园",
];
export const subjects = ["语文", "数学", "英语", "物理", "化学", "音乐", "体育", "美术", "道德与法治", "信息技术", "科学", "生物", "历史", "地理", "学前"];
export const titles = ["二级教师", "一级教师", "高级教师", "正高级教师", "三级教师", "未定级"];

/** Days since 1899-12-30, as a cell holds a date. */
export function serial(y: number, m: number, d: number): number {
  return Math.round(Date.UTC(y, m - 1, d) / 86400000) + 25569;
}

export interface Day {
  readonly y: number;
  readonly m: number;
  readonly d: number;
}

export function dayPlus({ y, m, d }: Day, days: number): Day {
  const at = new Date(Date.UTC(y, m - 1, d + days));
  return { y: at.getUTCFullYear(), m: at.getUTCMonth() + 1, d: at.getUTCDate() };
}

/** One way of writing a date; "serial" is Excel's own. */
export type DateStyle = "serial" | "dots" | "dashes" | "slashes" | "han" | "compact" | "han-short" | "padded";

export function written({ y, m, d }: Day, style: DateStyle): { value: string | number; format?: string } {
  switch (style) {
    case "serial":
      return { value: serial(y, m, d), format: "yyyy-mm-dd" };
    case "dots":
      return { value: `${y}.${m}.${d}` };
    case "dashes":
      return { value: `${y}-${two(m)}-${two(d)}` };
    case "slashes":
      return { value: `${y}/${m}/${d}` };
    case "han":
      return { value: `${y}年${m}月${d}日` };
    case "compact":
      return { value: `${y}${two(m)}${two(d)}` };
    case "han-short":
      return { value: `${m}月${d}日` };
    case "padded":
      return { value: `${y}.${two(m)}.${two(d)}` };
  }
}
