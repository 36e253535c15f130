/** What formulas and formats bring: short sums, errors, overtyped cells, missing add-in, shown numbers, text of many kinds. Only .xlsx keeps them. */
import type { Book } from "./book";
import { drawnBook, sheet } from "./drawn";
import { each, Planner } from "./fresh";

const lanxi = "lanxi-2024-autumn";

/** Totals shown with one decimal; a total that only looks like 60; scores with a unit in the format. */
export function shownNumbers(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(12);
  const border = p.on("59.96 shown 60.0");
  const nearly = p.on("59.995");
  const claimed = p.on("59.4 said 合格");
  return drawnBook({
    name: `显示${seed}`,
    kind: "xlsx",
    policy: lanxi,
    says: p.says,
    sheets: [
      sheet("成绩", [
        "- 教师培训考核成绩表|<|<|<|<|<|<|<|<|<",
        "H 序号|姓名|心得体会|有效评课|培训学时|教学设计|活动反思|奖励加分|总成绩|结果",
        "K teacher-assessment number|name|lanxi.teacher.reflection|lanxi.teacher.review|lanxi.teacher.platform-hours|lanxi.teacher.lesson-design|lanxi.teacher.activity-reflection|lanxi.teacher.bonus|total|result",
        each(who, (one, i) => {
          let cells = '[0"分"]18|[0"分"]17|[0"分"]20|[0"分"]16|[0"分"]15|0|[0.0]86|合格';
          if (border && i === 2) cells = "12|12|12|12|11.96|0|[0.0]59.96{score.borderline}|不合格";
          if (nearly && i === 4) cells = "12|12|12|12|11.995|0|59.995{score.borderline}|不合格";
          if (claimed && i === 6) cells = "12|12|12|12|11.4|0|[0.00]59.4|合格{score.result-mismatch}";
          return `R ${i + 1}|${one.name}|${cells}`;
        }),
      ]),
    ],
  });
}

/** Formulas in the records and under them. */
export function shortSums(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(12);
  const range = p.on("record's SUM leaves out the last item");
  const bottom = p.on("total row leaves out the last two");
  const typed = p.on("typed over with the right number");
  const error = p.on("#VALUE! in a total");
  const sum = (letter: string, value: number): string => `=SUM(${letter}3:${letter}${bottom ? 12 : 14})→${bottom ? (value / 12) * 10 : value}`;
  return drawnBook({
    name: `求和${seed}`,
    kind: "xlsx",
    policy: "zhaoqing-annual",
    says: p.says,
    sheets: [
      sheet("学时", [
        "- 2024年教师培训年度学时汇总表|<|<|<|<|<",
        "H 序号|姓名|公需课|专业课|个人选修课|总学时",
        "K hours-year number|name|zhaoqing.annual.public|zhaoqing.annual.professional|zhaoqing.annual.elective|total",
        each(who, (one, i) => {
          let total = "=SUM(C~:E~)→96";
          if (range && i === 3) total = "=SUM(C~:D~)→76{hours.total-mismatch,?formula.range-short}";
          if (typed && i === 5) total = "96{formula.overtyped}";
          if (error && i === 7) total = "=C~+D~+一→#VALUE!{cell.formula-error}";
          return `R ${i + 1}|${one.name}|32|44|20|${total}`;
        }),
        `- 合计||${sum("C", 384)}${bottom ? "{formula.range-short}" : ""}|${sum("D", 528)}${bottom ? "{formula.range-short}" : ""}|${sum("E", 240)}${bottom ? "{formula.range-short}" : ""}|`,
      ]),
    ],
  });
}

/** KAOHE formulas as Excel saves them, with and without the add-in. */
export function addinFormulas(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(8);
  const missing = p.on("#NAME? because the add-in was not loaded");
  const stale = p.on("saved value is not what the function gives");
  return drawnBook({
    name: `函数${seed}`,
    kind: "xlsx",
    policy: lanxi,
    says: p.says,
    sheets: [
      sheet("考核", [
        "H 序号|姓名|心得体会|有效评课|培训学时|教学设计|活动反思|奖励加分（次数）|总分|结果",
        "K teacher-assessment number|name|lanxi.teacher.reflection|lanxi.teacher.review|lanxi.teacher.platform-hours|lanxi.teacher.lesson-design|lanxi.teacher.activity-reflection|lanxi.teacher.bonus|total|result",
        each(who, (one, i) => {
          let total = `=_xldudf_KAOHE_TEACHERSCORE("兰西2024秋",C~:G~,H~)→86`;
          if (missing && i === 2) total = `=KAOHE.TEACHERSCORE("兰西2024秋",C~:G~,H~)→#NAME?{cell.addin-missing}`;
          if (stale && i === 4) total = `=_xldudf_KAOHE_TEACHERSCORE("兰西2024秋",C~:G~,H~)→90{?score.total-mismatch}`;
          return `R ${i + 1}|${one.name}|18|17|20|16|15|0|${total}|合格`;
        }),
      ]),
    ],
  });
}

/** Numbers as text in every way, and texts that are none. */
export function texts(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(14);
  const ways = ["'18␣", "'１８", "'十八", "'18分", "'␣18", "'18.0"];
  const wrong = ["合格", "优", "18/20", "缺交", "？"];
  const on = ways.map((way) => p.on(`text ${way}`));
  const off = wrong.map((way) => p.on(`not a number ${way}`));
  return drawnBook({
    name: `文本${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods", "csv-gb18030"),
    policy: lanxi,
    says: p.says,
    sheets: [
      sheet("考核", [
        "H 序号|学校|姓名|骨干类别|培训心得|有效评课|培训学时|教学设计|活动反思|加分（次数）|总分",
        "K teacher-assessment number|school|name|role|lanxi.teacher.reflection|lanxi.teacher.review|lanxi.teacher.platform-hours|lanxi.teacher.lesson-design|lanxi.teacher.activity-reflection|lanxi.teacher.bonus|total",
        each(who, (one, i) => {
          const way = ways[i];
          const bad = wrong[i - ways.length];
          let item = "18";
          if (way !== undefined && on[i] === true) item = `${way}{cell.text-number}`;
          if (bad !== undefined && off[i - ways.length] === true) item = `${bad}{cell.not-a-number}`;
          return `R ${i + 1}|平山镇中学|${one.name}|教师|${item}|17|20|16|15|0|86${item.includes("not-a-number") ? "{?score.total-mismatch}" : ""}`;
        }),
      ]),
    ],
  });
}

/** Shares as text, as a hundredfold, beside their counts. */
export function shares(seed: number): Book {
  const p = new Planner(seed);
  const short = p.on("short by one");
  return drawnBook({
    name: `比例${seed}`,
    kind: p.kind(),
    policy: "zhaoqing-annual",
    says: p.says,
    sheets: [
      sheet("培训覆盖", [
        "- 市级培训覆盖情况统计表（2024年）|<|<|<|<|<",
        "H 序号|地区|培训层次|教师总数|参训人数|覆盖率",
        "K quota number|place|project/category|whole|part|share",
        "R 1|端州区|市级培训|1000|200|'20%{cell.text-number}",
        `R 2|鼎湖区|市级培训|333|${short ? "66{quota.short:experience}|%0.1982" : "67|%0.2012"}`,
        "R 3|高要区|市级培训|2500|510|20.4",
        "R 4|四会市|市级培训|1800|400|'22.22％{cell.text-number}",
      ]),
    ],
  });
}
