/** 写出规则表: says what will be written, and writes it after 继续. */
import { Button } from "@fluentui/react-components";
import type { Pack } from "../../policy/schema";
import { writing } from "../actions/writing";
import type { Session } from "../session";
import { usePane, useSession } from "../shell/session-context";
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
  const idle = usePane((state) => state.task.kind === "idle");
  if (session.host?.writeRuleSheet === undefined) return <p className={styles.text}>{say("write.impossible")}</p>;
  return (
    <>
      <p className={styles.text}>{say("write.ask", { policy: pack.name })}</p>
      <div className={styles.row}>
        <Button size="small" disabledFocusable={!idle} onClick={() => void write(pack, session, say).then(onDone)}>
          {say("write.go")}
        </Button>
        <Button size="small" appearance="subtle" onClick={onDone}>
          {say("write.stop")}
        </Button>
      </div>
    </>
  );
}

async function write(pack: Pack, session: Session, say: SayRules): Promise<void> {
  const { host } = session;
  await writing(session, "rules.failed", async () => {
    const sheet = await host?.writeRuleSheet?.(pack);
    return sheet === undefined ? null : { tone: "success", says: { words: say("write.done", { sheet }) } };
  });
}
