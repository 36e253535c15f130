/** 期限: what is due when under a policy, how many days are left, and the same as a calendar file. */
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { calendarFile } from "../../check/calendar-file";
import type { Pack } from "../../policy/schema";
import { dueUnder, type Due } from "../../rules/due";
import { judgingBy } from "../../rules/judging";
import type { CivilDate } from "../../values/date";
import { usePane, useSession } from "../shell/session-context";
import { ToneIcon, type Tone } from "../shell/ToneIcon";
import { download } from "../templates/download";
import { PolicySelect, usePolicy } from "../templates/use-policy";
import { useViewStyles } from "../views/use-view-styles";
import { eventsOf, leftText, plainLines, whenText } from "./due-text";
import { useDueText } from "./say";

/** Fewer days than these are soon. */
const SOON = 14;

function today(now: Date): CivilDate {
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}

export function DeadlinesView() {
  const styles = useViewStyles();
  const say = useDueText();
  const policy = usePolicy();
  const { pack } = policy;
  if (pack === undefined) {
    return (
      <p className={styles.quiet} role="status">
        {say("due.loading")}
      </p>
    );
  }
  return (
    <div className={styles.view}>
      <PolicySelect label={say("due.policy")} policy={policy} />
      <Days key={pack.id} pack={pack} />
    </div>
  );
}

function Days({ pack }: { readonly pack: Pack }) {
  const styles = useViewStyles();
  const say = useDueText();
  const { ports } = useSession();
  const readings = usePane((state) => state.settings.readings);
  const day = today(ports.now());
  const dues = dueUnder(judgingBy(pack, readings), day);
  const upcoming = dues.filter(({ state }) => state !== "over");
  const past = dues.filter(({ state }) => state === "over");
  if (dues.length === 0) return <p className={styles.quiet}>{say("due.none")}</p>;
  return (
    <>
      <List heading={say("due.upcoming")} dues={upcoming} />
      <List heading={say("due.past")} dues={past} />
      {upcoming.length > 0 && <Save pack={pack} dues={dues} day={day} />}
    </>
  );
}

function toneOf({ state, daysLeft }: Due): Tone {
  if (state === "over") return "neutral";
  if (state === "today") return "danger";
  return daysLeft <= SOON ? "warning" : "success";
}

function List({ heading, dues }: { readonly heading: string; readonly dues: readonly Due[] }) {
  const styles = useViewStyles();
  const say = useDueText();
  if (dues.length === 0) return null;
  return (
    <section aria-label={heading}>
      <h3 className={styles.heading}>{heading}</h3>
      <ul className={styles.list}>
        {dues.map((due) => (
          <li key={`${due.rule.id}-${due.day.year}-${due.day.month}-${due.day.day}`}>
            <div className={styles.row}>
              <ToneIcon tone={toneOf(due)} />
              <span>{due.rule.what}</span>
              <strong>{leftText(due, say)}</strong>
            </div>
            <p className={styles.text}>{whenText(due, say)}</p>
            {!due.isCertain && <p className={styles.quiet}>{say("due.unsure")}</p>}
            <p className={styles.quiet}>{say("due.clause", { at: due.rule.clause.at, quote: due.rule.clause.quote })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SaveProps {
  readonly pack: Pack;
  readonly dues: readonly Due[];
  readonly day: CivilDate;
}

function Save({ pack, dues, day }: SaveProps) {
  const styles = useViewStyles();
  const say = useDueText();
  const [done, setDone] = useState<"saved" | "copied" | null>(null);
  const name = say("due.calendar", { policy: pack.name });
  const save = () => {
    download(`${name}.ics`, calendarFile(name, eventsOf(pack, dues, say), day), "text/calendar");
    setDone("saved");
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(plainLines(dues, say));
      setDone("copied");
    } catch {
      // Without the clipboard the dates still stand above; nothing is claimed.
      setDone(null);
    }
  };
  return (
    <div>
      <div className={styles.row}>
        <Button size="small" onClick={save}>
          {say("due.save")}
        </Button>
        <Button size="small" onClick={() => void copy()}>
          {say(done === "copied" ? "due.copied" : "due.copy")}
        </Button>
      </div>
      <p className={styles.quiet} role="status">
        {say(done === "saved" ? "due.saved" : "due.save-what")}
      </p>
    </div>
  );
}
