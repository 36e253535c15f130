/** People and their numbers: names with spaces that still agree across sheets, two of one name, lost digits, lower-case x, columns that are not there. */
import type { Book } from "./book";
import { drawnBook, sheet } from "./drawn";
import { each, Planner } from "./fresh";
import { checkDigit, type Person } from "./people";

const lanxi = "lanxi-2024-autumn";

/** An ID of this person that ends in X. */
function withX(one: Person): string {
  const base = one.id.slice(0, 14);
  for (let order = 100; order < 1000; order++) {
    const first = base + String(order);
    if (checkDigit(first) === "X") return `${first}X`;
  }
  return one.id;
}

/** IDs in every state. */
export function numbers(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(18);
  const lost = p.on("ID as a number");
  const old = p.on("15 digits");
  const letter = p.on("letter O for 0");
  const same = p.on("two of one name with two IDs");
  const twice = p.on("one ID, two names");
  return drawnBook({
    name: `证件${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods"),
    policy: "zhaoqing-annual",
    says: p.says,
    sheets: [
      sheet("花名册", [
        "- 肇庆市第一小学教师花名册",
        `H 序号|${p.pick("姓名", "教师姓名")}|性别|${p.pick("身份证号", "公民身份号码", "身份证号码（18位）")}|学校|任教学科`,
        "K roster number|name|sex|id|school|subject",
        each(who, (one, i) => {
          let name = one.name;
          let id = `'${one.id}`;
          if (i === 1) id = `'${withX(one).toLowerCase()}`;
          if (i === 2) id = `'${withX(one)}`;
          if (lost && i === 4) id = `${one.id.slice(0, 15)}000{person.id-precision}`;
          if (old && i === 6) id = `'${one.id.slice(0, 6)}${one.id.slice(8, 17)}{person.id-invalid}`;
          if (letter && i === 8) id = `'${one.id.slice(0, 6)}${one.id.slice(6, 17).replace("9", "O").replace("0", "O")}${one.id.slice(17)}{person.id-invalid}`;
          if (same && i === 12) name = `${who[10]?.name ?? ""}{person.same-name}`;
          if (twice && i === 15) id = `'${who[14]?.id ?? ""}{person.duplicate}`;
          return `R ${i + 1}|${name}|${one.sex}|${id}|肇庆市第一小学|数学`;
        }),
      ]),
    ],
  });
}

/** The same people in three sheets, with spaces in two-character names that must still agree. */
export function acrossSheets(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(10);
  const spaced = p.on("spaces in two names");
  const lost = p.on("one has no year");
  const short = who.findIndex(({ name }) => [...name].length === 2);
  const written = (one: Person, i: number): string => (spaced && i === short ? `${one.name.slice(0, 1)}␣␣${one.name.slice(1)}{person.name-space}` : one.name);
  const inYear = who.filter((_, i) => !(lost && i === 9));
  return drawnBook({
    name: `三表${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods"),
    policy: "zhaoqing-annual",
    says: p.says,
    sheets: [
      sheet("人员", ["- 肇庆市第五中学教师花名册", "H 序号|姓名|学科|职称", "K roster number|name|subject|title", each(who, (one, i) => `R ${i + 1}|${one.name}|历史|高级教师`)]),
      sheet("年度", [
        "- 肇庆市第五中学2024年度学时汇总",
        `H 序号|姓名${lost ? "{person.missing}" : ""}|公需课|专业课|个人选修课|合计`,
        "K hours-year number|name|zhaoqing.annual.public|zhaoqing.annual.professional|zhaoqing.annual.elective|total",
        each(inYear, (one, i) => `R ${i + 1}|${written(one, i)}|30|42|18|90`),
      ]),
    ],
  });
}

/** A rubric without one of its items; a year without one of its blocks. */
export function columnsMissing(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(8);
  const gone = p.on("no 活动反思 column");
  const block = p.on("no 个人选修课 column");
  const items = gone ? "18|17|20|16" : "18|17|20|16|15";
  return drawnBook({
    name: `缺列${seed}`,
    kind: p.kind(),
    policy: p.says.length === 1 && block ? "zhaoqing-annual" : lanxi,
    says: p.says,
    sheets: [
      p.says.length === 1 && block
        ? sheet("年度", [
            "- 2024年度继续教育学时汇总表",
            "H 序号{column.missing}|姓名|公需课|专业课|合计|是否完成",
            "K hours-year number|name|zhaoqing.annual.public|zhaoqing.annual.professional|total|claim",
            each(who, ({ name }, i) => `R ${i + 1}|${name}|30|42|90{?hours.total-mismatch}|完成{?hours.block-short}`),
          ])
        : sheet("考核", [
            "- 教师培训考核汇总表",
            `H 序号${gone ? "{column.missing}" : ""}|姓名|心得体会|有效评课|培训学时|教学设计${gone ? "" : "|活动反思"}|奖励加分|总分|考核结果`,
            `K teacher-assessment number|name|lanxi.teacher.reflection|lanxi.teacher.review|lanxi.teacher.platform-hours|lanxi.teacher.lesson-design${gone ? "" : "|lanxi.teacher.activity-reflection"}|lanxi.teacher.bonus|total|result`,
            each(who, ({ name }, i) => `R ${i + 1}|${name}|${items}|0|${gone ? 71 : 86}|合格`),
          ]),
    ],
  });
}

/** plan1: somebody's birth date is missing, so nobody knows how many books. */
export function undecided(seed: number): Book {
  const p = new Planner(seed);
  const who = p.people(9, [1970, 1980]);
  const blank = p.on("birth date blank");
  return drawnBook({
    name: `缺年龄${seed}`,
    kind: p.kind(),
    policy: "plan1",
    says: p.says,
    sheets: [
      sheet("读书", [
        "- 教师每月读书情况统计表",
        "H 序号|姓名|出生日期|每月读书本数|是否达标",
        "K observation number|name|birth|plan1.reading|claim",
        each(who, (one, i) => `R ${i + 1}|${one.name}|${blank && i === 3 ? "{?rule.not-evaluable}" : `@${one.birth.y}-${one.birth.m}-${one.birth.d}`}|1${blank && i === 3 ? "{rule.not-evaluable}" : ""}|达标`),
      ]),
    ],
  });
}
