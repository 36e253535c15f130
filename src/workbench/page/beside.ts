/**
 * Windows beside this one: a workbook that the add-in makes (Excel.createWorkbook) opens in a window of its own, as in Excel on
 * the web. The file stays with the window that made it and is handed over on a channel when the new window asks.
 */
import { z } from "zod/mini";
import { text } from "./texts";

const CHANNEL = "workbench-beside";
const PATIENCE_MS = 10_000;

const wish = z.object({ wanted: z.string() });
const gift = z.object({ given: z.string(), file: z.nullable(z.instanceof(Uint8Array)) });

/** The window's own address with another search. */
const addressOf = (id: string): string => {
  const address = new URL(location.href);
  address.search = new URLSearchParams({ beside: id }).toString();
  return address.href;
};

/** Opens windows for new workbooks, and answers them. */
export class Beside {
  private readonly files = new Map<string, Uint8Array | null>();
  private readonly channel = new BroadcastChannel(CHANNEL);

  /** @param link leads to the window opened last: a browser may have kept it from opening. */
  constructor(private readonly link: HTMLAnchorElement) {
    link.target = "_blank";
    link.textContent = text("beside.open");
    this.channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      const asked = wish.safeParse(data);
      const file = asked.success ? this.files.get(asked.data.wanted) : undefined;
      if (asked.success && file !== undefined) this.channel.postMessage({ given: asked.data.wanted, file });
    });
  }

  open(file: Uint8Array | null): void {
    const id = crypto.randomUUID();
    this.files.set(id, file);
    this.link.href = addressOf(id);
    this.link.hidden = false;
    open(this.link.href, "_blank");
  }
}

/** The file for which this window was opened: null for a blank workbook, undefined where nobody gives it any more. */
export function fileFromBeside(id: string): Promise<Uint8Array | null | undefined> {
  const channel = new BroadcastChannel(CHANNEL);
  return new Promise<Uint8Array | null | undefined>((resolve) => {
    const patience = setTimeout(() => resolve(undefined), PATIENCE_MS);
    channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      const given = gift.safeParse(data);
      if (!given.success || given.data.given !== id) return;
      clearTimeout(patience);
      resolve(given.data.file);
    });
    channel.postMessage({ wanted: id });
  }).finally(() => channel.close());
}
