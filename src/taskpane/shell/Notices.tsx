/**
 * What stands between the button and the list: the question before a write (将改动 12 个单元格…), and what came of it
 * (已完成，可撤销).
 */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useEffect, useRef } from "react";
import { answer, closeNotice, dismiss, undo } from "../actions";
import type { Notice, Question } from "../state";
import { PlannedChanges, RefusedCells } from "./PlannedChanges";
import { usePane, useSaid, useSay, useSession } from "./session-context";

const useStyles = makeStyles({
  area: { padding: "0 12px", display: "flex", flexDirection: "column", gap: "8px", flexShrink: 0 },
  question: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "8px 12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  buttons: { display: "flex", gap: "8px" },
  bar: { overflowWrap: "anywhere" },
});

export function Notices() {
  const styles = useStyles();
  const question = usePane((state) => state.question);
  const notice = usePane((state) => state.notice);
  return (
    <div className={styles.area} style={{ paddingBottom: (question ?? notice) ? 8 : 0 }}>
      {question !== null && <Asking key={question.kind} question={question} />}
      {notice !== null && <Telling notice={notice} />}
    </div>
  );
}

function Asking({ question }: { readonly question: Question }) {
  const styles = useStyles();
  const say = useSay();
  const session = useSession();
  const first = useFocusAndReturn();
  return (
    <div
      role="group"
      aria-labelledby="question"
      className={styles.question}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        dismiss(session);
      }}
    >
      <span id="question">{wordsOf(say, question)}</span>
      {question.kind === "change" && <PlannedChanges plan={question.plan} />}
      {question.kind === "insert" && (
        <>
          <code className={styles.bar}>{question.formula}</code>
          {question.more.map((line) => (
            <span key={line}>{line}</span>
          ))}
          <RefusedCells refused={question.plan.refused} />
        </>
      )}
      {question.kind === "overwrite" && <RefusedCells refused={question.spots} />}
      <div className={styles.buttons}>
        <Button ref={first} size="small" aria-describedby="question" onClick={() => void answer(session)}>
          {say("question.go")}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => dismiss(session)}>
          {say("question.stop")}
        </Button>
      </div>
    </div>
  );
}

function wordsOf(say: ReturnType<typeof useSay>, question: Question): string {
  switch (question.kind) {
    case "mark":
      return say("question.mark", { cells: question.cells });
    case "unhide":
      return say("question.unhide", { sheet: question.finding.sheet });
    case "change":
      return say(`question.${question.action}`, { cells: question.plan.changes.length });
    case "insert":
      return question.words;
    case "overwrite":
      return say("question.overwrite", { cells: question.spots.length });
    case "copy":
      return say(question.maskIds ? "question.copy-masked" : "question.copy");
    case "clear":
    case "report":
      return say(`question.${question.kind}`);
  }
}

function Telling({ notice }: { readonly notice: Notice }) {
  const styles = useStyles();
  const say = useSay();
  const said = useSaid();
  const session = useSession();
  return (
    <MessageBar className={styles.bar} intent={notice.tone} layout="multiline">
      <MessageBarBody>
        {said(notice.says)}
        <RefusedCells refused={notice.refused ?? []} />
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={say("notice.close")}
            onClick={() => closeNotice(session)}
          />
        }
      >
        {notice.undo !== undefined && (
          <Button size="small" onClick={() => void undo(session)}>
            {say("notice.undo")}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

/** The question takes the focus; when it goes, the focus returns to what had asked it. */
function useFocusAndReturn() {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    first.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return first;
}
