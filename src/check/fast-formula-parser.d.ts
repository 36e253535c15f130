/** The part of fast-formula-parser that is used here; the library brings no types. */
declare module "fast-formula-parser" {
  interface CellReference {
    readonly sheet: string;
    readonly row: number;
    readonly col: number;
  }
  interface RangeReference {
    readonly sheet: string;
    readonly from: { readonly row: number; readonly col: number };
    readonly to: { readonly row: number; readonly col: number };
  }
  interface Argument {
    readonly value: unknown;
  }
  interface ParserOptions {
    readonly onCell: (reference: CellReference) => unknown;
    readonly onRange: (reference: RangeReference) => unknown;
    readonly functions: Readonly<Record<string, (...args: Argument[]) => unknown>>;
  }
  export class FormulaError extends Error {
    constructor(error: string);
    readonly error: string;
  }
  export default class FormulaParser {
    constructor(options: ParserOptions);
    parse(formula: string, position: { readonly sheet: string; readonly row: number; readonly col: number }, allowArray?: boolean): unknown;
    static readonly FormulaError: typeof FormulaError;
    static readonly DepParser: new (options: object) => {
      parse(formula: string, position: CellReference): (CellReference | RangeReference)[];
    };
  }
}
