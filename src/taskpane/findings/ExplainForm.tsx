/** 说明: why a finding is right all the same, by whom; kept in the workbook with the day. */
import { Button, Field, Input, makeStyles, Textarea } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { FormattedDate } from "react-intl";
import type { Finding } from "../../check/report";
import { explain } from "../actions";
import { usePane, useSay, useSession } from "../shell/session-context";
import { useFindingStyles } from "./use-finding-styles";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "8px", marginTop: "4px" },
  buttons: { display: "flex", gap: "8px" },
});

/** An explanation is a sentence or two, not an annex. */
const LONGEST = 500;

interface ExplainFormProps {
  readonly findings: readonly Finding[];
  readonly onDone: () => void;
}

export function ExplainForm({ findings, onDone }: ExplainFormProps) {
  const styles = useStyles();
  const say = useSay();
  const session = useSession();
  const lastName = usePane((state) => Object.values(state.settings.explanations).at(-1)?.by ?? "");
  const before = findings[0]?.explanation;
  const [text, setText] = useState(before?.text ?? "");
  const [by, setBy] = useState(before?.by ?? lastName);
  const form = useInSight();
  const complete = text.trim() !== "" && by.trim() !== "";
  // The form goes; the focus stays with its finding.
  const close = () => {
    form.current?.closest<HTMLElement>('[role="listitem"]')?.focus();
    onDone();
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
          autoFocus
          rows={2}
          maxLength={LONGEST}
          value={text}
          placeholder={say("explain.example")}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <Field label={say("explain.by")} size="small">
        <Input size="small" maxLength={40} value={by} onChange={(_, { value }) => setBy(value)} />
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

/** The form opens in place, perhaps at the list's lower edge: it is brought into sight. */
function useInSight() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // The list measures the grown row first.
    const turn = setTimeout(() => form.current?.scrollIntoView({ block: "nearest" }), 50);
    return () => clearTimeout(turn);
  }, []);
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
