/** 公式 in the pane: a real check of a handmade workbook, an Excel that remembers what it was asked to write. */
import { screen, waitFor, within } from "@testing-library/react";
import type { Formulas, Insertion, SelectedCell } from "../../src/excel/formulas";
import { HostFailure, type Host } from "../../src/excel/host";
import { checkEngine } from "../../src/taskpane/check-engine";
import type { Session } from "../../src/taskpane/session";
import type { Locale } from "../../src/values/message";
import { CellError, type CellValue } from "../../src/values/cell";
import type { Workbook } from "../../src/table/workbook";
import { parseA1 } from "../../src/table/address";
import { sheetFrom, workbookOf } from "../table/sheet";
import { axeFindings, openPane, partShown } from "./render";
import { hostWith, noChanges, sessionWith, type Calls } from "./stage";

jest.setTimeout(60_000);

/** The bytes of Node's own encoder are of another realm than jsdom's, and refused by the fingerprint. */
const NodesEncoder = TextEncoder;
class OwnEncoder extends NodesEncoder {
  override encode(text?: string): Uint8Array<ArrayBuffer> {
    return new Uint8Array(super.encode(text));
  }
}
Object.assign(globalThis, { TextEncoder: OwnEncoder });

const header = ["序号", "姓名", "心得体会（20分）", "有效评课（20分）", "培训学时（20分）", "教学设计（20分）", "活动反思（20分）", "总分"];
const rows = [
  ["兰西县2024-2025学年度上学期教师培训考核表"],
  header,
  [1, "张一", 18, 16, 20, 20, 15, 89],
  [2, "李二", 17, 21, 20, 20, 14, 92],
  [3, "王三", 17, 19, 20, 20, 14, 90],
];
const book = workbookOf(sheetFrom(rows, { name: "教师考核" }));

const cellAt = (address: string): CellValue => {
  const area = parseA1(address);
  return area === null ? null : (book.sheets[0]?.value(area.top, area.left) ?? null);
};

interface Stage {
  readonly session: Session;
  readonly inserted: Insertion[];
  readonly select: (cell: SelectedCell) => void;
}

const blank: SelectedCell = { sheet: "教师考核", cell: "A9", formula: null, value: null, shown: "", spill: null };

function stage(
  change: Partial<Formulas> = {},
  more: { readonly locale?: Locale; readonly workbook?: Workbook; readonly kind?: Host["kind"] } = {},
): Stage {
  const inserted: Insertion[] = [];
  const calls: Calls = [];
  let selected = blank;
  let heard: () => void = () => undefined;
  const formulas: Formulas = {
    canSpill: true,
    selectedCell: () => Promise.resolve(selected),
    selectedArea: () => Promise.resolve({ sheet: "教师考核", area: "A2:H5" }),
    onSelected: (listener) => {
      heard = listener;
      return Promise.resolve(() => Promise.resolve());
    },
    read: (areas) =>
      Promise.resolve(
        areas.map(({ area: address }) => {
          const area = parseA1(address);
          if (area === null) return null;
          return Array.from({ length: area.bottom - area.top + 1 }, (_r, down) =>
            Array.from(
              { length: area.right - area.left + 1 },
              (_c, beside) => book.sheets[0]?.value(area.top + down, area.left + beside) ?? null,
            ),
          );
        }),
      ),
    preview: ({ sheet, formulas: wanted, headers }) =>
      Promise.resolve({
        changes: [
          ...wanted.map(({ cell, formula }) => ({ cell, to: formula })),
          ...headers.map(({ cell, text }) => ({ cell, to: text })),
        ].map((one) => ({ sheet, from: "", ...one })),
        refused: [],
      }),
    insert: (insertion) => {
      inserted.push(insertion);
      return Promise.resolve({ step: "1", done: insertion.formulas.length + insertion.headers.length, refused: [] });
    },
    count: () => Promise.resolve({ all: 0, unnamed: 0 }),
    ...change,
  };
  const workbook = more.workbook ?? book;
  const base = hostWith(calls, { read: () => Promise.resolve(workbook), kind: more.kind ?? "excel" });
  const host: Host = more.kind === "file" ? base : { ...base, formulas };
  const session = sessionWith(host, checkEngine, { locale: more.locale ?? "zh-CN", loadChanges: () => Promise.resolve(noChanges) });
  return {
    session,
    inserted,
    select: (cell) => {
      selected = cell;
      heard();
    },
  };
}

async function formulasOf({ session }: Stage, check = true) {
  const pane = await openPane(session);
  if (check) {
    await pane.user.click(screen.getByRole("button", { name: "一键检查" }));
    await waitFor(() => expect(session.store.get().ending.kind).toBe("done"), { timeout: 30_000 });
  }
  await pane.user.click(screen.getByRole("tab", { name: "公式" }));
  await partShown();
  return pane;
}

const code = () => screen.getByText(/^=KAOHE/, { selector: "code" }).textContent;

describe("写公式", () => {
  it("按认出的列提出公式，放在表右边第一个空列，并先试算", async () => {
    await formulasOf(stage());
    expect(await screen.findByText('=KAOHE.TEACHERSCORE("兰西2024秋",C3:G3)')).toBeTruthy();
    expect(screen.getByLabelText("有效评课")).toHaveProperty("value", "3");
    expect(screen.getByLabelText("放在哪一列")).toHaveProperty("value", "8");
    expect(screen.getByLabelText("新列的表头")).toHaveProperty("value", "教师总分");
    const trial = await screen.findByRole("table", { name: "试算结果" });
    expect(
      within(trial)
        .getAllByRole("row")
        .map((row) => row.textContent),
    ).toEqual(["行教师总分", "3 · 张一89", "4 · 李二有效评课是 21 分，超过满分 20 分#VALUE!", "5 · 王三90"]);
    expect(screen.getByText("试算了 3 行：1 行算不出，原因写在下面。还没有写入。")).toBeTruthy();
    expect(await axeFindings()).toEqual([]);
  });

  it("插入之前先问，继续才写；写完说清写了哪里，可撤销", async () => {
    const all = stage();
    const { user } = await formulasOf(all);
    await user.click(await screen.findByRole("button", { name: "插入公式…" }));
    expect(await screen.findByText(/将写入“教师考核”的 I3:I5 共 3 个单元格，并写上表头/)).toBeTruthy();
    expect(all.inserted).toEqual([]);
    expect(await axeFindings()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "继续" }));
    expect(await screen.findByText("已写入“教师考核”的 I3:I5，共写 4 个单元格，可撤销。")).toBeTruthy();
    expect(screen.getByRole("button", { name: "撤销" })).toBeTruthy();
    expect(document.activeElement?.textContent).toBe("插入公式…");
    expect(all.inserted.map(({ formulas, headers, spills }) => [formulas.length, headers, spills])).toEqual([
      [3, [{ cell: "I2", text: "教师总分" }], false],
    ]);
  });

  it("取消则什么也不写", async () => {
    const all = stage();
    const { user } = await formulasOf(all);
    await user.click(await screen.findByRole("button", { name: "插入公式…" }));
    await user.click(await screen.findByRole("button", { name: "取消" }));
    expect(all.inserted).toEqual([]);
  });

  it("写完等 Excel 算好再检查，不把还在计算的当成错误", async () => {
    const looks: string[] = [];
    const all = stage({
      read: ([first]) => {
        looks.push(first?.area ?? "");
        return Promise.resolve([[[looks.length < 3 ? new CellError("#BUSY!") : 89]]]);
      },
    });
    const { user } = await formulasOf(all);
    const before = all.session.store.get().checked;
    await user.click(await screen.findByRole("button", { name: "插入公式…" }));
    await user.click(await screen.findByRole("button", { name: "继续" }));
    await screen.findByText(/已写入“教师考核”/, undefined, { timeout: 10_000 });
    await waitFor(() => expect(all.session.store.get().checked).not.toBe(before), { timeout: 10_000 });
    expect(looks).toEqual(["I3:I5", "I3:I5", "I3:I5"]);
  });

  it("整列一个公式：问的是一个公式填满哪里", async () => {
    const all = stage();
    const { user } = await formulasOf(all);
    await user.click(await screen.findByRole("radio", { name: "整列一个公式" }));
    expect(code()).toBe('=KAOHE.TEACHERSCORE("兰西2024秋",C3:G5)');
    await user.click(screen.getByRole("button", { name: "插入公式…" }));
    expect(await screen.findByText(/写入一个公式，结果填满 I3:I5/)).toBeTruthy();
  });

  it("换一列、换一样要算的，公式跟着换；切到别的页再回来，选过的还在", async () => {
    const { user } = await formulasOf(stage());
    await user.selectOptions(await screen.findByLabelText("要算什么"), "PASSED");
    expect(code()).toBe('=KAOHE.PASSED("兰西2024秋","教师考核合格线",H3)');
    await user.selectOptions(screen.getByLabelText("分数"), "2");
    expect(code()).toBe('=KAOHE.PASSED("兰西2024秋","教师考核合格线",C3)');
    await user.click(screen.getByRole("tab", { name: "检查" }));
    await user.click(screen.getByRole("tab", { name: "公式" }));
    await waitFor(() => expect(code()).toBe('=KAOHE.PASSED("兰西2024秋","教师考核合格线",C3)'));
  });

  it("缺的列说出来，选好之前没有公式", async () => {
    const { user } = await formulasOf(stage());
    await user.selectOptions(await screen.findByLabelText("有效评课"), "请选一列");
    expect(screen.getByText("还要选：有效评课。选好后这里会出现公式和试算结果。")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "插入公式…" })).toBeNull();
  });

  it("有内容的列不让放，说明原因", async () => {
    const { user } = await formulasOf(stage());
    await user.selectOptions(await screen.findByLabelText("放在哪一列"), "7");
    expect(screen.getByText("H 列的 3 个单元格都有内容，不会覆盖。请换一列。")).toBeTruthy();
    expect(screen.getByRole("button", { name: "插入公式…" }).getAttribute("aria-disabled")).toBe("true");
  });

  it("Excel 说写不了，就照实说，并列出单元格", async () => {
    const refused = [{ sheet: "教师考核", cell: "I4", why: "occupied" as const, now: "缺考" }];
    const { user } = await formulasOf(stage({ preview: () => Promise.resolve({ changes: [], refused }) }));
    await user.click(await screen.findByRole("button", { name: "插入公式…" }));
    expect(await screen.findByText(/没有写入：要放公式的单元格不能写/)).toBeTruthy();
    expect(screen.getByText("教师考核 I4 没有改：里面已有内容（现在是“缺考”）")).toBeTruthy();
  });

  it("表改过了，说请重新检查", async () => {
    const all = stage({ preview: () => Promise.reject(new HostFailure({ id: "host.protected" })) });
    const { user } = await formulasOf(all);
    await user.click(await screen.findByRole("button", { name: "插入公式…" }));
    expect(await screen.findByText("工作表受保护，请先撤销保护，再做一次。")).toBeTruthy();
  });

  it("取规则里的数：写进自己指定的一个单元格", async () => {
    const all = stage();
    const { user } = await formulasOf(all);
    await user.selectOptions(await screen.findByLabelText("要算什么"), "RULE");
    await user.selectOptions(screen.getByLabelText("按哪一条"), "心得体会");
    expect(code()).toBe('=KAOHE.RULE("兰西2024秋","心得体会")');
    expect(screen.getByText("试算结果：20")).toBeTruthy();
    const cell = screen.getByLabelText("放在“教师考核”的哪个单元格");
    await user.clear(cell);
    await user.type(cell, "m1");
    await user.click(screen.getByRole("button", { name: "插入公式…" }));
    await user.click(await screen.findByRole("button", { name: "继续" }));
    await waitFor(() => expect(all.inserted.map(({ area }) => area)).toEqual(["M1"]));
  });
});

describe("还没有检查过", () => {
  it("可以先认表，也可以用选中的区域", async () => {
    const all = stage();
    const { user } = await formulasOf(all, false);
    expect(await screen.findByRole("button", { name: "认一次表" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "用选中的区域" }));
    expect(await screen.findByText("用“教师考核”的 A2:H5，3 条记录。")).toBeTruthy();
    expect(code()).toBe('=KAOHE.TEACHERSCORE("兰西2024秋",C3:G3)');
    expect(await axeFindings()).toEqual([]);
  });
});

it("打开时已经认出表的，不用先检查", async () => {
  const all = stage();
  const { packs } = await import("../../src/policy/library");
  const pane = await openPane(all.session);
  all.session.store.set({ recognition: { kind: "seen", tables: [], packs: packs.slice(0, 1), workbook: book } });
  await pane.user.click(screen.getByRole("tab", { name: "公式" }));
  expect(await screen.findByText('=KAOHE.TEACHERSCORE("兰西2024秋",C3:G3)')).toBeTruthy();
});

describe("没有 Excel", () => {
  it("公式能看、能复制，没有插入，也没有讲解", async () => {
    await formulasOf(stage({}, { kind: "file" }));
    expect(await screen.findByText('=KAOHE.TEACHERSCORE("兰西2024秋",C3:G3)')).toBeTruthy();
    expect(screen.getByRole("button", { name: "复制" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "插入公式…" })).toBeNull();
    expect(screen.queryByRole("button", { name: "讲解单元格" })).toBeNull();
    expect(screen.getByText(/这里只能看和复制/)).toBeTruthy();
  });

  it("没有认出表，写上区域也行", async () => {
    const workbook = workbookOf(
      sheetFrom(
        [
          ["甲", "乙"],
          ["a", "一段文字"],
          ["b", "两段文字"],
        ],
        { name: "随手记" },
      ),
    );
    const { user } = await formulasOf(stage({}, { kind: "file", workbook }));
    await user.type(await screen.findByLabelText("区域"), "A1:B3");
    await user.selectOptions(await screen.findByLabelText("要算什么"), "WORDCOUNT");
    await user.selectOptions(screen.getByLabelText("文字"), "1");
    expect(code()).toBe("=KAOHE.WORDCOUNT(B2)");
  });
});

describe("讲解单元格", () => {
  const score: SelectedCell = {
    sheet: "教师考核",
    cell: "I4",
    formula: '=KAOHE.TEACHERSCORE("兰西2024秋",C4:G4)',
    value: new CellError("#VALUE!"),
    shown: "#VALUE!",
    spill: null,
  };

  it("点到哪个单元格就讲哪个：参数、结果、原因、依据", async () => {
    const all = stage();
    const { user } = await formulasOf(all);
    await user.click(screen.getByRole("button", { name: "讲解单元格" }));
    expect(await screen.findByText("教师考核 A9 是空的。点一个有助手公式的单元格，这里会讲给您听。")).toBeTruthy();
    all.select(score);
    const region = await screen.findByRole("region", { name: "算教师总分" });
    expect(within(region).getByText("C4:G4：17、21、20、20、14")).toBeTruthy();
    expect(within(region).getByText("有效评课是 21 分，超过满分 20 分")).toBeTruthy();
    expect(within(region).getByText(/^依据：.+“.+”$/)).toBeTruthy();
    expect(cellAt("D4")).toBe(21);
    expect(await axeFindings()).toEqual([]);
  });

  it("#NAME? 说怎么修复", async () => {
    const all = stage();
    const { user } = await formulasOf(all);
    await user.click(screen.getByRole("button", { name: "讲解单元格" }));
    all.select({
      ...score,
      cell: "I3",
      formula: '=_xldudf_KAOHE_TEACHERSCORE("兰西2024秋",C3:G3)',
      value: new CellError("#NAME?"),
      shown: "#NAME?",
    });
    expect(await screen.findByRole("button", { name: "修复公式…" })).toBeTruthy();
    expect(screen.getByText("89")).toBeTruthy();
  });

  it("Excel 自己的公式，说这里不讲", async () => {
    const all = stage();
    const { user } = await formulasOf(all);
    await user.click(screen.getByRole("button", { name: "讲解单元格" }));
    all.select({ ...score, formula: "=SUM(C4:G4)", value: 92, shown: "92" });
    expect(await screen.findByText("教师考核 I4 是 Excel 自己的公式，没有用到助手的函数，这里不讲。")).toBeTruthy();
  });
});

it("英文界面也写得出公式", async () => {
  const all = stage({}, { locale: "en-US" });
  const { user } = await openPane(all.session);
  await user.click(screen.getByRole("button", { name: "Check" }));
  await waitFor(() => expect(all.session.store.get().ending.kind).toBe("done"), { timeout: 30_000 });
  await user.click(screen.getByRole("tab", { name: "Formulas" }));
  expect(await screen.findByRole("button", { name: "Insert the formula…" })).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
});
