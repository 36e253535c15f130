/**
 * Starts the worker that reads workbook files. Its program lies beside the page (reader.js) and is taken in as a script, which works
 * from a server, from a folder, and, once loaded, without a network.
 */
const SCRIPT = "reader.js";
const PROGRAM = "kaoheReader";

let address: Promise<string> | null = null;

function loadScript(): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = SCRIPT;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(SCRIPT));
    document.head.append(script);
  });
}

async function programAddress(): Promise<string> {
  await loadScript();
  const program: unknown = Reflect.get(globalThis, PROGRAM);
  if (typeof program !== "function") throw new Error(PROGRAM);
  return URL.createObjectURL(new Blob([`(${String(program)})();`], { type: "text/javascript" }));
}

/** Fetches the program ahead. Rejects where it cannot be had. */
export function loadReader(): Promise<string> {
  address ??= programAddress().catch((error: unknown) => {
    // Not for ever: the next file asks again.
    address = null;
    throw error;
  });
  return address;
}

/** A new worker; null where the page can have none. */
export async function startReader(): Promise<Worker | null> {
  if (typeof Worker === "undefined") return null;
  try {
    return new Worker(await loadReader());
  } catch {
    return null;
  }
}
