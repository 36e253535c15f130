/**
 * Page layout of a sheet: kept as set, so that a test can look at it; nothing is printed.
 */
import type { Area } from "../grid/area";
import { areaName, parseArea, parseAreas } from "../grid/area";
import type { Arguments } from "../protocol/arguments";
import { HostError } from "../protocol/errors";
import { HostObject } from "../protocol/object";
import { asRecord, asText } from "../protocol/arguments";
import { type Context, keptGetters, keptSetters } from "./context";
import { range } from "./range";
import { rangeAreas } from "./range-areas";

const LAYOUT = {
  Orientation: "Portrait",
  PaperSize: "A4",
  BlackAndWhite: false,
  PrintErrors: "AsDisplayed",
  Zoom: { scale: 100 },
  CenterHorizontally: false,
  CenterVertically: false,
  PrintHeadings: false,
  PrintGridlines: false,
  LeftMargin: 50.4,
  RightMargin: 50.4,
  TopMargin: 54,
  BottomMargin: 54,
  HeaderMargin: 21.6,
  FooterMargin: 21.6,
  PrintComments: "NoComments",
  DraftMode: false,
  FirstPageNumber: "",
  PrintOrder: "DownThenOver",
};

const HEADERS = { LeftHeader: "", CenterHeader: "", RightHeader: "", LeftFooter: "", CenterFooter: "", RightFooter: "" };
const GROUP = { State: "Default", UseSheetMargins: true, UseSheetScale: true };

/** "Characters in a header or footer: 255". */
function headerText(value: unknown): string {
  const text = asText(value);
  if (text.length > 255) throw new HostError("InvalidArgument", "a header or footer takes at most 255 characters");
  return text;
}

/** Page breaks: before a row or a column, kept by its address. */
export function pageBreaks(context: Context, sheetId: string, kind: "Horizontal" | "Vertical"): HostObject {
  const { page } = context.book.stateOf(sheetId);
  const key = `${kind}Breaks`;
  const kept = (): readonly string[] => {
    const list = page.get(key);
    return Array.isArray(list) ? list.map(String) : [];
  };
  const one = (address: string): HostObject =>
    new HostObject("PageBreak", {
      get: { ColumnIndex: () => parseArea(address).left, RowIndex: () => parseArea(address).top },
      object: { GetCellAfterBreak: () => range(context, sheetId, parseArea(address)) },
      call: {
        Delete: () => {
          page.set(
            key,
            kept().filter((other) => other !== address),
          );
        },
      },
    });
  return new HostObject("PageBreakCollection", {
    items: () => kept().map(one),
    object: {
      Add: (args) => {
        const [area] = areasArgument(args, 0);
        if (area === undefined) throw new HostError("InvalidArgument");
        const address = areaName(area);
        page.set(key, [...new Set([...kept(), address])]);
        return one(address);
      },
    },
    call: { GetCount: () => kept().length, RemovePageBreaks: () => void page.delete(key) },
  });
}

function headersFooters(context: Context, sheetId: string): HostObject {
  const { page } = context.book.stateOf(sheetId);
  const pages = (prefix: string) => (): HostObject =>
    new HostObject("HeaderFooter", {
      get: keptGetters(page, HEADERS, `${prefix}.`),
      set: Object.fromEntries(
        Object.keys(HEADERS).map((name) => [name, (value: unknown) => page.set(`${prefix}.${name}`, headerText(value))] as const),
      ),
    });
  return new HostObject("HeaderFooterGroup", {
    get: keptGetters(page, GROUP, "HeadersFooters."),
    set: keptSetters(page, Object.keys(GROUP), undefined, "HeadersFooters."),
    child: { DefaultForAllPages: pages("Default"), FirstPage: pages("First"), EvenPages: pages("Even"), OddPages: pages("Odd") },
  });
}

/** Areas given as a range object, or as addresses. */
function areasArgument(args: Arguments, index: number): readonly Area[] {
  return args.place(index)?.areas ?? parseAreas(args.text(index));
}

export function pageLayout(context: Context, sheetId: string): HostObject {
  const state = context.book.stateOf(sheetId);
  const orNull = (area: Area | null): HostObject | null => (area === null ? null : range(context, sheetId, area));
  const demanded = (area: Area | null): HostObject => {
    if (area === null) throw new HostError("ItemNotFound");
    return range(context, sheetId, area);
  };
  const printArea = (): HostObject | null => (state.printArea.length === 0 ? null : rangeAreas(context, sheetId, state.printArea));
  return new HostObject("PageLayout", {
    get: keptGetters(state.page, LAYOUT),
    set: keptSetters(state.page, Object.keys(LAYOUT)),
    child: { HeadersFooters: () => headersFooters(context, sheetId) },
    object: {
      GetPrintAreaOrNullObject: printArea,
      GetPrintTitleRowsOrNullObject: () => orNull(state.titleRows),
      GetPrintTitleRows: () => demanded(state.titleRows),
      GetPrintTitleColumnsOrNullObject: () => orNull(state.titleColumns),
      GetPrintTitleColumns: () => demanded(state.titleColumns),
    },
    call: {
      SetPrintArea: (args) => {
        state.printArea = areasArgument(args, 0);
      },
      SetPrintTitleRows: (args) => {
        state.titleRows = areasArgument(args, 0)[0] ?? null;
      },
      SetPrintTitleColumns: (args) => {
        state.titleColumns = areasArgument(args, 0)[0] ?? null;
      },
      SetPrintMargins: (args) => {
        for (const [side, value] of Object.entries(asRecord(args.raw(1)))) {
          state.page.set(`${side.slice(0, 1).toUpperCase()}${side.slice(1)}Margin`, value);
        }
      },
    },
  });
}
