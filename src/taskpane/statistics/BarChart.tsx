/**
 * A bar chart that is readable at 320 px: name and number above each bar, so that nothing is cut or turned. A button puts a
 * table in its place. Colour is never alone: a poor bar is also hatched, and its words say what it is.
 */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { useViewStyles } from "../views/use-view-styles";
import type { ChartRow, RowTone } from "./chart-rows";
import { useStatisticsText } from "./say";
import { usePartStyles } from "./use-part-styles";

const useStyles = makeStyles({
  chart: { margin: 0 },
  rows: { listStyleType: "none", margin: "4px 0 0", padding: 0, display: "flex", flexDirection: "column", gap: "8px" },
  named: { fontSize: tokens.fontSizeBase200 },
  picture: { display: "block", width: "100%", forcedColorAdjust: "none" },
  track: { fill: tokens.colorNeutralBackground4 },
  plain: { fill: tokens.colorBrandBackground },
  good: { fill: tokens.colorStatusSuccessBackground3 },
  poor: { fill: tokens.colorStatusDangerBackground3 },
  hatch: { stroke: tokens.colorNeutralBackground1 },
  numbers: {
    "& thead th": { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground3 },
    "& th:not(:first-child), & td": { width: "auto", whiteSpace: "nowrap", textAlign: "right", fontVariantNumeric: "tabular-nums" },
  },
  more: { marginTop: "8px" },
});

/** More rows than these are shown when asked for. */
const SHOWN = 12;

export interface BarChartProps {
  readonly caption: string;
  readonly rows: readonly ChartRow[];
  /** The heads of the table: of the names, then of each row's cells. */
  readonly columns: readonly [string, ...string[]];
  /** What a full bar stands for; the largest value where absent. */
  readonly full?: number;
  readonly summary?: string;
}

export function BarChart({ caption, rows, columns, full, summary }: BarChartProps) {
  const styles = useStyles();
  const parts = usePartStyles();
  const view = useViewStyles();
  const say = useStatisticsText();
  const [asTable, setAsTable] = useState(false);
  const [whole, setWhole] = useState(false);
  const body = useId();
  if (rows.length === 0) return null;
  const seen = whole ? rows : rows.slice(0, SHOWN);
  const most = Math.max(full ?? 0, ...rows.map(({ value }) => value)) || 1;
  return (
    <figure className={styles.chart} aria-label={caption}>
      <div className={parts.ends}>
        <h3 className={view.heading}>{caption}</h3>
        <Button
          className={parts.plainButton}
          size="small"
          appearance="subtle"
          aria-expanded={asTable}
          aria-controls={body}
          onClick={() => setAsTable(!asTable)}
        >
          {say(asTable ? "figures.chart" : "figures.table")}
        </Button>
      </div>
      {summary !== undefined && <p className={view.quiet}>{summary}</p>}
      <div id={body}>
        {asTable ? <Table caption={caption} columns={columns} rows={seen} /> : <Bars caption={caption} rows={seen} most={most} />}
      </div>
      {rows.length > SHOWN && (
        <Button className={styles.more} size="small" aria-expanded={whole} aria-controls={body} onClick={() => setWhole(!whole)}>
          {say(whole ? "figures.fewer" : "figures.whole", { count: whole ? SHOWN : rows.length })}
        </Button>
      )}
    </figure>
  );
}

function Table({ caption, columns, rows }: Pick<BarChartProps, "caption" | "columns" | "rows">) {
  const styles = useStyles();
  const view = useViewStyles();
  return (
    <table className={mergeClasses(view.table, styles.numbers)} aria-label={caption}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, cells }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            {cells.map((cell, index) => (
              <td key={index}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Name and number are text of the page: they wrap where the pane is narrow, and are read out as they stand. */
function Bars({ caption, rows, most }: { readonly caption: string; readonly rows: readonly ChartRow[]; readonly most: number }) {
  const styles = useStyles();
  const parts = usePartStyles();
  const view = useViewStyles();
  return (
    <ul className={styles.rows} aria-label={caption}>
      {rows.map((row) => (
        <li key={row.key}>
          <div className={mergeClasses(parts.ends, styles.named)}>
            <span>{row.label}</span>
            <span className={parts.number}>{row.shown}</span>
          </div>
          <Bar value={row.value} tone={row.tone} share={row.value / most} />
          {row.note !== undefined && <p className={view.quiet}>{row.note}</p>}
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
