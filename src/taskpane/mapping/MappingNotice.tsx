/**
 * 有 2 列没有认出来，先确认一下: said before the findings, because these columns were not judged. Where the form is known from another
 * workbook, what was confirmed there is offered.
 */
import { Button } from "@fluentui/react-components";
import type { Settings } from "../../check/report";
import { declineOffer, takeOffer } from "../actions/offers";
import { AskingBar } from "../shell/AskingBar";
import { usePane, useSay, useSession } from "../shell/session-context";

export function MappingNotice({ onOpen }: { readonly onOpen: () => void }) {
  const say = useSay();
  const unsure = usePane((state) => state.checked?.report.tables.reduce((sum, table) => sum + table.unsure.length, 0) ?? 0);
  const offer = usePane((state) => state.offer);
  if (offer !== null) return <Offer offer={offer} />;
  if (unsure === 0) return null;
  return (
    <AskingBar intent="warning" says={say("mapping.unsure", { count: unsure })}>
      <Button size="small" onClick={onOpen}>
        {say("mapping.open")}
      </Button>
    </AskingBar>
  );
}

function Offer({ offer }: { readonly offer: Settings["mapping"] }) {
  const say = useSay();
  const session = useSession();
  const idle = usePane((state) => state.task.kind === "idle");
  const sheets = Object.keys(offer);
  const columns = Object.values(offer).reduce((sum, one) => sum + Object.keys(one).length, 0);
  return (
    <AskingBar intent="info" says={say("mapping.offer", { sheets: sheets.slice(0, 3).join("、"), count: sheets.length, columns })}>
      <Button size="small" disabledFocusable={!idle} onClick={() => void takeOffer(session)}>
        {say("mapping.offer.take")}
      </Button>
      <Button size="small" onClick={() => declineOffer(session)}>
        {say("mapping.offer.decline")}
      </Button>
    </AskingBar>
  );
}
