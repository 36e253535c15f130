/** 上报: how far the workbook is on its way: 逻辑校验 → 经验校验 with 说明 → 报告. */
import { Button, Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import { askForCopy, askForReport, askToChange } from "../actions";
import { useChanging, usePane, useSay, useSession } from "../shell/session-context";
import { ToneIcon, type Tone } from "../shell/ToneIcon";
import { SlipsSection } from "../templates/SlipsSection";
import { Nothing } from "./Nothing";
import { stepsToSubmit } from "./submit-steps";
import { useViewStyles } from "./use-view-styles";

export function SubmitView() {
  const report = usePane((state) => state.checked?.report ?? null);
  if (report === null) return <Nothing id="submit.first" />;
  return <Steps steps={stepsToSubmit(report)} />;
}

function Steps({ steps }: { readonly steps: ReturnType<typeof stepsToSubmit> }) {
  const styles = useViewStyles();
  const say = useSay();
  const { ports } = useSession();
  return (
    <div className={styles.view}>
      <ol className={styles.list}>
        {steps.map(({ step, open, of }) => (
          <li key={step}>
            <div className={styles.row}>
              <ToneIcon tone={toneOf(open)} />
              <span className={styles.heading}>{say(`submit.${step}`)}</span>
            </div>
            <p className={styles.text}>{say(`submit.${step}.state`, { open, of })}</p>
          </li>
        ))}
        <li>
          <span className={styles.heading}>{say("submit.report")}</span>
          <p className={styles.text}>{say("submit.report.what")}</p>
        </li>
      </ol>
      <ReportButton />
      <Tools />
      <SlipsSection loadPapers={ports.loadPapers} />
    </div>
  );
}

function toneOf(open: number): Tone {
  return open === 0 ? "success" : "warning";
}

function ReportButton() {
  const styles = useViewStyles();
  const say = useSay();
  const session = useSession();
  const place = usePane((state) => state.place);
  const busy = usePane((state) => state.task.kind !== "idle");
  if (place !== "excel") return <p className={styles.quiet}>{say("submit.only-excel")}</p>;
  return (
    <div>
      <Button disabledFocusable={busy} onClick={() => askForReport(session)}>
        {say("submit.write")}
      </Button>
    </div>
  );
}

/** 转为数值, 恢复公式, 修复公式, 上报副本: for whoever gets the workbook and has no assistant. */
function Tools() {
  const styles = useViewStyles();
  const say = useSay();
  const session = useSession();
  const changing = useChanging();
  const [maskIds, setMaskIds] = useState(true);
  if (!changing.possible) return null;
  return (
    <>
      <h3 className={styles.heading}>{say("tools.formulas")}</h3>
      <p className={styles.text}>{say("tools.formulas.what")}</p>
      <div className={styles.row}>
        {(["freeze", "restore", "repair"] as const).map((action) => (
          <Button key={action} size="small" disabledFocusable={!changing.ready} onClick={() => void askToChange(action, session)}>
            {say(`tools.${action}`)}
          </Button>
        ))}
      </div>
      <h3 className={styles.heading}>{say("tools.copy")}</h3>
      <p className={styles.text}>{say("tools.copy.what")}</p>
      <Checkbox label={say("tools.mask")} checked={maskIds} onChange={(_, { checked }) => setMaskIds(checked === true)} />
      <div>
        <Button size="small" disabledFocusable={!changing.ready} onClick={() => askForCopy(maskIds, session)}>
          {say("tools.copy.do")}
        </Button>
      </div>
    </>
  );
}
