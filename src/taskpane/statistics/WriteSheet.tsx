/** 写入工作表: the figures as a sheet with Excel's own charts; asked first, since it is written into the workbook. */
import type { Statistics } from "../../check/statistics";
import type { Papers } from "../../excel/papers";
import { writing } from "../actions/writing";
import { AskFirst } from "../shell/AskFirst";
import { useSession } from "../shell/session-context";
import { useStatisticsText } from "./say";

interface WriteSheetProps {
  readonly statistics: Statistics;
  readonly loadPapers: () => Promise<Papers>;
}

export function WriteSheet({ statistics, loadPapers }: WriteSheetProps) {
  const say = useStatisticsText();
  const session = useSession();
  const write = () =>
    void writing(session, "report.failed", async () => {
      const sheet = await (await loadPapers()).writeStatistics(statistics);
      return { tone: "success", says: { words: say("sheet.done", { sheet }) } };
    });
  return <AskFirst label={say("sheet.write")} what={say("sheet.confirm")} onGo={write} />;
}
