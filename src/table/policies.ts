/**
 * Which policy a workbook is about. Its sheets are looked at together: names in titles, captions and cells, the columns
 * of each sheet and what stands in them, the people's ages, the years in titles. One workbook is taken to be of one
 * county; a sheet that plainly says otherwise is read otherwise (see `recognition.ts`).
 */
import type { Pack, Rule } from "../policy/schema";
import type { CivilDate } from "../values/date";
import { ofIso } from "../values/date";
import { findBlocks, isIdentity } from "./blocks";
import { gridOf, type Grid } from "./grid";
import type { HeaderWords } from "./headerwords";
import type { Heading } from "./heading";
import { plainFit } from "./matching";
import { fitAtSight } from "./recognition";
import { peopleUnder, scopeFit } from "./scope";
import type { PolicyReading } from "./table";
import { valuesFit } from "./values-fit";
import { vocabulariesOf, type Vocabulary } from "./vocabulary";
import { squeeze } from "./wording";
import type { Area, Sheet, Workbook } from "./workbook";

export interface PolicyScore {
  readonly pack: Pack;
  /** More is likelier; 0 where nothing speaks for the policy. */
  readonly score: number;
}

export interface PolicyLook {
  readonly headerWords: HeaderWords;
  /** The day of the check, on which ages are counted where a policy names none. */
  readonly day: CivilDate | null;
}

const rowsLookedAt = 40;
const columnsLookedAt = 30;
const rowsForFit = 60;
/** Sheets with the same header (one a school) say the same again. */
const mostOpenings = 16;

interface Texts {
  readonly joined: string;
  readonly cells: ReadonlySet<string>;
}

function textsOf(workbook: Workbook): Texts {
  const cells = new Set<string>([squeeze(workbook.name)]);
  for (const sheet of workbook.sheets) {
    cells.add(squeeze(sheet.name));
    for (let row = 0; row < Math.min(sheet.rowCount, rowsLookedAt); row++) {
      for (let column = 0; column < Math.min(sheet.columnCount, columnsLookedAt); column++) {
        const value = sheet.value(row, column);
        if (typeof value === "string" && value.length <= 200) cells.add(squeeze(value));
      }
    }
  }
  return { joined: [...cells].join("\n"), cells };
}

/** Values that stand in cells where this policy is at work: 公需课 as a category, 怀集县 as a place. */
function valuesOf(rule: Rule): readonly string[] {
  if (rule.kind === "hours" || rule.kind === "conversion") return rule.categories ?? [];
  return rule.kind === "quota" ? (rule.places ?? []).flatMap((place) => place.names) : [];
}

/** A keyword weighs as much as three columns. */
const keywordFactor = 3;
const keywordLimit = 4;
/** A place of the policy's own county or city is worth more than a word that others use too. */
const localFactor = 1;
const valueLimit = 2;

function speaksFor(pack: Pack, texts: Texts): number {
  const issuer = pack.issuer === undefined ? [] : [pack.issuer];
  const named = [pack.title, pack.name, ...issuer, ...(pack.aliases ?? []), ...(pack.keywords ?? []), ...(pack.localities ?? [])];
  const keywords = new Set(named.map(squeeze));
  const hits = [...keywords].filter((word) => word.length >= 2 && texts.joined.includes(word)).length;
  const values = new Set(pack.rules.flatMap(valuesOf).map(squeeze));
  const held = [...values].filter((value) => texts.cells.has(value)).length;
  const isLocal = (pack.localities ?? []).some((place) => texts.joined.includes(squeeze(place)));
  return Math.min(hits, keywordLimit) + (isLocal ? localFactor : 0) + 0.4 * Math.min(held, valueLimit);
}

/** The first rows of a sheet, which are enough to know its columns. */
function beginning(sheet: Sheet): Sheet {
  if (sheet.rowCount <= rowsForFit) return sheet;
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    isProtected: sheet.isProtected,
    rowCount: rowsForFit,
    columnCount: sheet.columnCount,
    merges: sheet.merges,
    tables: sheet.tables,
    value: (row, column) => sheet.value(row, column),
    formula: (row, column) => sheet.formula(row, column),
    text: (row, column) => sheet.text(row, column),
    format: (row, column) => sheet.format(row, column),
    isRowHidden: (row) => sheet.isRowHidden(row),
    isColumnHidden: (column) => sheet.isColumnHidden(column),
  };
}

/** A header with what is above and below it. */
interface Opening {
  readonly grid: Grid;
  readonly header: Area;
  readonly headings: readonly Heading[];
  readonly titles: string;
}

function openingsOf(workbook: Workbook, headerWords: HeaderWords): readonly Opening[] {
  const seen = new Set<string>();
  const openings: Opening[] = [];
  for (const whole of workbook.sheets) {
    if (openings.length >= mostOpenings) break;
    const sheet = beginning(whole);
    const grid = gridOf(sheet);
    const search = { grid, headerWords, identity: isIdentity };
    // No kinds of sheet: only where headers stand is asked here.
    const blocks = findBlocks({ sheet, grid, search, vocabularies: [], mapping: {}, locale: "zh-CN", prior: new Map() });
    for (const { header, headings, around } of blocks) {
      const signature = headings.map((heading) => heading.header).join("|");
      if (seen.has(signature)) continue;
      seen.add(signature);
      openings.push({ grid, header, headings, titles: `${around.title} ${sheet.name}` });
    }
  }
  return openings;
}

const inYears = 0.5;
const outOfYears = -1.5;

/** 2024年, 2024-2025学年度 in a title, inside the policy's term or outside of it. */
function yearsFit(titles: string, { valid }: Pack): number {
  const years = [...titles.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)/g)].map((match) => match[1] ?? "");
  if (years.length === 0 || valid?.from === undefined || valid.to === undefined) return 0;
  const [from, to] = [valid.from.slice(0, 4), valid.to.slice(0, 4)];
  return years.some((year) => year >= from && year <= to) ? inYears : outOfYears;
}

function scopeOf({ grid, header }: Opening, keys: readonly (string | null)[], { rules, pack }: Vocabulary, day: CivilDate | null): number {
  const fits = rules.flatMap((rule) => {
    if (rule.kind !== "eligibility") return [];
    const own = rule.on ?? pack.referenceDate;
    const on = own === undefined ? day : (ofIso(own) ?? null);
    return on === null ? [] : scopeFit(peopleUnder(grid, header, keys, on), rule.anyOf);
  });
  return fits.reduce((sum, fit) => sum + fit, 0);
}

function openingFit(opening: Opening, vocabulary: Vocabulary, day: CivilDate | null): number {
  const { headings, titles } = opening;
  const { columns } = plainFit(headings, vocabulary);
  return (
    fitAtSight(headings, vocabulary, titles) +
    valuesFit(headings, columns, vocabulary) +
    yearsFit(`${titles} ${headings.map(({ header }) => header).join(" ")}`, vocabulary.pack) +
    scopeOf(opening, columns, vocabulary, day)
  );
}

function fitOf(openings: readonly Opening[], pack: Pack, day: CivilDate | null): number {
  const vocabularies = vocabulariesOf(pack);
  return openings.reduce((sum, opening) => {
    const fits = vocabularies.map((vocabulary) => openingFit(opening, vocabulary, day));
    return sum + Math.max(0, ...fits);
  }, 0);
}

/** The policies given, the likeliest for this workbook first; of equals the one that was given first. */
export function recognisePolicies(workbook: Workbook, packs: readonly Pack[], { headerWords, day }: PolicyLook): readonly PolicyScore[] {
  const texts = textsOf(workbook);
  const openings = openingsOf(workbook, headerWords);
  const scores = packs.map((pack) => ({ pack, score: keywordFactor * speaksFor(pack, texts) + fitOf(openings, pack, day) }));
  return scores.sort((a, b) => b.score - a.score);
}

/** Less than half a column between two policies is chance: a header of one word more would turn it. */
const nearly = 0.5;

/** How clear it is that the workbook is of the policies by which its tables were read; the likeliest of them stands for all. */
export function policyReading(scores: readonly PolicyScore[], inForce: ReadonlySet<Pack>): PolicyReading | undefined {
  const taken = scores.find(({ pack }) => inForce.has(pack));
  if (taken === undefined) return undefined;
  const runnerUp = scores.find(({ pack, score }) => score > 0 && !inForce.has(pack));
  const isClear = runnerUp === undefined || taken.score - runnerUp.score >= nearly;
  return { pack: taken.pack, runnerUp: runnerUp?.pack ?? null, isClear };
}
