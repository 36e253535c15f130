/** 打开文件: the beginning where there is no Excel. A file is chosen or dropped; it is only read and stays on this computer. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { FolderOpenRegular } from "@fluentui/react-icons/svg/folder-open";
import { useRef, useState, type DragEvent } from "react";
import { openFile } from "../actions";
import { usePane, useSaid, useSay, useSession } from "../shell/session-context";
import { ToneIcon } from "../shell/ToneIcon";

const useStyles = makeStyles({
  place: {
    margin: "16px",
    padding: "24px 16px",
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: "12px",
    textAlign: "center",
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { backgroundColor: tokens.colorNeutralBackground1Hover, border: `1px dashed ${tokens.colorBrandStroke1}` },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  failed: { display: "flex", gap: "8px", textAlign: "left" },
  hidden: { display: "none" },
});

const accepted = ".xlsx,.xlsm,.xls,.et,.ett,.csv,.ods,.xlsb";

export function OpenFile() {
  const styles = useStyles();
  const say = useSay();
  const said = useSaid();
  const session = useSession();
  const ending = usePane((state) => state.ending);
  const busy = usePane((state) => state.task.kind !== "idle");
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined) => {
    if (file !== undefined) void openFile(file, session);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <div
      className={mergeClasses(styles.place, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {busy ? (
        <span role="status">{say("open.reading")}</span>
      ) : (
        <Button data-home appearance="primary" icon={<FolderOpenRegular />} onClick={() => input.current?.click()}>
          {say("open.choose")}
        </Button>
      )}
      <input
        ref={input}
        className={styles.hidden}
        type="file"
        accept={accepted}
        aria-label={say("open.choose")}
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          event.currentTarget.value = "";
        }}
      />
      {ending.kind === "failed" && (
        <div className={styles.failed} role="alert">
          <ToneIcon tone="warning" />
          <span>{said(ending.says)}</span>
        </div>
      )}
      <p className={styles.quiet}>{say("open.drop")}</p>
      <p className={styles.quiet}>{say("open.private")}</p>
    </div>
  );
}
