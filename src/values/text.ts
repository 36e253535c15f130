/**
 * Folding of characters: full-width to half-width, invisible characters, spaces.
 * Only what every reader of this folder needs before it looks for a meaning; nothing here knows a meaning.
 */

/** Characters without width or of control: zero-width spaces and joiners, marks of direction, the byte-order mark, soft hyphens. */
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** Whether the text holds a character that nobody can see and that is no space. */
export function hasInvisible(text: string): boolean {
  return text.search(invisible) >= 0;
}

/** The text without invisible characters (spaces stay). */
export function dropInvisible(text: string): string {
  return text.replace(invisible, "");
}

/** Full-width letters, digits and marks (！ to ～, ￥, the ideographic space) as their half-width counterparts. Nothing else changes: ½ and ① stay. */
export function foldWidth(text: string): string {
  return text.replace(/[\u3000\uff01-\uff5e\uffe5]/g, (mark) => {
    if (mark === "\u3000") return " ";
    if (mark === "\uffe5") return "¥";
    return String.fromCharCode(mark.charCodeAt(0) - 0xfee0);
  });
}

/** Full-width folded, invisible characters gone, every run of spaces (NBSP, tab, line break) one space, none at the ends. */
export function tidy(text: string): string {
  return foldWidth(dropInvisible(text)).replace(/\s+/g, " ").trim();
}
