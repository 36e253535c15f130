/**
 * The parts of an .xlsx (a zip) and how they point to each other.
 */
import { strFromU8, unzipSync } from "fflate";
import { attribute, childrenOf, type Markup, readMarkup } from "./markup";

export class PackageParts {
  private readonly files: Readonly<Record<string, Uint8Array>>;

  constructor(bytes: Uint8Array) {
    this.files = unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/i.test(name) });
  }

  text(path: string): string | undefined {
    const bytes = Object.hasOwn(this.files, path) ? this.files[path] : undefined;
    return bytes === undefined ? undefined : strFromU8(bytes);
  }

  markup(path: string): Markup | undefined {
    const text = this.text(path);
    return text === undefined ? undefined : readMarkup(text);
  }

  paths(pattern: RegExp): string[] {
    return Object.keys(this.files).filter((path) => pattern.test(path));
  }

  /** What a part points to: relationship id → path and the last word of its type. */
  related(path: string): Map<string, { readonly path: string; readonly kind: string }> {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    const relations = this.markup(`${folder}_rels/${path.slice(folder.length)}.rels`);
    return new Map(
      childrenOf(relations, "Relationship").map((relation) => [
        attribute(relation, "Id") ?? "",
        { path: resolved(folder, attribute(relation, "Target") ?? ""), kind: (attribute(relation, "Type") ?? "").replace(/^.*\//, "") },
      ]),
    );
  }
}

/** A target relative to a folder, or absolute in the package. */
function resolved(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps = folder.split("/").filter((step) => step !== "");
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}
