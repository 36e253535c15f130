/**
 * Reads the XML parts inside an .xlsx into a small tree, in Node and in the browser alike. It knows no namespaces: names are
 * taken without their prefix, which is enough for the parts that the workbench looks at.
 */

export interface Markup {
  /** Without prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Markup[];
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Markup[];
  text: string;
}

const TOKEN = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<![^>]*>|<\/[^>]*>|<[^>]*>|[^<]+/g;
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    },
  );

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

function opened(tag: string): Open {
  const name = /^<\s*([\w.:-]+)/.exec(tag)?.[1] ?? "";
  const pairs = [...tag.slice(name.length + 1).matchAll(ATTRIBUTE)].map((found): [string, string] => [
    local(found[1] ?? ""),
    decoded(found[2] ?? found[3] ?? ""),
  ]);
  return { name: local(name), attributes: new Map(pairs), children: [], text: "" };
}

/** The root element, or undefined where there is none. */
export function readMarkup(source: string): Markup | undefined {
  const root: Open = { name: "", attributes: new Map(), children: [], text: "" };
  const stack: Open[] = [root];
  for (const [token] of source.matchAll(TOKEN)) {
    const top = stack.at(-1) ?? root;
    if (token.startsWith("</")) {
      if (stack.length > 1) stack.pop();
    } else if (token.startsWith("<?") || token.startsWith("<!")) {
      continue;
    } else if (token.startsWith("<")) {
      const element = opened(token);
      top.children.push(element);
      if (!token.endsWith("/>")) stack.push(element);
    } else {
      top.text += decoded(token);
    }
  }
  return root.children[0];
}

export const attribute = (element: Markup, name: string): string | undefined => element.attributes.get(name);
export const numberOf = (element: Markup, name: string): number => Number(element.attributes.get(name) ?? 0);
export const isSet = (element: Markup, name: string): boolean => ["1", "true"].includes(element.attributes.get(name) ?? "");
export const childOf = (element: Markup | undefined, name: string): Markup | undefined =>
  element?.children.find((child) => child.name === name);
export const childrenOf = (element: Markup | undefined, name: string): readonly Markup[] =>
  element?.children.filter((child) => child.name === name) ?? [];
