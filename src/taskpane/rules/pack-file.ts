/** A policy as a text file: taken in, given out. */
import { withOwn } from "../../check/own-packs";
import { parsePack } from "../../policy/load";
import type { Pack } from "../../policy/schema";
import { choosePolicy } from "../actions";
import type { Session } from "../session";

export type Imported = { readonly pack: Pack } | { readonly problems: readonly string[] };

/** Takes a policy from a file's text: it holds as long as the pane is open, and becomes the one to judge by. */
export async function importPack(text: string, session: Session): Promise<Imported> {
  const { policies } = session.store.get();
  const parsed = parsePack(text, { known: policies, locale: session.ports.locale });
  if ("problems" in parsed) return { problems: parsed.problems.map((problem) => problem.text) };
  session.imported = withOwn(session.imported, [parsed.ok]);
  session.store.set({ policies: withOwn(policies, [parsed.ok]) });
  await choosePolicy(parsed.ok.id, session);
  return { pack: parsed.ok };
}

/** The policy as JSON, whole: what it extends stands in it already. */
export function packText(pack: Pack): string {
  return JSON.stringify({ ...pack, extends: undefined, removes: undefined }, null, 2);
}

/** No policy is larger; what is, is refused before it is read. */
const LARGEST = 10_000_000;

export type PackFileText = { readonly text: string } | { readonly fault: "import.unreadable" | "import.too-large" };

export async function readPackFile(file: Pick<File, "size" | "text">): Promise<PackFileText> {
  if (file.size > LARGEST) return { fault: "import.too-large" };
  try {
    return { text: await file.text() };
  } catch {
    return { fault: "import.unreadable" };
  }
}
