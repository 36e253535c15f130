/**
 * New workbooks that the add-in asks for: Application.createWorkbook(base64).open() on the desktop, and on the web one call in a
 * part of Excel of its own. Both take a whole file and open it in a window beside the add-in's.
 */
import { openWorkbook } from "../files/xlsx";
import { HostError } from "../protocol/errors";
import { HostObject } from "../protocol/object";
import type { Context } from "./context";

/** The name under which a request says that it is meant for the part of Excel that opens windows on the web. */
export const WEB_PARTITION = "WacPartition";

/** The file's bytes; without text Excel opens a blank workbook. What is no workbook is an internal error to Excel. */
function fileIn(base64: string | undefined): Uint8Array | null {
  if (base64 === undefined || base64 === "") return null;
  try {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    openWorkbook(bytes, "new.xlsx");
    return bytes;
  } catch {
    throw new HostError("GeneralException", "the file cannot be opened");
  }
}

export class CreatedWorkbooks {
  private readonly waiting = new Map<string, Uint8Array | null>();
  /** Those opened, the first first; null is a blank one. */
  readonly opened: (Uint8Array | null)[] = [];
  /** Told when one is opened, so that a screen can show it. */
  onOpened: (file: Uint8Array | null) => void = () => undefined;

  private show(file: Uint8Array | null): void {
    this.opened.push(file);
    this.onOpened(file);
  }

  private object(id: string): HostObject {
    return new HostObject("WorkbookCreated", {
      identity: () => ({ Id: id }),
      get: { Id: () => id },
      call: { Open: () => this.show(this.waiting.get(id) ?? null) },
    });
  }

  /** Application.createWorkbook. */
  create(context: Context, base64: string | undefined): HostObject {
    const file = fileIn(base64);
    const id = context.book.newId();
    this.waiting.set(id, file);
    return this.object(id);
  }

  find(id: string): HostObject {
    if (!this.waiting.has(id)) throw new HostError("ItemNotFound", "workbook");
    return this.object(id);
  }

  /** What a request of the web's own partition begins with. */
  partition(): HostObject {
    return new HostObject("WacWorkbook", { call: { CreateAndOpenWorkbook: (args) => this.show(fileIn(args.optionalText(0))) } });
  }
}
