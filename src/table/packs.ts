/** Which policy a workbook is about: names and words in its titles, captions and first rows, and how well its columns fit. */
import type { Pack, Rule } from "../policy/schema";
import { findBlocks, isIdentity } from "./blocks";
import { gridOf } from "./grid";
import { headerWordsOf } from "./headerwords";
import type { Heading } from "./heading";
import { fitAtSight } from "./recognition";
import { vocabulariesOf } from "./vocabulary";
import { squeeze } from "./wording";
import type { Sheet, Workbook } from "./workbook";

export interface PackScore {
  readonly pack: Pack;
  /** More is likelier; 0 where nothing speaks for the pack. */
  readonly score: number;
}

const rowsLookedAt = 40;
const columnsLookedAt = 30;
const rowsForFit = 60;

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
const valueLimit = 2;

function speaksFor(pack: Pack, texts: Texts): number {
  const keywords = new Set([pack.title, pack.name, ...(pack.aliases ?? []), ...(pack.keywords ?? [])].map(squeeze));
  const hits = [...keywords].filter((word) => word.length >= 2 && texts.joined.includes(word)).length;
  const values = new Set(pack.rules.flatMap(valuesOf).map(squeeze));
  const held = [...values].filter((value) => texts.cells.has(value)).length;
  return Math.min(hits, keywordLimit) + 0.4 * Math.min(held, valueLimit);
}

/** How strongly a workbook's words speak for each policy, by the policy's id. */
export function keywordWeight(workbook: Workbook, packs: readonly Pack[]): ReadonlyMap<string, number> {
  if (packs.length < 2) return new Map();
  const texts = textsOf(workbook);
  return new Map(packs.map((pack) => [pack.id, speaksFor(pack, texts)]));
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

interface Header {
  readonly headings: readonly Heading[];
  readonly titles: string;
}

/** How well a pack's kinds fit the headers by plain names, titles and term. */
function fitOf(headers: readonly Header[], pack: Pack): number {
  const vocabularies = vocabulariesOf(pack);
  return headers.reduce((sum, { headings, titles }) => {
    const fits = vocabularies.map((vocabulary) => fitAtSight(headings, vocabulary, titles));
    return sum + Math.max(0, ...fits);
  }, 0);
}

/** The policies given, the likeliest for this workbook first. */
export function recognisePack(workbook: Workbook, packs: readonly Pack[]): readonly PackScore[] {
  const weights = keywordWeight(workbook, packs);
  const headerWords = headerWordsOf(packs);
  const headers = workbook.sheets.flatMap((whole): Header[] => {
    const sheet = beginning(whole);
    const grid = gridOf(sheet);
    const search = { grid, headerWords, identity: isIdentity };
    // No kinds of sheet: only where headers stand is asked here.
    const blocks = findBlocks({ sheet, grid, search, vocabularies: [], mapping: {}, locale: "zh-CN", prior: weights });
    return blocks.map(({ headings, around }) => ({ headings, titles: `${around.title} ${sheet.name}` }));
  });
  const scores = packs.map((pack) => ({ pack, score: keywordFactor * (weights.get(pack.id) ?? 0) + fitOf(headers, pack) }));
  return scores.sort((a, b) => b.score - a.score);
}
