/** Traditional characters to simplified ones. The dictionary is unpacked only when a text needs it. */
import { Converter } from "opencc-js/t2cn";

let convert: ((text: string) => string) | null = null;

/** 學校 → 学校. Simplified text comes back as it was. */
export function simplify(text: string): string {
  convert ??= Converter({ from: "t", to: "cn" });
  return convert(text);
}
