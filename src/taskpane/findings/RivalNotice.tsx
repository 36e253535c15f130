/** Another policy fits about as well as the one applied: the clerk says which it is, with one click. */
import { Button } from "@fluentui/react-components";
import type { Rival } from "../../check/report";
import { choosePolicy } from "../actions";
import { AskingBar } from "../shell/AskingBar";
import { usePane, useSay, useSession } from "../shell/session-context";

export function RivalNotice({ rival: { applied, other } }: { readonly rival: Rival }) {
  const say = useSay();
  const session = useSession();
  const idle = usePane((state) => state.task.kind === "idle");
  return (
    <AskingBar intent="warning" says={say("rival.what", { applied: applied.name, other: other.name })}>
      {[applied, other].map(({ id, name }) => (
        <Button key={id} size="small" disabledFocusable={!idle} onClick={() => void choosePolicy(id, session)}>
          {say(id === applied.id ? "rival.keep" : "rival.change", { policy: name })}
        </Button>
      ))}
    </AskingBar>
  );
}
