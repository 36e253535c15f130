/** 写出规则表: says what will be written, and writes it after 继续. */
import type { Pack } from "../../policy/schema";
import { writing } from "../actions/writing";
import type { Session } from "../session";
import { Confirm } from "../shell/AskFirst";
import { useSession } from "../shell/session-context";
import { useRulesText, type SayRules } from "./say";
import { useRulesStyles } from "./use-rules-styles";

interface WriteProps {
  readonly pack: Pack;
  readonly onDone: () => void;
}

export function WritePanel({ pack, onDone }: WriteProps) {
  const styles = useRulesStyles();
  const say = useRulesText();
  const session = useSession();
  if (session.host?.writeRuleSheet === undefined) return <p className={styles.text}>{say("write.impossible")}</p>;
  return (
    <Confirm what={say("write.ask", { policy: pack.name })} onGo={() => void write(pack, session, say).then(onDone)} onStop={onDone} />
  );
}

async function write(pack: Pack, session: Session, say: SayRules): Promise<void> {
  const { host } = session;
  await writing(session, "rules.failed", async () => {
    const sheet = await host?.writeRuleSheet?.(pack);
    return sheet === undefined ? null : { tone: "success", says: { words: say("write.done", { sheet }) } };
  });
}
