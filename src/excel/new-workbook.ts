/** Opens a file made by us (a template) as a new workbook: panes cannot download everywhere. The open workbook is not touched. */
import { base64 } from "./base64";
import { hostFailure } from "./errors";
import { HostFailure } from "./host";
import { hasExcelApi } from "./session";

/** Opens the bytes of an .xlsx file in a window of its own; the clerk saves it under a name of his own. */
export async function openNewWorkbook(bytes: Uint8Array): Promise<void> {
  if (!hasExcelApi("1.8")) throw new HostFailure({ id: "host.template-unsupported" });
  try {
    await Excel.createWorkbook(base64(bytes));
  } catch (error) {
    throw hostFailure(error, "template", "", "before");
  }
}
