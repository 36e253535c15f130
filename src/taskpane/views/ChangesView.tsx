/** 改动记录: what the assistant wrote into the clerk's cells, latest first, each to be taken back. */
import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { FormattedDate } from "react-intl";
import { changeSteps, takeBack } from "../actions";
import type { Step } from "../../excel/changes";
import { PlannedChanges } from "../shell/PlannedChanges";
import { useChanging, usePane, useSay, useSession } from "../shell/session-context";
import { Nothing } from "./Nothing";
import { useViewStyles } from "./use-view-styles";

export function ChangesView({ onDone }: { readonly onDone: () => void }) {
  const styles = useViewStyles();
  const say = useSay();
  const session = useSession();
  const changing = useChanging();
  const steps = useSteps();
  if (steps === "reading") return <Nothing id="changes.reading" />;
  if (steps === "failed") return <Nothing id="changes.failed" />;
  if (steps.length === 0) return <Nothing id="changes.none" />;
  return (
    <ul className={styles.list}>
      {steps.map(({ step, action, at, changes }) => (
        <li key={step}>
          <span className={styles.heading}>{say(`changes.${action}`, { cells: changes.length })}</span>
          <p className={styles.quiet}>
            <FormattedDate value={at} year="numeric" month="long" day="numeric" hour="2-digit" minute="2-digit" hour12={false} />
          </p>
          <PlannedChanges plan={{ changes, refused: [] }} />
          <Button
            size="small"
            disabledFocusable={!changing.ready}
            onClick={() => {
              onDone();
              void takeBack(step, session);
            }}
          >
            {say("notice.undo")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Read again whenever something was written. */
function useSteps(): readonly Step[] | "reading" | "failed" {
  const session = useSession();
  const notice = usePane((state) => state.notice);
  const [steps, setSteps] = useState<readonly Step[] | "reading" | "failed">("reading");
  useEffect(() => {
    let gone = false;
    changeSteps(session).then(
      (found) => {
        if (!gone) setSteps(found);
      },
      () => {
        if (!gone) setSteps("failed");
      },
    );
    return () => {
      gone = true;
    };
  }, [session, notice]);
  return steps;
}
