/** The explanation of whatever cell is selected, made again when another one is. */
import { useCallback, useEffect, useState } from "react";
import type { Formulas } from "../../../excel/formulas";
import { wordsFor } from "../../actions/failure";
import { useSession } from "../../shell/session-context";
import type { Said } from "../../state";
import { explainCell, type Explanation } from "./explanation";

export type Explained = Explanation | { readonly kind: "reading" } | { readonly kind: "failed"; readonly says: Said };

export function useExplained(formulas: Formulas): readonly [Explained, () => void] {
  const session = useSession();
  const [explained, setExplained] = useState<Explained>({ kind: "reading" });
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  useEffect(() => {
    let isGone = false;
    void formulas
      .selectedCell()
      .then((at) => explainCell(at, formulas, session.ports.locale))
      .catch((error: unknown): Explained => ({ kind: "failed", says: wordsFor(session, error, "locate.failed") }))
      .then((found) => {
        if (!isGone) setExplained(found);
      });
    return () => {
      isGone = true;
    };
  }, [formulas, session, turn]);
  useEffect(() => {
    const listening = formulas.onSelected(again);
    return () => {
      // Where listening never began, or Excel is gone, there is nothing to stop.
      void listening.then((stop) => stop()).catch(() => undefined);
    };
  }, [formulas, again]);
  return [explained, again];
}
