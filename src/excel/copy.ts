/**
 * 导出上报副本: takes the open workbook's file from Excel, makes the copy of it, and opens the copy as a new workbook: panes
 * cannot download everywhere. The open workbook is only read.
 */
import { base64 } from "./base64";
import type { CopyResult } from "./changes";
import { HostFailure } from "./host";
import { hasExcelApi } from "./session";
import { hostFailure, isTooLarge } from "./errors";

const SLICE = 4 * 1024 * 1024;
/** What goes to Excel in one piece as base64; on the web 5 MB are the most. */
const LARGEST_FILE = 60 * 1024 * 1024;
/** Excel has been seen never to call back, for example after the file was renamed on the web. */
const PATIENCE_MS = 120_000;

/** office.js' own numbers, in the words of Excel's other errors. 7000 comes from an Excel that cannot give its file. */
const CODES: Readonly<Record<number, string>> = { 5012: "Timeout", 7000: "ApiNotAvailable", 11001: "ConnectionFailure" };

const failed = (code: string, cause: unknown): HostFailure => hostFailure({ code, cause }, "copy", "", "before");
const tooLarge = (size: number): HostFailure =>
  new HostFailure({ id: "host.copy-too-large", values: { megabytes: Math.ceil(size / 1024 / 1024) } });

/** Turns Office's older way of calling back into a promise. */
function asked<T>(call: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(failed("Timeout", undefined)), PATIENCE_MS);
    call((result) => {
      clearTimeout(patience);
      if (result.status === Office.AsyncResultStatus.Failed) reject(failed(CODES[result.error.code] ?? "GeneralException", result.error));
      else resolve(result.value);
    });
  });
}

/** Office gives bytes as an array of numbers or as typed bytes. */
function bytesOf(data: unknown): Uint8Array {
  if (data instanceof Uint8Array) return data;
  return Array.isArray(data) ? Uint8Array.from(data.map(Number)) : new Uint8Array();
}

async function slices(file: Office.File): Promise<Uint8Array> {
  if (file.size > LARGEST_FILE) throw tooLarge(file.size);
  const bytes = new Uint8Array(file.size);
  let at = 0;
  for (let index = 0; index < file.sliceCount; index += 1) {
    const slice = await asked<Office.Slice>((done) => file.getSliceAsync(index, done));
    const part = bytesOf(slice.data);
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

async function workbookFile(): Promise<Uint8Array> {
  const file = await asked<Office.File>((done) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, done),
  );
  try {
    return await slices(file);
  } finally {
    file.closeAsync();
  }
}

/** Opens a copy with values only, without add-in parts, as a new workbook that the clerk saves. */
export async function exportCopy(options: { readonly maskIds: boolean }): Promise<CopyResult> {
  if (!hasExcelApi("1.8")) throw new HostFailure({ id: "host.copy-unsupported" });
  const bytes = await workbookFile();
  const { submissionCopy } = await import("./submission-copy");
  const copy = submissionCopy(bytes, options.maskIds);
  if (copy === null) throw new HostFailure({ id: "host.copy-unreadable" });
  const { formulas, masked, dropped, left } = copy;
  try {
    await Excel.createWorkbook(base64(copy.bytes));
  } catch (error) {
    throw isTooLarge(error) ? tooLarge(copy.bytes.length) : hostFailure(error, "copy", "", "before");
  }
  return { formulas, masked, dropped, left };
}
