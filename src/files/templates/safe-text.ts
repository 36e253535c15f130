/** Texts and sheet names that a file can hold: a policy may come from outside. Only this lives here. */

const LONGEST_TEXT = 32_000;
const LONGEST_NAME = 31;

/** Without the characters that XML cannot hold. */
export function plainText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, " ").slice(0, LONGEST_TEXT);
}

/** Names of sheets, each once, without what Excel refuses in them. */
export class SheetNames {
  private readonly taken = new Set<string>();

  reserve(...names: readonly string[]): void {
    for (const name of names) this.taken.add(name.toLowerCase());
  }

  take(wanted: string): string {
    const plain =
      plainText(wanted)
        .replace(/[[\]:*?/\\]/g, " ")
        .replace(/^'+|'+$/g, "")
        .trim()
        .slice(0, LONGEST_NAME) || "1";
    for (let number = 1; ; number += 1) {
      const ending = number === 1 ? "" : ` (${number})`;
      const name = `${plain.slice(0, LONGEST_NAME - ending.length)}${ending}`;
      if (this.taken.has(name.toLowerCase())) continue;
      this.reserve(name);
      return name;
    }
  }
}
