/**
 * How names are compared in this folder: by what a reader sees. Full-width and half-width, upper and lower case and
 * spaces make no difference. Nothing here guesses: a name is the same or it is another.
 */
import { tidy } from "../values/text";

/** The form in which two names are compared. */
export function plainName(name: string): string {
  return tidy(name).replace(/ /g, "").toLowerCase();
}
