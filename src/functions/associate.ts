/**
 * Tells Excel which code stands behind each KAOHE.* function: the exports of functions.ts, each under its name in capitals.
 * Called by the entry file when the page loads, before Excel asks for the first result.
 */
import * as functions from "./functions";

/** Associates every function with its id in functions.json. */
export function associateFunctions(): void {
  for (const [name, calculate] of Object.entries(functions)) CustomFunctions.associate(name.toUpperCase(), calculate);
}
