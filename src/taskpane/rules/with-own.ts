/** Policies of the clerk's own before those of the library. Stands apart so that the check loads nothing of the view. */
import type { Pack } from "../../policy/schema";

/** Own ones take the place of those of the same id. */
export function withOwn(packs: readonly Pack[], own: readonly Pack[]): readonly Pack[] {
  const ids = new Set(own.map(({ id }) => id));
  return [...own, ...packs.filter(({ id }) => !ids.has(id))];
}
