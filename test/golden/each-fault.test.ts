/**
 * Every fault of the 兰西 teacher form alone, three times each: what is planted is found where it stands, and nothing else.
 * The other tests draw faults by chance and may never draw a rare one.
 */
import { Page, type Book } from "./make/book";
import { yueyangCycle } from "./make/counties";
import { judge } from "./make/judge";
import { teacherBook, teacherFaults } from "./make/lanxi-teachers";
import { Chance } from "./make/random";

/** Three books in which the fault found a place. */
function three(make: (seed: number) => Book, fits: (book: Book) => boolean): Book[] {
  const books: Book[] = [];
  for (let seed = 0; seed < 200 && books.length < 3; seed++) {
    const book = make(seed);
    if (fits(book)) books.push(book);
  }
  return books;
}

async function expectFound(books: readonly Book[]): Promise<void> {
  expect(books).toHaveLength(3);
  for (const book of books) {
    const one = await judge(book);
    const missed = one.missed.map((wanted) => `${wanted.code} ${wanted.level} ${wanted.sheet}!${wanted.cell}`);
    const extra = one.extra.map((finding) => `${finding.code} ${finding.level} ${finding.sheet}!${finding.cell}`);
    expect({ says: book.says, crash: one.crash, missed, extra, verdict: one.verdict.came }).toEqual({ says: book.says, crash: null, missed: [], extra: [], verdict: one.verdict.wanted });
  }
}

describe("one fault at a time", () => {
  it.each(Object.keys(teacherFaults))("%s", async (fault) => {
    await expectFound(three((seed) => teacherBook(new Chance(9000 + seed), [fault], "xlsx"), (book) => book.says.length > 0));
  });

  it("counted above the cap of 120 credits", async () => {
    await expectFound(three((seed) => yueyangCycle(new Chance(seed), seed), (book) => book.expected.some((one) => one.code === "hours.cap-exceeded")));
  });

  it("a sheet that looks like a table and fits no kind is said to be unread", async () => {
    const lists: readonly (readonly (readonly (string | number)[])[])[] = [
      [["学号", "学生", "语文", "数学"], ["2401", "小明", 98, 96], ["2402", "小红", 88, 99], ["2403", "小刚", 78, 89]],
      [["日期", "菜品", "数量", "金额"], ["2024-9-1", "白菜", 20, 30], ["2024-9-2", "猪肉", 10, 150], ["2024-9-3", "大米", 50, 150]],
      [["节次", "星期一", "星期二", "星期三"], ["第一节", "语文", "数学", "英语"], ["第二节", "数学", "语文", "体育"], ["第三节", "英语", "音乐", "语文"]],
    ];
    const books = lists.map((lines, index): Book => {
      const page = new Page("其他");
      lines.forEach((line, row) => line.forEach((value, column) => page.put(row, column, value)));
      const book = teacherBook(new Chance(9500 + index), [], "xlsx");
      return { ...book, pages: [...book.pages, page], expected: [{ code: "table.not-found", level: "unknown", sheet: "其他", cell: "A1", why: "in a workbook that holds others" }] };
    });
    await expectFound(books);
  });
});
