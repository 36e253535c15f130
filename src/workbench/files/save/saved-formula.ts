/**
 * Formulas as Excel stores them in a file: newer functions under "_xlfn.", custom functions under "_xldudf_".
 */

/** Functions that Excel learned after the file format was made. */
const NEWER =
  "CONCAT IFS MAXIFS MINIFS SWITCH TEXTJOIN XLOOKUP XMATCH UNIQUE SORTBY SEQUENCE RANDARRAY LET VSTACK HSTACK TAKE DROP TOCOL TOROW CHOOSECOLS CHOOSEROWS EXPAND WRAPROWS WRAPCOLS TEXTSPLIT TEXTBEFORE TEXTAFTER RANK.EQ RANK.AVG STDEV.S STDEV.P PERCENTILE.INC PERCENTILE.EXC MODE.SNGL IFNA DAYS".split(
    " ",
  );
const NEWER_SHEET = ["FILTER", "SORT"];

const called = (names: readonly string[]): RegExp => new RegExp(`(?<![\\w.])(${names.join("|").replaceAll(".", "\\.")})(?=\\()`, "gi");
const newer = called(NEWER);
const newerSheet = called(NEWER_SHEET);

/** Texts in quotation marks stay as they are. */
const outsideTexts = (formula: string, change: (code: string) => string): string =>
  formula
    .split(/("(?:[^"]|"")*")/)
    .map((piece, at) => (at % 2 === 1 ? piece : change(piece)))
    .join("");

/** @param formula as Excel shows it, with its "=". @param namespace of the custom functions. */
export const savedFormula = (formula: string, namespace: string): string =>
  outsideTexts(formula.replace(/^=/, ""), (code) =>
    code
      .replace(newer, (name) => `_xlfn.${name.toUpperCase()}`)
      .replace(newerSheet, (name) => `_xlfn._xlws.${name.toUpperCase()}`)
      .replace(new RegExp(`(?<![\\w.])${namespace}\\.([A-Z0-9]+)(?=\\()`, "gi"), `_xldudf_${namespace}_$1`),
  );
