/** 导入 and 导出: a policy file taken in with its problems in words, a policy given out as text. */
import { Button, Field, Textarea } from "@fluentui/react-components";
import { useMemo, useRef, useState } from "react";
import type { Pack } from "../../policy/schema";
import { useSession } from "../shell/session-context";
import { download } from "../templates/download";
import { importPack, packText, readPackFile } from "./pack-file";
import { useRulesText } from "./say";
import { useRulesStyles } from "./use-rules-styles";

export function ImportPanel({ onImported }: { readonly onImported: (id: string) => void }) {
  const styles = useRulesStyles();
  const say = useRulesText();
  const session = useSession();
  const input = useRef<HTMLInputElement>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [fault, setFault] = useState<"import.unreadable" | "import.too-large" | null>(null);
  const take = async (file: File) => {
    const read = await readPackFile(file);
    setFault("fault" in read ? read.fault : null);
    setProblems([]);
    if ("fault" in read) return;
    const imported = await importPack(read.text, session);
    if ("problems" in imported) {
      setProblems(imported.problems);
      return;
    }
    const { id, name, rules } = imported.pack;
    session.store.set({ notice: { tone: "success", says: { words: say("import.done", { policy: name, rules: rules.length }) } } });
    onImported(id);
  };
  return (
    <>
      <p className={styles.text}>{say("import.what")}</p>
      <div className={styles.row}>
        <Button size="small" onClick={() => input.current?.click()}>
          {say("import.choose")}
        </Button>
      </div>
      <input
        ref={input}
        className={styles.hidden}
        type="file"
        accept=".json,application/json"
        aria-label={say("import.choose")}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file !== undefined) void take(file);
        }}
      />
      <div role="alert">
        {fault !== null && <p className={styles.text}>{say(fault)}</p>}
        {problems.length > 0 && <p className={styles.text}>{say("import.problems", { count: problems.length })}</p>}
        <ul className={styles.steps}>
          {problems.map((problem, index) => (
            <li key={index}>{problem}</li>
          ))}
        </ul>
      </div>
    </>
  );
}

export function ExportPanel({ pack }: { readonly pack: Pack }) {
  const styles = useRulesStyles();
  const say = useRulesText();
  const text = useMemo(() => packText(pack), [pack]);
  const [done, setDone] = useState<"export.saved" | "export.copied" | "export.not-copied" | null>(null);
  const save = () => {
    download(`${pack.name}.json`, text, "application/json");
    setDone("export.saved");
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone("export.copied");
    } catch {
      setDone("export.not-copied");
    }
  };
  return (
    <>
      <p className={styles.text}>{say("export.what")}</p>
      <Field label={say("export.text")}>
        <Textarea className={styles.code} readOnly rows={8} value={text} onFocus={(event) => event.currentTarget.select()} />
      </Field>
      <div className={styles.row}>
        <Button size="small" onClick={save}>
          {say("export.save")}
        </Button>
        <Button size="small" onClick={() => void copy()}>
          {say("export.copy")}
        </Button>
      </div>
      <p className={styles.quiet} role="status">
        {done !== null && say(done)}
      </p>
    </>
  );
}
