/** What the check is asked with beside the workbook. */
import type { CheckOptions } from "../../check/report";
import type { Session } from "../session";

/** What a check is asked for: the clerk's own day, settings and language. */
export function optionsFor({ ports, store }: Session): CheckOptions {
  return { asOf: isoDay(ports.now()), settings: store.get().settings, locale: ports.locale };
}

/** The clerk's own day, not Greenwich's. */
export function isoDay(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
