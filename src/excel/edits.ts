/** Listens to edits of the clerk and of co-authors; what we write ourselves is not told. Only this lives here. */
import { inExcel, isOwnWriting } from "./session";

/** Edits that come together are told together, once a sheet. */
const GATHER = 150;

async function sheetNames(ids: ReadonlySet<string>): Promise<string[]> {
  return inExcel({ attempt: "listen", repeatable: true }, async (context) => {
    const sheets = [...ids].map((id) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(id);
      sheet.load("name");
      return sheet;
    });
    await context.sync();
    return sheets.flatMap((sheet) => (sheet.isNullObject ? [] : [sheet.name]));
  });
}

const isOurs = (edit: Excel.WorksheetChangedEventArgs): boolean =>
  edit.triggerSource === "ThisLocalAddin" || (edit.source !== "Remote" && isOwnWriting());

/** Tells of edits with the sheet's name; gives the way to stop. */
export async function listenToEdits(listener: (sheet: string) => void): Promise<() => Promise<void>> {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const tell = async (): Promise<void> => {
    const ids = new Set(waiting);
    waiting.clear();
    timer = null;
    // A deleted sheet or a busy Excel: the next check reads everything anyway.
    const names = await sheetNames(ids).catch(() => []);
    names.forEach(listener);
  };
  const hear = (edit: Excel.WorksheetChangedEventArgs): Promise<void> => {
    if (!isOurs(edit)) {
      waiting.add(edit.worksheetId);
      timer ??= setTimeout(() => void tell(), GATHER);
    }
    return Promise.resolve();
  };
  const registration = await inExcel({ attempt: "listen", repeatable: true }, async (context) => {
    const handler = context.workbook.worksheets.onChanged.add(hear);
    await context.sync();
    return handler;
  });
  return async () => {
    if (timer !== null) clearTimeout(timer);
    waiting.clear();
    registration.remove();
    await registration.context.sync();
  };
}
