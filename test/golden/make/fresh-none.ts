/** Workbooks that are none of ours, alone (未能检查) and as neighbours of a table that is. */
import type { Book } from "./book";
import { drawnBook, sheet, type Drawing } from "./drawn";
import { each, Planner } from "./fresh";

const lists: Readonly<Record<string, (p: Planner) => string>> = {
  students: (p) => ["- 三年级（2）班学生花名册", "- 学号|姓名|性别|出生日期|家长电话", each(p.people(12, [2014, 2016]), (one, i) => `- 2401${i}|${one.name}|${one.sex}|${one.birth.y}-${one.birth.m}-3|1390000${1000 + i}`)].join("\n"),
  marks: (p) => ["- 期末考试成绩表", "- 考号|姓名|语文|数学|英语|总分|名次", each(p.people(10), (one, i) => `- ${i + 1}|${one.name}|${90 - i}|95|88|${273 - i}|${i + 1}`)].join("\n"),
  menu: () => "- 食堂一周菜谱\n- 星期|早餐|午餐|晚餐\n- 星期一|豆浆油条|红烧肉|面条\n- 星期二|稀饭|鱼香肉丝|馒头\n- 星期三|牛奶|土豆烧鸡|米饭",
  timetable: () => "- 课程表\n- 节次|星期一|星期二|星期三|星期四|星期五\n- 1|语文|数学|英语|语文|数学\n- 2|数学|语文|语文|体育|音乐\n- 3|英语|美术|数学|科学|语文",
  assets: () => "- 固定资产登记表\n- 编号|名称|规格|数量|单价|金额|购置日期\n- 1|课桌|标准|50|120|6000|2023-8-1\n- 2|投影仪|EB-X41|3|4200|12600|2023-9-3",
  wages: (p) => ["- 2024年12月工资发放表", "- 序号|姓名|岗位工资|薪级工资|绩效|应发合计|签名", each(p.people(8), (one, i) => `- ${i + 1}|${one.name}|2400|1800|2200|6400|`)].join("\n"),
};

const names = Object.keys(lists);

/** Nothing for us at all. */
export function nothing(seed: number): Book {
  const p = new Planner(seed);
  const name = names[seed % names.length] ?? "menu";
  return drawnBook({
    name: `无关${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods", "csv-gb18030"),
    policy: "lanxi-2024-autumn",
    says: [name],
    sheets: [sheet("Sheet1", lists[name]?.(p) ?? "-")],
  });
}

/** Only words: a notice and its guide. */
export function onlyWords(seed: number): Book {
  const p = new Planner(seed);
  return drawnBook({
    name: `通知${seed}`,
    kind: p.kind(),
    policy: "lanxi-2024-autumn",
    sheets: [
      sheet("通知", ["- 关于报送教师培训考核材料的通知", "- 各中小学、幼儿园：", "- 请于2024年12月30日前将教师考核表报送至教师进修学校。", "- 一、心得体会20分；二、有效评课20分。", "- 兰西县教师进修学校"]),
      sheet("Sheet2", []),
    ],
  });
}

/** A score sheet, and beside it a list that is not ours: said so, not judged. */
export function neighbour(seed: number): Book {
  const p = new Planner(seed);
  const name = names[seed % names.length] ?? "menu";
  const other = sheet("其他", lists[name]?.(p) ?? "-");
  const told: Drawing = { ...other, allowed: ["A1", "A2", "B2"].map((cell) => ({ code: "table.not-found", sheet: "其他", cell })) };
  const wrong = p.on("total wrong");
  return drawnBook({
    name: `邻表${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods"),
    policy: "lanxi-2024-autumn",
    says: [name, ...p.says],
    sheets: [
      sheet("考核", [
        "- 教师培训考核成绩表|<|<|<|<|<|<|<",
        "H 序号|姓名|心得体会|有效评课|培训学时|教学设计|活动反思|总分",
        "K teacher-assessment number|name|lanxi.teacher.reflection|lanxi.teacher.review|lanxi.teacher.platform-hours|lanxi.teacher.lesson-design|lanxi.teacher.activity-reflection|total",
        each(p.people(8), (one, i) => `R ${i + 1}|${one.name}|18|17|20|16|15|${wrong && i === 3 ? "96{score.total-mismatch}" : 86}`),
      ]),
      told,
    ],
  });
}
