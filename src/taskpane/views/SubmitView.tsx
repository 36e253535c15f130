/** 上报: how far the workbook is on its way: 逻辑校验 → 经验校验 with 说明 → 预览 → 报告, and at which step the clerk stands. */
import { Button, Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo, useState, type ReactNode } from "react";
import { FormattedDate } from "react-intl";
import { sinceLastReport } from "../../check/since-report";
import type { Level, Report } from "../../check/report";
import type { Pack } from "../../policy/schema";
import { askForCopy, askForReport, askToChange, filterBy, goTo } from "../actions";
import { countLevels } from "../findings/arrange";
import { noFilter } from "../findings/filter";
import { useChanging, usePane, useSay, useSession } from "../shell/session-context";
import { ToneIcon, type Tone } from "../shell/ToneIcon";
import { SlipsSection } from "../templates/SlipsSection";
import { Nothing } from "./Nothing";
import { openPoints } from "./open-points";
import { standsAt, stepsToSubmit, type Stand } from "./submit-steps";
import { useViewStyles } from "./use-view-styles";

const useStyles = makeStyles({
  step: { paddingLeft: "8px", borderLeft: `3px solid ${tokens.colorNeutralStroke2}`, display: "flex", flexDirection: "column", gap: "4px" },
  here: { borderLeftColor: tokens.colorCompoundBrandStroke },
  now: { color: tokens.colorBrandForeground1, fontSize: tokens.fontSizeBase200 },
  preview: {
    margin: 0,
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr)",
    gap: "4px 12px",
    fontSize: tokens.fontSizeBase200,
    "& dt": { color: tokens.colorNeutralForeground2 },
    "& dd": { margin: 0 },
  },
});

const noPacks: readonly Pack[] = [];

export function SubmitView() {
  const styles = useViewStyles();
  const { ports } = useSession();
  const report = usePane((state) => state.checked?.report ?? null);
  if (report === null) return <Nothing id="submit.first" />;
  return (
    <div className={styles.view}>
      <Steps report={report} />
      <Tools />
      <SlipsSection loadPapers={ports.loadPapers} />
    </div>
  );
}

function Steps({ report }: { readonly report: Report }) {
  const styles = useViewStyles();
  const say = useSay();
  const lastReport = usePane((state) => state.settings.lastReport);
  const stand = standsAt(report, lastReport);
  const [logic, explain] = stepsToSubmit(report);
  return (
    <ol className={styles.list}>
      <Step tone={toneOf(logic.open)} heading={say("submit.logic")} here={stand === "logic"}>
        <p className={styles.text}>{say("submit.logic.state", { open: logic.open, of: logic.of })}</p>
        {logic.open > 0 && <GoTo level="logic" says={say("submit.logic.go")} />}
      </Step>
      <Step tone={toneOf(explain.open)} heading={say("submit.explain")} here={stand === "explain"}>
        <p className={styles.text}>
          {say("submit.explain.state", { open: explain.open, of: explain.of, all: explain.open === explain.of ? "yes" : "no" })}
        </p>
        {explain.open > 0 && <GoTo level={firstOpen(report)} says={say("submit.explain.go")} />}
      </Step>
      <Step tone="neutral" heading={say("submit.preview")} here={false}>
        <Preview report={report} />
      </Step>
      <Step tone={stand === "done" ? "success" : "neutral"} heading={say("submit.report")} here={stand === "report"}>
        <p className={styles.text}>{say("submit.report.what")}</p>
        <LastReport report={report} />
        <ReportButton stand={stand} />
      </Step>
    </ol>
  );
}

function toneOf(open: number): Tone {
  return open === 0 ? "success" : "warning";
}

/** 经验 before 未能判断; both may be explained. */
function firstOpen({ findings }: Report): Level {
  return findings.some(({ level, explanation }) => level === "experience" && explanation === undefined) ? "experience" : "unknown";
}

interface StepProps {
  readonly tone: Tone;
  readonly heading: string;
  /** The clerk stands at this step. */
  readonly here: boolean;
  readonly children: ReactNode;
}

function Step({ tone, heading, here, children }: StepProps) {
  const styles = useViewStyles();
  const own = useStyles();
  const say = useSay();
  return (
    <li className={mergeClasses(own.step, here && own.here)} aria-current={here ? "step" : undefined}>
      <div className={styles.row}>
        <ToneIcon tone={tone} />
        <h3 className={styles.heading}>{heading}</h3>
        {here && <span className={own.now}>{say("submit.here")}</span>}
      </div>
      {children}
    </li>
  );
}

/** Shows the findings that are still open. */
function GoTo({ level, says }: { readonly level: Level; readonly says: string }) {
  const session = useSession();
  const go = () => {
    filterBy({ ...noFilter, level }, session);
    goTo("check", session);
  };
  return (
    <div>
      <Button size="small" onClick={go}>
        {says}
      </Button>
    </div>
  );
}

/** How many points were left open, and which of them the clerk reads otherwise than the policy pack. */
function useReadingsText({ readings }: Report): string {
  const say = useSay();
  const packs = usePane((state) => state.checked?.packs ?? noPacks);
  const kept = usePane((state) => state.settings.readings);
  const usual = useMemo(() => new Map(openPoints(packs).map(({ key, reading }) => [key, reading.chosen])), [packs]);
  const changed = readings.filter(({ rule, reading }) => {
    const key = `${rule}/${reading}`;
    return kept[key] !== undefined && kept[key] !== usual.get(key);
  });
  const which = changed.map(({ question, chosen }) => say("why.reading", { question, chosen })).join("；");
  return readings.length === 0 ? "" : say("submit.preview.readings.text", { count: readings.length, changed: changed.length, which });
}

/** What the report will say, before it is written. */
function Preview({ report }: { readonly report: Report }) {
  const styles = useViewStyles();
  const own = useStyles();
  const say = useSay();
  const packs = usePane((state) => state.checked?.packs ?? noPacks);
  const [open, setOpen] = useState(false);
  const counts = countLevels(report.findings);
  const explained = report.findings.filter(({ explanation }) => explanation !== undefined).length;
  const tables = report.tables.map(({ sheet, rows }) => say("submit.preview.table", { sheet, rows }));
  const lines = [
    [say("submit.preview.file"), report.file],
    [say("submit.preview.policy"), packs.map(({ name }) => name).join("、")],
    [say("submit.preview.verdict"), say(`verdict.${report.verdict}`)],
    [say("submit.preview.counts"), say("submit.preview.counts.text", counts)],
    [say("submit.preview.tables"), tables.join("；")],
    [say("submit.preview.readings"), useReadingsText(report)],
    [say("submit.preview.explained"), say("submit.preview.explained.text", { count: explained })],
  ] as const;
  return (
    <>
      <p className={styles.text}>{say("submit.preview.what")}</p>
      <div>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? "submit.preview.close" : "submit.preview.open")}
        </Button>
      </div>
      {open && (
        <dl className={own.preview}>
          {lines.map(([what, text]) =>
            text === "" ? null : (
              <div key={what} style={{ display: "contents" }}>
                <dt>{what}</dt>
                <dd>{text}</dd>
              </div>
            ),
          )}
        </dl>
      )}
    </>
  );
}

/** Whether the report that was written last still tells of these data. */
function LastReport({ report }: { readonly report: Report }) {
  const styles = useViewStyles();
  const say = useSay();
  const last = usePane((state) => state.settings.lastReport);
  const since = sinceLastReport(report.fingerprint, last);
  if (since === null || last === undefined) return null;
  return (
    <div className={styles.line}>
      <ToneIcon tone={since === "same" ? "success" : "warning"} />
      <span>
        {say("submit.report.last")} <FormattedDate value={last.at} year="numeric" month="long" day="numeric" />
        {say(since === "same" ? "submit.report.same" : "submit.report.changed")}
      </span>
    </div>
  );
}

function ReportButton({ stand }: { readonly stand: Stand }) {
  const styles = useViewStyles();
  const say = useSay();
  const session = useSession();
  const place = usePane((state) => state.place);
  const busy = usePane((state) => state.task.kind !== "idle");
  if (place !== "excel") return <p className={styles.quiet}>{say("submit.only-excel")}</p>;
  return (
    <>
      {(stand === "logic" || stand === "explain") && <p className={styles.quiet}>{say("submit.report.early")}</p>}
      <div>
        <Button disabledFocusable={busy} onClick={() => askForReport(session)}>
          {say("submit.write")}
        </Button>
      </div>
    </>
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
