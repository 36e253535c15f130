/** What the check is asked with: the policies that count, the clerk's own day, settings and language. */
import type { CheckOptions } from "../../check/report";
import type { Pack } from "../../policy/schema";
import type { Session } from "../session";

/** What a check is asked for: the clerk's own day, settings and language. */
export function optionsFor({ ports, store }: Session): CheckOptions {
  return { asOf: isoDay(ports.now()), settings: store.get().settings, locale: ports.locale };
}

/** The policy that the clerk chose, else all of them: then the check recognises which. */
export function packsFor(policies: readonly Pack[], chosen: string | undefined): readonly Pack[] {
  const pack = policies.find((one) => one.id === chosen);
  return pack === undefined ? policies : [pack];
}

/** The clerk's own day, not Greenwich's. */
function isoDay(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
