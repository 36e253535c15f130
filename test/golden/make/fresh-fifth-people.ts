/** The people of the fifth hand's forms: forty teachers with sex, birth and a valid ID, and as many more as are asked for; and what a form of that hand is. */
import type { FileKind } from "./book";
import { checkDigit } from "./people";

export interface LifeForm {
  readonly policy: string;
  readonly asOf?: string;
  readonly kind?: FileKind;
  readonly lines: string;
}

export interface Somebody {
  readonly name: string;
  readonly sex: "男" | "女";
  readonly id: string;
  /** Year and month of birth as clerks write it. */
  readonly month: string;
}

const names =
  "王振国 李桂兰 张文博 刘淑珍 陈建军 杨晓燕 赵立民 黄丽娟 周志强 吴雅琴 徐国庆 孙玉梅 马永胜 朱红霞 胡明辉 郭秀芳 何东升 高小红 林海涛 罗美华 郑少波 梁翠玲 谢志远 宋晓丽 唐建华 许静怡 韩冬生 冯雪莲 邓俊杰 曹艳萍 彭大勇 曾丽芬 萧立文 田春花 董长江 袁素云 潘家骏 于晓霞 蒋为民 蔡玉洁".split(" ");
const extraNames = "庞金生 尹秋菊 常宏伟 武凤英 乔大年 贺小兰 赖志刚 龚月娥 文德胜 樊丽莎 兰守义 殷红 施展鹏 陶慧敏 洪传海".split(" ");

const twoDigits = (n: number): string => String(n).padStart(2, "0");

/** The person of that number: below 40 from the list, from 50 on the others. */
export function idOf(i: number): Somebody {
  const name = (i < 40 ? names[i] : extraNames[i - 50]) ?? `钟${i}`;
  const sex = i % 2 === 0 ? "男" : "女";
  const year = 1972 + ((i * 7) % 25);
  const month = (i % 12) + 1;
  const first17 = `231222${year}${twoDigits(month)}${twoDigits(((i * 3) % 27) + 1)}${String(10 + i)}${i % 2 === 0 ? 3 : 4}`;
  return { name, sex, id: `${first17}${checkDigit(first17)}`, month: `${year}.${twoDigits(month)}` };
}

export const list: readonly Somebody[] = names.map((_, i) => idOf(i));
