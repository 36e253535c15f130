/** 期限: what is due when under a policy, how many days are left, and the same as a calendar file. */
import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { calendarFile } from "../../check/calendar-file";
import type { Pack } from "../../policy/schema";
import { dueUnder, type Due } from "../../rules/due";
import { judgingBy } from "../../rules/judging";
import type { CivilDate } from "../../values/date";
import { usePane, useSession } from "../shell/session-context";
import { ToneIcon, type Tone } from "../shell/ToneIcon";
import { download } from "../templates/download";
import { ForPolicy } from "../templates/ForPolicy";
import { usePartStyles } from "../statistics/use-part-styles";
import { useViewStyles } from "../views/use-view-styles";
import { dayText, eventsOf, leftText, plainLines, whenText } from "./due-text";
import { useDueText } from "./say";

const useStyles = makeStyles({ body: { flexGrow: 1, minWidth: 0 } });

/** Fewer days than these are soon. */
const SOON = 14;

function today(now: Date): CivilDate {
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}

export function DeadlinesView() {
  const say = useDueText();
  return (
    <ForPolicy label={say("due.policy")} loading={say("due.loading")}>
      {(pack) => <Days key={pack.id} pack={pack} />}
    </ForPolicy>
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
      <p className={styles.quiet}>{say("due.as-of", { day: dayText(day, say) })}</p>
      {upcoming.length > 0 ? (
        <List heading={say("due.upcoming", { count: upcoming.length })} dues={upcoming} />
      ) : (
        <p className={styles.text}>{say("due.all-over")}</p>
      )}
      {upcoming.length > 0 && <Save pack={pack} dues={dues} day={day} />}
      {past.length > 0 && <List heading={say("due.past", { count: past.length })} dues={past} />}
    </>
  );
}

function toneOf({ state, daysLeft }: Due): Tone {
  if (state === "today") return "danger";
  return state !== "over" && daysLeft <= SOON ? "warning" : "neutral";
}

function List({ heading, dues }: { readonly heading: string; readonly dues: readonly Due[] }) {
  const styles = useViewStyles();
  const parts = usePartStyles();
  if (dues.length === 0) return null;
  return (
    <section className={parts.part} aria-label={heading}>
      <h3 className={styles.heading}>{heading}</h3>
      <ul className={styles.list}>
        {dues.map((due) => (
          <Item key={`${due.rule.id}-${due.day.year}-${due.day.month}-${due.day.day}`} due={due} />
        ))}
      </ul>
    </section>
  );
}

function Item({ due }: { readonly due: Due }) {
  const styles = useViewStyles();
  const own = useStyles();
  const parts = usePartStyles();
  const say = useDueText();
  const { rule, isCertain } = due;
  return (
    <li className={styles.line}>
      <ToneIcon tone={toneOf(due)} />
      <div className={own.body}>
        <div className={parts.ends}>
          <strong>{rule.what}</strong>
          <strong className={parts.number}>{leftText(due, say)}</strong>
        </div>
        <p className={styles.text}>{whenText(due, say)}</p>
        {!isCertain && <p className={styles.text}>{say("due.unsure")}</p>}
        <p className={styles.quiet}>{say("due.clause", { at: rule.clause.at, quote: rule.clause.quote })}</p>
      </div>
    </li>
  );
}

interface SaveProps {
  readonly pack: Pack;
  readonly dues: readonly Due[];
  readonly day: CivilDate;
}

function Save({ pack, dues, day }: SaveProps) {
  const styles = useViewStyles();
  const parts = usePartStyles();
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
    <div className={parts.part}>
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
