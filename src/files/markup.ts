/**
 * Reading single elements and attributes out of the small XML parts of a workbook (relations, tables, sheet list).
 * The sheets' own cells are read by the library.
 */

export type Attributes = Readonly<Record<string, string>>;

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text as it is meant, its entities replaced. */
export function unescaped(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** The attributes of a start tag, by local name (`r:id` → `id`). */
export function attributesOf(tag: string): Attributes {
  const found = [...tag.matchAll(/(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return Object.fromEntries(found.map(([, name = "", double, single]) => [name, unescaped(double ?? single ?? "")]));
}

/** The attributes of every element of that local name, in order, whatever its namespace prefix. */
export function elements(xml: string, name: string): Attributes[] {
  const tag = new RegExp(`<(?:[\\w.-]+:)?${name}(\\s[^>]*)?/?>`, "g");
  return [...xml.matchAll(tag)].map((match) => attributesOf(match[1] ?? ""));
}

export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}
