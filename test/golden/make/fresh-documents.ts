/** Documents and steps that must exist, for every policy that names some: one a row with yes or no, or one a column with a school a row. */
import type { Book } from "./book";
import { drawnBook, sheet } from "./drawn";
import { each, Planner } from "./fresh";

interface Papers {
  readonly policy: string;
  readonly title: string;
  readonly asOf?: string;
  readonly list: readonly string[];
}

/** The documents in the clauses' own words. */
const papers: Readonly<Record<string, Papers>> = {
  lanxi: { policy: "lanxi-2024-autumn", title: "兰西县教师培训材料报送情况表", list: ["校本培训方案", "集中培训参训名单", "二次培训材料", "网络班级加入情况", "培训工作领导小组名单"] },
  zhaoqing: { policy: "zhaoqing-annual", title: "肇庆市教师全员培训材料报送表", list: ["全员培训工作领导小组文件", "教育局初审意见", "市教育局审批意见", "专款专用材料"] },
  yueyang: { policy: "yueyang-school-based", title: "岳阳市校本研修材料报送表", list: ["校本教研制度", "校本科研制度", "理论学习制度", "激励制度", "学年总结", "学年自查报告", "校本培训规划"] },
  xiangxi: { policy: "xiangxi-growth-plan", title: "教师专业成长行动计划材料报送表", asOf: "2012-01-10", list: ["教师专业成长行动计划实施方案", "教师专业成长档案", "教师专业成长促进计划", "教师专业发展评价方案", "领导小组名单", "专家指导小组名单"] },
  plan4: { policy: "plan4", title: "教师继续教育电子档案清单", list: ["出勤", "学习时间", "学习内容", "学情考核"] },
  plan5: { policy: "plan5", title: "“教师素质年”四个一活动开展情况表", list: ["读书心得交流", "课件制作评比", "校级论文比赛", "家长开放日活动"] },
  plan10: { policy: "plan10", title: "继续教育工作材料清单", list: ["继续教育工作领导小组", "继续教育工作计划", "校长第一责任人"] },
};

function papersBook(name: string, seed: number): Book {
  const p = new Planner(seed);
  const { policy, title, list, asOf } = papers[name] ?? { policy: "", title: "", list: [] };
  const [yes, no] = p.chance.pick([
    ["有", "无"],
    ["是", "否"],
    ["√", "×"],
    ["已报送", "未报送"],
  ] as const);
  const missing = p.on("one document is not there");
  const at = p.chance.int(0, list.length - 1);
  return drawnBook({
    name: `材料清单${name}${seed}`,
    kind: p.kind(),
    policy,
    ...(asOf !== undefined && { asOf }),
    says: p.says,
    sheets: [
      sheet(p.pick("材料", "Sheet1"), [
        `- ${title}|<|<|<`,
        `H 序号|${p.pick("材料名称", "报送材料", "项目")}|${p.pick("是否报送", "报送情况", "是否具备")}|备注`,
        "K submissions number|project|claim|note",
        each(list, (paper, i) => `R ${i + 1}|${paper}|${missing && i === at ? `${no}{evidence.below:experience}` : yes}|`),
      ]),
    ],
  });
}

export const documentScenes: Readonly<Record<string, (seed: number) => Book>> = Object.fromEntries(Object.keys(papers).map((name) => [`fresh-papers-${name}`, (seed: number): Book => papersBook(name, seed)]));
