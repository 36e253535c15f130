/**
 * Charts are recorded, not drawn: what was asked for can be read back.
 */
import type { Chart } from "../book";
import { areaName, quoted } from "../grid/area";
import { HostError } from "../protocol/errors";
import { HostObject } from "../protocol/object";
import { type Context, keptGetters, keptSetters, mustAllow, sheetOf } from "./context";
import { worksheet } from "./worksheet";

const CHART = { Name: "", Top: 0, Left: 0, Width: 360, Height: 216, ChartType: "ColumnClustered", Style: 201, PlotBy: "Columns" };
const TITLE = { Visible: true, Text: "", Overlay: false };
const LEGEND = { Visible: true, Position: "Right", Overlay: false };
const AXIS = { ReversePlotOrder: false, Visible: true, TickLabelPosition: "NextToAxis", Minimum: "", Maximum: "", NumberFormat: "General" };
const LABELS = { ShowValue: false, ShowCategoryName: false, ShowSeriesName: false, ShowPercentage: false, Position: "BestFit" };

function chartObject(context: Context, sheetId: string, chart: Chart): HostObject {
  const { fields } = chart;
  const part = (className: string, defaults: Readonly<Record<string, unknown>>, prefix: string) => (): HostObject =>
    new HostObject(className, {
      get: keptGetters(fields, defaults, prefix),
      set: keptSetters(fields, Object.keys(defaults), undefined, prefix),
    });
  const state = context.book.stateOf(sheetId);
  return new HostObject("Chart", {
    identity: () => ({ Id: chart.id }),
    get: { ...keptGetters(fields, CHART), Id: () => chart.id },
    set: keptSetters(fields, Object.keys(CHART)),
    child: {
      Title: part("ChartTitle", TITLE, "Title."),
      Legend: part("ChartLegend", LEGEND, "Legend."),
      DataLabels: part("ChartDataLabels", LABELS, "DataLabels."),
      Axes: () =>
        new HostObject("ChartAxes", {
          child: {
            CategoryAxis: part("ChartAxis", AXIS, "Axes.Category."),
            ValueAxis: part("ChartAxis", AXIS, "Axes.Value."),
            SeriesAxis: part("ChartAxis", AXIS, "Axes.Series."),
          },
        }),
      Worksheet: () => worksheet(context, sheetId),
    },
    call: {
      Delete: () => {
        state.charts = state.charts.filter((other) => other !== chart);
      },
      SetPosition: (args) => {
        fields.set("Position", [args.raw(0), args.raw(1)].filter((cell) => typeof cell === "string").join(":"));
      },
      Activate: () => undefined,
    },
  });
}

export function chartCollection(context: Context, sheetId: string): HostObject {
  const state = context.book.stateOf(sheetId);
  const found = (key: string): Chart | undefined => state.charts.find((chart) => chart.id === key || chart.fields.get("Name") === key);
  const demanded = (chart: Chart | undefined): HostObject => {
    if (chart === undefined) throw new HostError("ItemNotFound", "chart");
    return chartObject(context, sheetId, chart);
  };
  return new HostObject("ChartCollection", {
    get: { Count: () => state.charts.length },
    items: () => state.charts.map((chart) => chartObject(context, sheetId, chart)),
    item: (args) => demanded(found(args.key(0))),
    object: {
      Add: (args) => {
        mustAllow(context, sheetOf(context, sheetId), "allowEditObjects");
        const place = args.place(1);
        const [area] = place?.areas ?? [];
        if (place === undefined || area === undefined) throw new HostError("InvalidArgument", "a chart needs its source range");
        const source = `${quoted(sheetOf(context, place.sheetId).name)}!${areaName(area)}`;
        const fields = new Map<string, unknown>([
          ["ChartType", args.text(0)],
          ["Name", `图表 ${state.charts.length + 1}`],
        ]);
        const chart = { id: context.book.newId(), source, fields };
        state.charts.push(chart);
        context.book.onDecorated(sheetId);
        return chartObject(context, sheetId, chart);
      },
      GetItem: (args) => demanded(found(args.key(0))),
      GetItemAt: (args) => demanded(state.charts[args.integer(0)]),
      GetItemOrNullObject: (args) => {
        const chart = found(args.key(0));
        return chart === undefined ? null : chartObject(context, sheetId, chart);
      },
    },
    call: { GetCount: () => state.charts.length },
  });
}
