/** Forms of a known kind in which little can be judged: still ours, read, and ready to hand in ("未能检查 where no sheet holds a table it knows"). */
import type { Book } from "./book";
import { drawnBook, sheet } from "./drawn";
import { each, Planner } from "./fresh";

interface Bare {
  readonly policy: string;
  readonly kind: string;
  readonly title: string;
  readonly header: string;
  readonly keys: string;
  readonly row: (name: string, index: number) => string;
}

const forms: Readonly<Record<string, Bare>> = {
  "yueyang-roster": { policy: "yueyang-school-based", kind: "roster", title: "岳阳市第十中学教师花名册", header: "序号|姓名|学科|职称", keys: "number|name|subject|title", row: (name, i) => `${i + 1}|${name}|语文|一级教师` },
  "zhaoqing-roster": { policy: "zhaoqing-annual", kind: "roster", title: "肇庆市第十六小学参训教师名单", header: "序号|姓名|性别|学校", keys: "number|name|sex|school", row: (name, i) => `${i + 1}|${name}|女|肇庆市第十六小学` },
  "xiangxi-log": { policy: "xiangxi-growth-plan", kind: "hours-log", title: "湘西州中小学教师继续教育学分登记表", header: "序号|姓名|项目|日期|学分|备注", keys: "number|name|project|date|hours|note", row: (name, i) => `${i + 1}|${name}|远程培训|@2011-10-${10 + i}|8|` },
  "yueyang-log": { policy: "yueyang-school-based", kind: "hours-log", title: "岳阳市校本研修学分登记表", header: "序号|教师姓名|研修日期|学分|备注", keys: "number|name|date|hours|note", row: (name, i) => `${i + 1}|${name}|@2023-10-${10 + i}|2|` },
  "lanxi-log": { policy: "lanxi-2024-autumn", kind: "hours-log", title: "兰西县教师培训学时登记表", header: "序号|单位|姓名|培训项目|日期|学时", keys: "number|school|name|project|date|hours", row: (name, i) => `${i + 1}|兰西县第一中学|${name}|集中培训|@2024-9-21|8` },
  "plan10-year": { policy: "plan10", kind: "hours-year", title: "教师继续教育年度登记表", header: "序号|姓名|学校|年度学时|备注", keys: "number|name|school|*|note", row: (name, i) => `${i + 1}|${name}|第二小学|72|` },
};

function bareBook(form: Bare, seed: number): Book {
  const p = new Planner(seed);
  const twice = p.on("the same person twice") && form.kind === "roster";
  const who = p.people(8);
  return drawnBook({
    name: `${form.title}${seed}`,
    kind: p.kind("xlsx", "xls", "et", "ods", "csv-gb18030"),
    policy: form.policy,
    asOf: "2025-01-10",
    says: p.says,
    sheets: [
      sheet("Sheet1", [
        `- ${form.title}`,
        `H ${form.header}`,
        `K ${form.kind} ${form.keys}`,
        each(who, (one, i) => {
          const row = form.row(twice && i === 5 ? `${who[2]?.name ?? ""}{person.duplicate}` : one.name, i);
          return `R ${row}`;
        }),
      ]),
    ],
  });
}

export const bareScenes: Readonly<Record<string, (seed: number) => Book>> = Object.fromEntries(Object.entries(forms).map(([name, form]) => [`fresh-bare-${name}`, (seed: number): Book => bareBook(form, seed)]));
