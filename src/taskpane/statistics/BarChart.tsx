/**
 * A bar chart that is readable at 320 px: name and number above each bar, so that nothing is cut or turned. A button puts a
 * table in its place. Colour is never alone: a poor bar is also hatched, and its number says what it is.
 */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { useViewStyles } from "../views/use-view-styles";
import type { ChartRow, RowTone } from "./chart-rows";
import { useStatisticsText } from "./say";

const useStyles = makeStyles({
  chart: { margin: 0 },
  top: { display: "flex", justifyContent: "space-between", alignItems: "baseline", gap: "8px" },
  rows: { listStyleType: "none", margin: "4px 0 0", padding: 0, display: "flex", flexDirection: "column", gap: "8px" },
  named: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: "8px", fontSize: tokens.fontSizeBase200 },
  shown: { marginLeft: "auto", fontVariantNumeric: "tabular-nums" },
  picture: { display: "block", width: "100%", forcedColorAdjust: "none" },
  track: { fill: tokens.colorNeutralBackground4 },
  plain: { fill: tokens.colorBrandBackground },
  good: { fill: tokens.colorStatusSuccessBackground3 },
  poor: { fill: tokens.colorStatusDangerBackground3 },
  hatch: { stroke: tokens.colorNeutralBackground1 },
  many: { maxHeight: "360px", overflowY: "auto" },
});

/** From here on the chart scrolls by itself. */
const MANY = 12;

interface BarChartProps {
  readonly caption: string;
  readonly rows: readonly ChartRow[];
  /** What a full bar stands for; the largest value where absent. */
  readonly full?: number;
  readonly summary?: string;
}

export function BarChart({ caption, rows, full, summary }: BarChartProps) {
  const styles = useStyles();
  const view = useViewStyles();
  const say = useStatisticsText();
  const [asTable, setAsTable] = useState(false);
  const body = useId();
  if (rows.length === 0) return null;
  const many = rows.length > MANY;
  return (
    <figure className={styles.chart} aria-label={caption}>
      <div className={styles.top}>
        <h3 className={view.heading}>{caption}</h3>
        <Button size="small" appearance="subtle" aria-expanded={asTable} aria-controls={body} onClick={() => setAsTable(!asTable)}>
          {say(asTable ? "figures.chart" : "figures.table")}
        </Button>
      </div>
      {summary !== undefined && <p className={view.quiet}>{summary}</p>}
      <div id={body} className={many ? styles.many : undefined} {...(many ? { tabIndex: 0, role: "group", "aria-label": caption } : {})}>
        {asTable ? <Table caption={caption} rows={rows} /> : <Bars caption={caption} rows={rows} full={full} />}
      </div>
    </figure>
  );
}

function Table({ caption, rows }: BarChartProps) {
  const view = useViewStyles();
  const say = useStatisticsText();
  return (
    <table className={view.table} aria-label={caption}>
      <thead>
        <tr>
          <th scope="col">{say("figures.column.what")}</th>
          <td>{say("figures.column.value")}</td>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, shown }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td>{shown}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Name and number are text of the page: they wrap where the pane is narrow, and are read out as they stand. */
function Bars({ caption, rows, full }: BarChartProps) {
  const styles = useStyles();
  const most = Math.max(full ?? 0, ...rows.map(({ value }) => value)) || 1;
  return (
    <ul className={styles.rows} aria-label={caption}>
      {rows.map((row) => (
        <li key={row.key}>
          <div className={styles.named}>
            <span>{row.label}</span>
            <span className={styles.shown}>{row.shown}</span>
          </div>
          <Bar value={row.value} tone={row.tone} share={row.value / most} />
        </li>
      ))}
    </ul>
  );
}

interface BarProps {
  readonly value: number;
  readonly tone: RowTone;
  readonly share: number;
}

const HEIGHT = 10;
/** A value above nothing is seen, however small. */
const SMALLEST = 1;

function Bar({ value, tone, share }: BarProps) {
  const styles = useStyles();
  const hatch = useId();
  const tones: Readonly<Record<RowTone, string>> = { plain: styles.plain, good: styles.good, poor: styles.poor };
  const width = `${value <= 0 ? 0 : Math.max(SMALLEST, Math.min(100, 100 * share))}%`;
  return (
    <svg className={styles.picture} height={HEIGHT} aria-hidden="true" focusable="false">
      <rect className={styles.track} width="100%" height={HEIGHT} rx="2" />
      <rect className={tones[tone]} width={width} height={HEIGHT} rx="2" />
      {tone === "poor" && (
        <>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line className={styles.hatch} x1="0" y1="0" x2="0" y2="6" strokeWidth="2" />
          </pattern>
          <rect fill={`url(#${hatch})`} width={width} height={HEIGHT} rx="2" />
        </>
      )}
    </svg>
  );
}
