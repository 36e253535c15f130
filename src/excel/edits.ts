/** Listens to edits of the clerk and of co-authors; what we write ourselves is not told. Only this lives here. */
import type { EditedBy } from "./host";
import { inExcel, isOwnWriting, listening } from "./session";

/** Edits that come together are told together, once a sheet. */
const GATHER = 150;

async function named(edits: ReadonlyMap<string, EditedBy>): Promise<(readonly [string, EditedBy])[]> {
  return inExcel({ attempt: "listen", repeatable: true }, async (context) => {
    const sheets = [...edits].map(([id, by]) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(id);
      sheet.load("name");
      return { sheet, by };
    });
    await context.sync();
    return sheets.flatMap(({ sheet, by }) => (sheet.isNullObject ? [] : [[sheet.name, by] as const]));
  });
}

/** Older versions of Excel do not say who edited: then it is told by the time. */
function isOurs({ triggerSource, source }: { readonly triggerSource?: string; readonly source: string }): boolean {
  return triggerSource === undefined ? source !== "Remote" && isOwnWriting() : triggerSource === "ThisLocalAddin";
}

/** Tells of edits with the sheet's name; gives the way to stop. */
export async function listenToEdits(listener: (sheet: string, by: EditedBy) => void): Promise<() => Promise<void>> {
  const waiting = new Map<string, EditedBy>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const tell = async (): Promise<void> => {
    const edits = new Map(waiting);
    waiting.clear();
    timer = null;
    // A deleted sheet or a busy Excel: the next check sees the edit anyway.
    const told = await named(edits).catch(() => []);
    for (const [name, by] of told) listener(name, by);
  };
  const hear = (edit: Excel.WorksheetChangedEventArgs): Promise<void> => {
    if (!isOurs(edit)) {
      if (edit.source === "Remote" || !waiting.has(edit.worksheetId))
        waiting.set(edit.worksheetId, edit.source === "Remote" ? "others" : "clerk");
      timer ??= setTimeout(() => void tell(), GATHER);
    }
    return Promise.resolve();
  };
  const stop = await listening((sheets) => sheets.onChanged.add(hear));
  return async () => {
    if (timer !== null) clearTimeout(timer);
    waiting.clear();
    await stop();
  };
}
