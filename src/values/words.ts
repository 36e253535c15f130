/**
 * Counting 字数 as the word processors do, for rules such as 不少于 1000 字.
 */
import { dropInvisible } from "./text";

/** Han characters of every plane (〇 included), kana and bopomofo. */
const character = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u;
/** Full-width marks and forms, … and —, and the quotation marks of Chinese print. */
const fullWidthMark = /[\u2014\u2018\u2019\u201c\u201d\u2026\u3001-\u303f\u30fb\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uffee]/u;
/** Marks that only change how the character before them is drawn. */
const modifier = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

/**
 * 字数: each Han character and each full-width mark (… and — each) counts one; an unbroken run of other characters,
 * half-width marks included, counts one; spaces count nothing. "2024年9月" is 4, "Hello, 世界!" is 4.
 */
export function countWords(text: string): number {
  let count = 0;
  let inRun = false;
  for (const mark of dropInvisible(text)
    .replace(modifier, "")
    .replace(/(?<=[A-Za-z])\u2019(?=[A-Za-z])/g, "'")) {
    if (/\s/u.test(mark)) inRun = false;
    else if (character.test(mark) || fullWidthMark.test(mark)) {
      count += 1;
      inRun = false;
    } else if (!inRun) {
      count += 1;
      inRun = true;
    }
  }
  return count;
}
