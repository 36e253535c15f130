/**
 * Reads the member list of the client that the page serves (/office/), in a frame of its own that nobody sees: the add-in's
 * frame is not looked into.
 */
import { type ClientMembers, readMembers } from "../protocol/members";

const CLIENT = "office/excel-web-16.00.js";

/** Loads the client's file into an empty frame of the same origin. */
export async function clientMembers(): Promise<ClientMembers> {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  document.body.append(frame);
  const inside = frame.contentWindow;
  if (inside === null) throw new Error("no frame for the client's member list");
  try {
    await loadInto(inside.document);
    const namespace: unknown = Reflect.get(inside, "Excel");
    if (typeof namespace !== "object" || namespace === null) throw new Error("the client defines no Excel");
    return readMembers(namespace);
  } finally {
    frame.remove();
  }
}

const loadInto = (page: Document): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = page.createElement("script");
    script.src = new URL(CLIENT, location.href).href;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(CLIENT));
    page.head.append(script);
  });
