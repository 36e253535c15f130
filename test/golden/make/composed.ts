/** A workbook composed at random from a seed, by one who did not know the product: policy, tables, forms, dress and faults are drawn independently of each other. */
import { Page, type Book, type Expected, type ExpectedTable, type FileKind } from "./book";
import { furtherParts, partsOf, thirdParts, type Part } from "./composed-parts";
import { lay, type Context, type Draft } from "./composed-lay";
import { plantAll } from "./composed-people";
import { Chance } from "./random";

const POLICIES = ["lanxi-2024-autumn", "lanxi-2024-autumn", "lanxi-2024-autumn", "zhaoqing-annual", "zhaoqing-annual", "zhaoqing-annual", "yueyang-school-based", "xiangxi-growth-plan", "xiangxi-growth-plan", "plan1", "plan2", "plan7", "plan9"];

const SHEETS: Readonly<Record<string, readonly string[]>> = {
  roster: ["花名册", "教师名册", "基本情况", "人员信息"],
  "teacher-assessment": ["教师考核", "考核成绩", "成绩表", "教师成绩汇总"],
  "school-assessment": ["单位考核", "学校考核", "学校成绩"],
  "hours-log": ["学时登记", "培训登记", "台账"],
  "hours-year": ["年度汇总", "学时汇总", "2024年度"],
  "hours-cycle": ["周期汇总", "五年汇总"],
  quota: ["覆盖情况", "名额"],
  budget: ["经费", "经费统计"],
  submissions: ["材料报送", "材料"],
  observation: ["听课读书", "读书登记"],
};

const KINDS: readonly FileKind[] = ["xlsx", "xlsx", "xlsx", "xls", "et", "ods", "csv-utf8", "csv-bom", "csv-gb18030"];

function asOf(policy: string, parts: readonly Part[]): string {
  if (policy === "lanxi-2024-autumn") return "2025-01-10";
  if (policy === "xiangxi-growth-plan") return parts.some((part) => part.draft.kind === "hours-cycle" || part.draft.kind === "budget") ? "2015-12-31" : "2011-07-15";
  return "2024-12-31";
}

function hidden(it: Context, draft: Draft): Draft {
  const { chance } = it;
  // SheetJS writes neither hidden rows nor formulas into .xls, no hidden rows into .ods.
  if (it.isCsv || draft.recs.length < 4) return draft;
  const which = chance.next();
  if (which < 0.12) {
    if (it.kind !== "xlsx") return draft;
    const taken = new Set(draft.faults.map((fault) => fault.rec));
    const row = draft.recs.findIndex((_rec, index) => index > 0 && !taken.has(index));
    draft.faults.push({ code: "row.hidden", level: "experience", rec: row, id: "name", wholeRow: true, why: "DESIGN row.hidden: a hidden row with a record" });
    return { ...draft, hideRow: row };
  }
  const sums = draft.cols.some((col) => col.sum === true);
  return which < 0.24 && sums && it.formulas ? { ...draft, shortSum: true, sums: true } : draft;
}

function nameOf(it: Context, draft: Draft, taken: Set<string>): string {
  const { chance } = it;
  const name = chance.chance(0.15) ? `Sheet${taken.size + 1}` : chance.pick(SHEETS[draft.kind] ?? ["表"]);
  const free = taken.has(name) ? `${name}(${taken.size + 1})` : name;
  taken.add(free);
  return free;
}

function note(page: Page): void {
  ["填表说明", "1. 本表由各校填写，加盖公章后上报。", "2. 数据截至填报之日。", "3. 如有疑问请与教师培训部门联系。"].forEach((text, row) => page.put(row, 0, text));
}

function offset(chance: Chance): readonly [number, number] {
  return chance.chance(0.7) ? [0, 0] : [chance.int(0, 3), chance.int(0, 2)];
}

/** A hidden row would hide the other table's record too. */
function shown({ hideRow: _hidden, ...draft }: Draft): Draft {
  return { ...draft, faults: draft.faults.filter((fault) => fault.code !== "row.hidden") };
}

/** Draws the parts on sheets: one each, under each other, or side by side. */
function draw(it: Context, parts: readonly Part[], name: string, beside: boolean): { pages: Page[]; tables: ExpectedTable[]; expected: Expected[] } {
  const { chance } = it;
  const pages: Page[] = [];
  const tables: ExpectedTable[] = [];
  const expected: Expected[] = [];
  const taken = new Set<string>();
  const how = beside ? "beside" : parts.length === 2 ? chance.pick(["each", "each", "under", "beside"]) : "each";
  if (how !== "each") it.says.push(how);
  let page: Page | null = null;
  let [top, left] = offset(chance);
  for (const part of parts) {
    if (page === null || how === "each") {
      page = new Page(it.isCsv ? name : nameOf(it, part.draft, taken));
      pages.push(page);
      [top, left] = offset(chance);
    }
    const laid = lay(page, it, how === "beside" ? shown(part.draft) : part.draft, top, left);
    tables.push(laid.table);
    expected.push(...laid.expected);
    if (how === "under") top = laid.bottom + chance.int(1, 3);
    if (how === "beside") left = laid.right + 2;
    if (how === "each" && !it.isCsv && chance.chance(0.06)) {
      const free = part.draft.cols.findIndex((col) => col.key === null || col.key === "number");
      if (free >= 0) page.hiddenColumns.add(left + free);
    }
  }
  return { pages, tables, expected };
}

export function composed(seed: number): Book {
  const chance = new Chance(seed * 31 + 17);
  const drawnPolicy = chance.pick(POLICIES);
  const many = chance.chance(0.4);
  const kind = many ? chance.pick(KINDS.filter((one) => !one.startsWith("csv"))) : chance.pick(KINDS);
  const isCsv = kind.startsWith("csv");
  const it: Context = { chance, kind, isCsv, formulas: (kind === "xlsx" || kind === "ods") && chance.chance(0.7), old: chance.chance(0.05), year: drawnPolicy === "xiangxi-growth-plan" && seed < 500 ? 2011 : 2024, says: [] };
  const { policy, parts: drawn, beside } = seed < 500 ? { policy: drawnPolicy, parts: partsOf(it, drawnPolicy, many), beside: false } : seed < 1000 ? { ...furtherParts(it), beside: false } : thirdParts(it);
  const isClean = chance.chance(1 / 3);
  const count = isClean ? 0 : chance.int(1, 4);
  const shares = drawn.map(() => 0);
  for (let fault = 0; fault < count; fault++) {
    const at = chance.int(0, drawn.length - 1);
    shares[at] = (shares[at] ?? 0) + 1;
  }
  const parts = drawn.map((part, index) => {
    plantAll(it, part.draft, part.plants, shares[index] ?? 0);
    return part;
  });
  const settled = parts.map((part) => ({ ...part, draft: part.settle?.(part.draft) ?? part.draft })).map((part) => (isClean ? part : { ...part, draft: hidden(it, part.draft) }));
  const name = `composed-${seed}`;
  const { pages, tables, expected } = draw(it, settled, name, beside);
  if (!isCsv && chance.chance(0.08)) {
    const page = new Page("填表说明");
    note(page);
    if (chance.chance(0.5)) pages.push(page);
    else pages.unshift(page);
  }
  for (const page of pages) if (pages.length > 2 && page !== pages[0] && chance.chance(0.05)) page.state = "hidden";
  const allowed = settled.flatMap((part) => part.draft.allowed ?? []);
  it.says.push(...expected.map((one) => `${one.code} ${one.sheet}!${one.cell}`));
  return { name, kind, pages, policy, asOf: asOf(policy, settled), expected, allowed, tables, says: it.says.length === 0 ? ["clean"] : [policy, ...it.says] };
}
