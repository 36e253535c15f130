/** 说明: why a finding is right all the same, by whom; kept in the workbook with the day. */
import { Button, Field, Input, makeStyles, Textarea } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { FormattedDate } from "react-intl";
import type { Finding } from "../../check/report";
import { explain } from "../actions";
import { useSay, useSession } from "../shell/session-context";
import { useExplaining } from "./use-explaining";
import { useFindingStyles } from "./use-finding-styles";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "8px", marginTop: "4px" },
  buttons: { display: "flex", gap: "8px" },
});

/** An explanation is a sentence or two, not an annex. */
const LONGEST = 500;

interface ExplainFormProps {
  readonly findings: readonly Finding[];
  /** Under which the half-written text is kept; the finding's key where there is one finding. */
  readonly slot?: string;
}

export function ExplainForm({ findings, slot = findings[0]?.key ?? "" }: ExplainFormProps) {
  const styles = useStyles();
  const say = useSay();
  const session = useSession();
  const { text, by, isNew, write, seen, close: forget } = useExplaining(slot);
  const form = useOpened(isNew, seen);
  const complete = text.trim() !== "" && by.trim() !== "";
  // The form goes; the focus stays with its finding.
  const close = () => {
    form.current?.closest<HTMLElement>('[role="listitem"]')?.focus();
    forget();
  };
  const save = async () => {
    await explain(findings, text, by, session);
    close();
  };
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) void save();
      }}
    >
      <Field label={say("explain.text")} size="small">
        <Textarea
          rows={2}
          maxLength={LONGEST}
          value={text}
          placeholder={say("explain.example")}
          onChange={(_, { value }) => write(value, by)}
        />
      </Field>
      <Field label={say("explain.by")} size="small">
        <Input size="small" maxLength={40} value={by} onChange={(_, { value }) => write(text, value)} />
      </Field>
      <div className={styles.buttons}>
        <Button size="small" type="submit" disabledFocusable={!complete}>
          {say("explain.save")}
        </Button>
        <Button size="small" appearance="subtle" onClick={close}>
          {say("question.stop")}
        </Button>
      </div>
    </form>
  );
}

/** A form just opened takes the focus and is brought into sight; one that is drawn again, by scrolling or another tab, is not. */
function useOpened(isNew: boolean, seen: () => void) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!isNew) return;
    form.current?.querySelector("textarea")?.focus({ preventScroll: true });
    // The list measures the grown row first.
    setTimeout(() => form.current?.scrollIntoView({ block: "nearest" }), 50);
    seen();
  }, [isNew, seen]);
  return form;
}

/** The explanation that was given, with name and day. */
export function ExplanationShown({ finding }: { readonly finding: Finding }) {
  const styles = useFindingStyles();
  const say = useSay();
  const given = finding.explanation;
  if (given === undefined) return null;
  return (
    <span className={styles.quiet}>
      {say("explain.given", { text: given.text, by: given.by })}{" "}
      <FormattedDate value={given.at} year="numeric" month="long" day="numeric" />
    </span>
  );
}
