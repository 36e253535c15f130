/** What a workbook holds beside cells, and what Excel guards: through the genuine client. */
import { startExcel, stopExcel, type SimulatedExcel } from "./office-client";
import { refusal } from "./refusal";

let excel: SimulatedExcel;
const NAMESPACE = "urn:kaohe:settings";

beforeEach(async () => {
  excel = await startExcel({
    sheets: {
      教师: {
        rows: [
          ["姓名", "得分"],
          ["张三", 95],
          ["李四", 58],
        ],
        styles: { B2: { locked: false } },
        tables: [{ name: "成绩", area: "A1:B3" }],
        conditionalFormats: [
          { type: "CellValue", areas: "B2:B3", stopIfTrue: true, fields: { Rule: { formula1: "=60", operator: "LessThan" } } },
          { type: "ColorScale", areas: "B2:B3,D2:D3" },
        ],
      },
      汇总: [["合计"]],
    },
    names: { 得分区: "=教师!$B$2:$B$3" },
  });
});
afterEach(stopExcel);

const sheet = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem("教师");

/** Marks some cells as the add-in does. */
function mark(context: Excel.RequestContext, addresses: string): void {
  const format = sheet(context).getRanges(addresses).conditionalFormats.add("Custom");
  format.custom.rule.formula = '=LEN("KAOHE-MARK")>0';
  format.custom.format.fill.color = "#FFC7CE";
  format.custom.format.font.bold = true;
  format.stopIfTrue = false;
}

describe("conditional formats", () => {
  test("a mark over several areas comes first and leaves the clerk's own rules as they were", async () => {
    const before = excel.snapshot();
    await Excel.run(async (context) => {
      mark(context, "A1:B2, D4");
      await context.sync();
    });
    const [first, ...others] = excel.snapshot()[0]?.conditionalFormats ?? [];
    expect(first).toEqual({
      type: "Custom",
      areas: "A1:B2,D4",
      stopIfTrue: false,
      fields: { "Rule.Formula": '=LEN("KAOHE-MARK")>0', "Format.Fill.Color": "#FFC7CE", "Format.Font.Bold": true },
    });
    expect(others).toEqual(before[0]?.conditionalFormats);
  });

  test("marks are found by their formula and removed, and the workbook is as before", async () => {
    const before = excel.snapshot();
    await Excel.run(async (context) => {
      mark(context, "A1:B2,D4");
      mark(context, "B3");
      await context.sync();
      const all = sheet(context).getRange().conditionalFormats.load("items/type,items/id,items/stopIfTrue,items/priority");
      await context.sync();
      expect(all.items.map((format) => [format.type, format.stopIfTrue, format.priority])).toEqual([
        ["Custom", false, 0],
        ["Custom", false, 1],
        ["CellValue", true, 2],
        ["ColorScale", false, 3],
      ]);
      const rules = all.items.map((format) => format.customOrNullObject.rule.load("formula"));
      await context.sync();
      all.items.filter((_, at) => rules[at]?.isNullObject !== true).forEach((format) => format.delete());
      await context.sync();
    });
    expect(excel.snapshot()).toEqual(before);
  });

  test("the areas of a format can be read, one range or several", async () => {
    await Excel.run(async (context) => {
      const formats = sheet(context).getRange("D2").conditionalFormats;
      const count = formats.getCount();
      const scale = formats.getItemAt(0);
      const areas = scale.getRanges().load("address,areaCount");
      const single = scale.getRangeOrNullObject();
      await context.sync();
      expect([count.value, areas.address, single.isNullObject]).toEqual([1, "教师!B2:B3,教师!D2:D3", true]);
    });
  });

  test("clearing the formats of some cells leaves them on the others", async () => {
    await Excel.run(async (context) => {
      sheet(context).getRange("B3:D3").conditionalFormats.clearAll();
      await context.sync();
    });
    expect(excel.snapshot()[0]?.conditionalFormats.map((format) => format.areas)).toEqual(["B2", "B2,D2"]);
  });

  test("the object of another kind is refused", async () => {
    expect(await refusal((context) => void sheet(context).getRange().conditionalFormats.getItemAt(0).custom.rule.load("formula"))).toBe(
      "InvalidOperation",
    );
  });
});

describe("custom XML parts", () => {
  test("a part is found by its namespace, changed and deleted", async () => {
    await Excel.run(async (context) => {
      const parts = context.workbook.customXmlParts;
      parts.add(`<?xml version="1.0"?><k:kaohe xmlns:k="${NAMESPACE}">1</k:kaohe>`);
      const part = parts.getByNamespace(NAMESPACE).getOnlyItemOrNullObject().load("id,namespaceUri");
      const none = parts.getByNamespace("urn:none").getOnlyItemOrNullObject();
      await context.sync();
      expect([part.namespaceUri, none.isNullObject]).toEqual([NAMESPACE, true]);
      part.setXml(`<kaohe xmlns="${NAMESPACE}">2</kaohe>`);
      const xml = part.getXml();
      await context.sync();
      expect(xml.value).toContain("2");
      part.delete();
      await context.sync();
    });
    expect(excel.book.xmlParts).toEqual([]);
  });

  test("what is no XML is refused", async () => {
    expect(await refusal((context) => void context.workbook.customXmlParts.add("考核"))).toBe("InvalidArgument");
  });
});

describe("protection", () => {
  const protect = (context: Excel.RequestContext): void => sheet(context).protection.protect();

  test("locked cells of a protected sheet cannot be written, unlocked ones can", async () => {
    await Excel.run(async (context) => {
      protect(context);
      await context.sync();
      sheet(context).getRange("B2").values = [[90]];
      await context.sync();
    });
    expect(excel.cell("教师", "B2").value).toBe(90);
    expect(
      await refusal((context) => {
        sheet(context).getRange("B2:B3").values = [[1], [2]];
      }),
    ).toBe("AccessDenied");
  });

  test("formats and marks are refused on a protected sheet, reading is not", async () => {
    await Excel.run(async (context) => {
      protect(context);
      await context.sync();
    });
    expect(await refusal((context) => mark(context, "A1"))).toBe("AccessDenied");
    expect(
      await refusal((context) => {
        sheet(context).getRange("A1").format.fill.color = "#FF0000";
      }),
    ).toBe("AccessDenied");
    expect(
      await refusal(async (context) => {
        const range = sheet(context).getRange("A1:B3").load("values");
        const guard = sheet(context).protection.load("protected");
        await context.sync();
        expect([range.values.length, guard.protected]).toEqual([3, true]);
      }),
    ).toBe("");
  });
});

describe("cell-edit mode", () => {
  test("every request is refused while a cell is being edited", async () => {
    excel.host.isEditing = true;
    expect(await refusal((context) => void sheet(context).load("name"))).toBe("InvalidOperationInCellEditMode");
    excel.host.isEditing = false;
    expect(await refusal((context) => void sheet(context).load("name"))).toBe("");
  });

  test("a run that asks to wait goes on when the editing ends", async () => {
    excel.host.isEditing = true;
    let name = "";
    const run = Excel.run({ delayForCellEdit: true }, async (context) => {
      const one = sheet(context).load("name");
      await context.sync();
      name = one.name;
    });
    await new Promise((later) => setTimeout(later, 20));
    expect(name).toBe("");
    excel.host.isEditing = false;
    await run;
    expect(name).toBe("教师");
  });
});

describe("events", () => {
  test("the clerk's edits and the add-in's own are told, until the handler is removed", async () => {
    const heard: string[] = [];
    const handler = await Excel.run(async (context) => {
      const result = sheet(context).onChanged.add(async (event) => {
        heard.push(`${event.address} ${event.triggerSource} ${event.details?.valueBefore}→${event.details?.valueAfter}`);
        return Promise.resolve();
      });
      await context.sync();
      sheet(context).getRange("B3").values = [[60]];
      await context.sync();
      return result;
    });
    excel.edit("教师", "B2", 99);
    await new Promise((later) => setTimeout(later, 30));
    expect(heard).toEqual(["B3 ThisLocalAddin 58→60", "B2 Unknown 95→99"]);
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    excel.edit("教师", "B2", 1);
    await new Promise((later) => setTimeout(later, 30));
    expect(heard).toHaveLength(2);
  });

  test("edits of any sheet are told to a handler of the workbook, with the sheet's id", async () => {
    const heard: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async (event) => {
        heard.push(event.worksheetId);
        return Promise.resolve();
      });
      await context.sync();
    });
    excel.edit("汇总", "A2", 1);
    await new Promise((later) => setTimeout(later, 30));
    expect(heard).toEqual([excel.book.findSheet("汇总")?.id]);
  });

  test("a selection is told", async () => {
    const heard: string[] = [];
    await Excel.run(async (context) => {
      sheet(context).onSelectionChanged.add(async (event) => {
        heard.push(event.address);
        return Promise.resolve();
      });
      await context.sync();
      sheet(context).getRange("B2:B3").select();
      await context.sync();
      const selected = context.workbook.getSelectedRange().load("address");
      await context.sync();
      expect(selected.address).toBe("教师!B2:B3");
    });
    await new Promise((later) => setTimeout(later, 30));
    expect(heard).toEqual(["B2:B3"]);
  });
});

describe("planted faults", () => {
  test("a chosen request fails once", async () => {
    excel.host.faults.failCall(excel.host.calls + 1, "GeneralException");
    expect(await refusal((context) => void sheet(context).load("name"))).toBe("GeneralException");
    expect(await refusal((context) => void sheet(context).load("name"))).toBe("");
  });

  test("a chosen member fails as often as asked", async () => {
    excel.host.faults.failMember("Range.Values", "AccessDenied", 1);
    expect(await refusal((context) => void sheet(context).getRange("A1").load("values"))).toBe("AccessDenied");
    expect(await refusal((context) => void sheet(context).getRange("A1").load("values"))).toBe("");
  });
});

describe("tables, names, sheets, layout", () => {
  test("tables and names give their ranges", async () => {
    await Excel.run(async (context) => {
      const tables = context.workbook.tables.load("items/name,items/showHeaders,items/showTotals");
      await context.sync();
      const body = tables.items[0]?.getDataBodyRange().load("address");
      const named = context.workbook.names.getItem("得分区").getRange().load("values");
      await context.sync();
      expect([tables.items[0]?.name, body?.address, named.values]).toEqual(["成绩", "教师!A2:B3", [[95], [58]]]);
    });
  });

  test("a report sheet is added with its layout, links, widths and frozen rows", async () => {
    await Excel.run(async (context) => {
      const report = context.workbook.worksheets.add("检查报告");
      report.getRange("A1").hyperlink = { documentReference: "教师!B2", textToDisplay: "教师!B2", screenTip: "" };
      report.getRange("A:A").format.columnWidth = 90;
      report.freezePanes.freezeRows(1);
      report.pageLayout.orientation = "Landscape";
      report.pageLayout.setPrintArea("A1:H20");
      report.pageLayout.setPrintTitleRows("$1:$1");
      report.pageLayout.zoom = { horizontalFitToPages: 1 };
      report.tabColor = "#C00000";
      report.position = 0;
      report.activate();
      report.getRange("A1:B2").format.borders.getItem("EdgeBottom").style = "Continuous";
      await context.sync();
      const frozen = report.freezePanes.getLocationOrNullObject().load("address");
      const active = context.workbook.worksheets.getActiveWorksheet().load("name,position");
      await context.sync();
      expect([frozen.address, active.name, active.position]).toEqual(["检查报告!1:1", "检查报告", 0]);
    });
    expect(excel.cell("检查报告", "A1").value).toBe("教师!B2");
  });

  test("the last visible sheet can be neither hidden nor deleted, and a hidden one not selected", async () => {
    const hide = (name: string) => (context: Excel.RequestContext) => {
      context.workbook.worksheets.getItem(name).visibility = "Hidden";
    };
    expect(await refusal(hide("汇总"))).toBe("");
    expect(await refusal(hide("教师"))).toBe("InvalidOperation");
    expect(await refusal((context) => sheet(context).delete())).toBe("InvalidOperation");
    expect(await refusal((context) => context.workbook.worksheets.getItem("汇总").getRange("A1").select())).toBe("InvalidOperation");
  });
});
