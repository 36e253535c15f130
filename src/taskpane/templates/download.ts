/** Hands a file made in the pane to the browser, which keeps it where it keeps downloads. Only this lives here. */

/** How long a browser may take to fetch what it was handed. */
const FETCHED_WITHIN = 10_000;

export function download(name: string, content: Uint8Array | string, type: string): void {
  const part = typeof content === "string" ? content : new Uint8Array(content).buffer;
  const address = URL.createObjectURL(new Blob([part], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name.replace(/[\\/:*?"<>|]/g, " ");
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), FETCHED_WITHIN);
}
