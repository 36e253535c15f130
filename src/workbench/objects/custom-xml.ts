/**
 * Custom XML parts of the workbook, by id and by namespace.
 */
import type { XmlPart } from "../book";
import { HostError } from "../protocol/errors";
import { HostObject } from "../protocol/object";
import type { Context } from "./context";

const ROOT = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<([\w.-]+:)?[\w.-]+([^>]*)>/;

/** The namespace of the root element; a text that is no XML is refused. */
export function namespaceOf(xml: string): string {
  const root = ROOT.exec(xml);
  if (root === null) throw new HostError("InvalidArgument", "not well-formed XML");
  const prefix = root[1]?.slice(0, -1);
  const declaration = new RegExp(`\\sxmlns${prefix === undefined ? "" : `:${prefix}`}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(root[2] ?? "");
  return declaration?.[1] ?? declaration?.[2] ?? "";
}

function xmlPart(context: Context, part: XmlPart): HostObject {
  const { book } = context;
  return new HostObject("CustomXmlPart", {
    identity: () => ({ Id: part.id }),
    get: { Id: () => part.id, NamespaceUri: () => part.namespace },
    call: {
      GetXml: () => part.xml,
      SetXml: (args) => {
        const xml = args.text(0);
        part.namespace = namespaceOf(xml);
        part.xml = xml;
      },
      Delete: () => {
        book.xmlParts = book.xmlParts.filter((other) => other !== part);
      },
    },
  });
}

function collection(context: Context, className: string, list: () => readonly XmlPart[]): HostObject {
  const shown = (part: XmlPart | undefined): HostObject | null => (part === undefined ? null : xmlPart(context, part));
  const demanded = (part: XmlPart | undefined): HostObject => {
    if (part === undefined) throw new HostError("ItemNotFound", "custom XML part");
    return xmlPart(context, part);
  };
  const only = (): XmlPart | undefined => (list().length === 1 ? list()[0] : undefined);
  const isScoped = className === "CustomXmlPartScopedCollection";
  return new HostObject(className, {
    items: () => list().map((part) => xmlPart(context, part)),
    item: (args) => demanded(list().find((part) => part.id === args.text(0))),
    object: {
      GetItemOrNullObject: (args) => shown(list().find((part) => part.id === args.text(0))),
      ...(isScoped ? { GetOnlyItem: () => demanded(only()), GetOnlyItemOrNullObject: () => shown(only()) } : wholeCollection(context)),
    },
    call: { GetCount: () => list().length },
  });
}

function wholeCollection(context: Context): Record<string, (args: { text(index: number): string }) => HostObject> {
  const { book } = context;
  return {
    Add: (args) => {
      const xml = args.text(0);
      const part = { id: book.newId(), namespace: namespaceOf(xml), xml };
      book.xmlParts.push(part);
      return xmlPart(context, part);
    },
    GetByNamespace: (args) => {
      const namespace = args.text(0);
      return collection(context, "CustomXmlPartScopedCollection", () => book.xmlParts.filter((part) => part.namespace === namespace));
    },
  };
}

export const customXmlParts = (context: Context): HostObject => collection(context, "CustomXmlPartCollection", () => context.book.xmlParts);
