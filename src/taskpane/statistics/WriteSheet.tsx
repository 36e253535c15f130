/** 写入工作表: the figures as a sheet with Excel's own charts; asked first, since it is written into the workbook. */
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { Statistics } from "../../check/statistics";
import type { Papers } from "../../excel/papers";
import { writing } from "../actions/writing";
import { usePane, useSession } from "../shell/session-context";
import { useViewStyles } from "../views/use-view-styles";
import { useStatisticsText } from "./say";
import { usePartStyles } from "./use-part-styles";

interface WriteSheetProps {
  readonly statistics: Statistics;
  readonly loadPapers: () => Promise<Papers>;
}

export function WriteSheet({ statistics, loadPapers }: WriteSheetProps) {
  const styles = useViewStyles();
  const parts = usePartStyles();
  const say = useStatisticsText();
  const session = useSession();
  const busy = usePane((state) => state.task.kind !== "idle");
  const [asked, setAsked] = useState(false);
  const write = () => {
    setAsked(false);
    void writing(session, "report.failed", async () => {
      const sheet = await (await loadPapers()).writeStatistics(statistics);
      return { tone: "success", says: { words: say("sheet.done", { sheet }) } };
    });
  };
  if (!asked) {
    return (
      <div>
        <Button size="small" disabledFocusable={busy} onClick={() => setAsked(true)}>
          {say("sheet.write")}
        </Button>
      </div>
    );
  }
  return (
    <div role="group" className={parts.part} aria-label={say("sheet.write")}>
      <p className={styles.text}>{say("sheet.confirm")}</p>
      <div className={styles.row}>
        <Button size="small" disabledFocusable={busy} onClick={write}>
          {say("sheet.go")}
        </Button>
        <Button size="small" onClick={() => setAsked(false)}>
          {say("sheet.cancel")}
        </Button>
      </div>
    </div>
  );
}
