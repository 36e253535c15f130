/** Policies of the workbook or of the clerk beside those of the library. Stands apart, and light, because the pane asks for it at once. */
import type { Pack } from "../policy/schema";

/** Own ones come first and take the place of those of the same id. */
export function withOwn(packs: readonly Pack[], own: readonly Pack[]): Pack[] {
  const ids = new Set(own.map(({ id }) => id));
  return [...own, ...packs.filter(({ id }) => !ids.has(id))];
}
