/**
 * What stands on the sheet 学时证明, cell by cell: one A4 page a person. Pure; slips.ts writes it, and breaks the pages between
 * persons.
 */
import type { Slip, SlipLine } from "../check/slips";
import { maskIdsIn } from "../values/id";
import type { Locale, Message } from "../values/message";
import { judgedBy } from "./figure-text";
import { sayHost } from "./say";

/** Widths in points: name, amount, due, judged; together the width of an upright A4 page between its margins. */
export const SLIP_WIDTHS: readonly number[] = [170, 100, 100, 110];
export const SLIP_COLUMNS = SLIP_WIDTHS.length;
/** Points of height that a page holds. */
const PAGE_HEIGHT = 714;
const MOST_LINES = 24;
const MOST_CLAUSES = 4;
const LONGEST_QUOTE = 120;

/** How a row looks: `all` columns merged into one, or a label and a text over the rest, or four cells. */
export type SlipRowKind = "title" | "pair" | "head" | "line" | "text" | "signatures";

export interface SlipRow {
  readonly kind: SlipRowKind;
  readonly cells: readonly string[];
  readonly height: number;
}

export interface SlipPage {
  readonly key: string;
  readonly rows: readonly SlipRow[];
}

export interface SlipFrame {
  readonly at: Date;
  readonly locale: Locale;
}

type Say = (id: string, values?: Message["values"]) => string;

const row = (kind: SlipRowKind, height: number, ...cells: readonly string[]): SlipRow => ({ kind, cells: cells.map(maskIdsIn), height });

/** Scores pass or fail, certificates are issued, hours are enough; what is not judged by itself has a dash. */
function judged({ met, unit }: SlipLine, say: Say): string {
  if (met === null) return say("slip.none");
  if (unit === null) return say(met ? "slip.granted" : "slip.refused");
  if (unit === "分") return say(met ? "slip.passed" : "slip.failed");
  return say(met ? "slip.met" : "slip.unmet");
}

function lineRow(line: SlipLine, say: Say): SlipRow {
  const unit = line.unit ?? "";
  const none = say(line.unit === null ? "slip.none" : "slip.open");
  const amount = line.amount === null ? none : say("slip.amount", { amount: line.amount, unit });
  const due = line.due === null ? say("slip.none") : say("slip.amount", { amount: line.due, unit });
  return row("line", 20, judgedBy(line.name), amount, due, judged(line, say));
}

function blockRows(heading: string, lines: readonly SlipLine[], say: Say): SlipRow[] {
  if (lines.length === 0) return [];
  const head = row("head", 22, say(heading), say("slip.got"), say("slip.due"), say("slip.judged"));
  return [head, ...lines.slice(0, MOST_LINES).map((line) => lineRow(line, say))];
}

/** Each sentence once, however many rules rest on it. */
function quotedIn({ clauses }: Slip): Slip["clauses"] {
  return [...new Map(clauses.map((clause) => [`${clause.at} ${clause.quote}`, clause])).values()].slice(0, MOST_CLAUSES);
}

function clauseText(slip: Slip, say: Say): string {
  return quotedIn(slip)
    .map(({ at, quote }) =>
      say("slip.clause-text", { at, quote: quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote }),
    )
    .join("\n");
}

function heightOf(rows: readonly SlipRow[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}

/** Where much is to be said, the lines are set closer, so that one person stays on one page. */
function onOnePage(rows: readonly SlipRow[], most: number): SlipRow[] {
  const height = heightOf(rows);
  if (height <= most) return [...rows];
  const closer = most / height;
  return rows.map((each) => ({ ...each, height: Math.floor(each.height * closer * 4) / 4 }));
}

function page(slip: Slip, { at, locale }: SlipFrame): SlipPage {
  const say: Say = (id, values) => sayHost(values === undefined ? { id } : { id, values }, locale);
  const date = say("slip.date-text", { year: at.getFullYear(), month: at.getMonth() + 1, day: at.getDate() });
  const head = [
    row("title", 44, say("slip.title")),
    row("pair", 24, say("slip.name"), slip.name),
    row("pair", 24, say("slip.school"), slip.school),
    ...(slip.id === null ? [] : [row("pair", 24, say("slip.id"), slip.id)]),
    row("pair", 22 + 16 * slip.policies.length, say("slip.policy"), slip.policies.join("\n")),
  ];
  const body = slip.isWaived
    ? [row("text", 40, say("slip.waived"))]
    : [...blockRows("slip.scores", slip.scores, say), ...blockRows("slip.hours", slip.hours, say)];
  const clauses = clauseText(slip, say);
  const end = [
    ...(clauses === "" ? [] : [row("pair", 40 * quotedIn(slip).length, say("slip.clause"), clauses)]),
    row("signatures", 48, say("slip.signatures")),
    row("signatures", 30, say("slip.date", { date })),
  ];
  const rows = onOnePage([...head, ...body, ...end], PAGE_HEIGHT);
  return { key: slip.key, rows };
}

/** The pages, one a person in the order given. */
export function slipPages(slips: readonly Slip[], frame: SlipFrame): SlipPage[] {
  return slips.map((slip) => page(slip, frame));
}
