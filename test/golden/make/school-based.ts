/** 兰西: the whole workbook of one school: roster, county scores, school-based scores, hours log, hours of the term, school form. */
import { Page, type Book } from "./book";
import { Layout, type FormColumn, type FormRecord } from "./form";
import { ITEMS, teacherForm, teachers, withOthers } from "./lanxi-teachers";
import { Crowd, dayPlus, lanxiSchools, written } from "./people";
import type { Chance } from "./random";
import { assemble, dress, round2, Spoilable } from "./scene";
import { columnsOf, type Spec } from "./simple";

export function wholeSchool(chance: Chance, seed: number): Book {
  const crowd = new Crowd(chance);
  const school = chance.pick(lanxiSchools);
  const list = teachers(chance, crowd, [school], chance.int(8, 24)).map((one) => one);
  const form = teacherForm(chance, list, { oneSchool: true });
  const columns = form.columns.filter((column) => !["sb", "credited", "certificate"].includes(column.id));
  const county = new Spoilable(chance, form.records);

  const sbSpecs: Spec[] = [
    ["number", "number", ["序号"]],
    ["name", "name", ["姓名", "教师姓名"]],
    ["sb", "lanxi.school-based.pass|total", ["校本考核成绩", "校本培训考核成绩", "校本考核得分"]],
    ["result", "result", ["是否合格", "考核结果"]],
    ["hours", "credited|lanxi.school-based.hours", ["认定学时", "校本学时"]],
    ["note", "note", ["备注"]],
  ];
  const sbRecords = list.map((teacher, index): FormRecord => ({ number: index + 1, name: teacher.person.name, sb: teacher.sb, result: teacher.sb >= 80 ? "合格" : "不合格", hours: teacher.sb >= 80 ? 12 : 0 }));
  const sb = new Spoilable(chance, sbRecords);

  const rosterSpecs: Spec[] = [
    ["number", "number", ["序号"]],
    ["name", "name", ["姓名"]],
    ["sex", "sex", ["性别"]],
    ["id", "id", ["身份证号"]],
    ["title", "title", ["职称"]],
    ["phone", "phone", ["联系电话"]],
  ];
  const rosterRecords = list.map((teacher, index): FormRecord => ({ number: index + 1, name: teacher.person.name, sex: teacher.person.sex, id: teacher.person.id, title: "一级教师", phone: `139045512${String(10 + index)}` }));

  const dates = chance.pick(["serial", "dots", "han"] as const);
  const logRecords = list.flatMap((teacher): FormRecord[] => [
    { name: teacher.person.name, project: "集中培训", date: written({ y: 2024, m: 9, d: 21 }, dates), hours: 8 },
    { name: teacher.person.name, project: "校本培训", date: written(dayPlus({ y: 2024, m: 10, d: 8 }, chance.int(0, 60)), dates), hours: 4 },
  ]);
  logRecords.forEach((record, index) => (record["number"] = index + 1));
  const logSpecs: Spec[] = [
    ["number", "number", ["序号"]],
    ["name", "name", ["姓名"]],
    ["project", "project", ["培训项目", "培训名称"]],
    ["date", "date", ["培训日期", "培训时间"]],
    ["hours", "hours", ["学时"]],
  ];

  const mean = list.reduce((sum, teacher) => sum + teacher.total, 0) / list.length;
  const schoolSpecs: Spec[] = [
    ["school", "school", ["单位", "学校"]],
    ["plan", "lanxi.school.plan-summary", ["培训计划和总结（10分）", "计划总结"]],
    ["central", "lanxi.school.central-training", ["集中培训（10分）", "集中培训"]],
    ["average", "lanxi.school.teacher-average", ["教师平均分（60分）", "教师得分平均分"]],
    ["dispatch", "lanxi.school.dispatch", ["外派培训任务（10分）", "外派任务"]],
    ["materials", "lanxi.school.materials", ["材料上报（10分）", "材料上报"]],
    ["total", "total", ["总分", "合计"]],
  ];
  const average = Math.min(60, mean * 0.6);
  const schoolRecords: FormRecord[] = [{ school, plan: 10, central: 9, average: round2(average), dispatch: 10, materials: 8, total: round2(37 + average) }];
  const schoolSpoil = new Spoilable(chance, schoolRecords);

  if (seed % 3 !== 0) {
    for (const what of chance.some(["county total", "sb result", "sb hours", "sb not in roster", "average", "sb above 100", "sb missing"], seed % 3 === 1 ? 1 : 3)) {
      if (what === "county total") {
        if (schoolSpoil.planned.length > 0) continue;
        const record = county.fresh((index) => (list[index]?.total ?? 0) >= 70 && (list[index]?.total ?? 0) < 97);
        if (record === null) continue;
        const item = chance.pick(ITEMS);
        county.set(record, item, 26);
        county.expect({ code: "score.out-of-range", level: "logic", record, column: item, why: "An item above its maximum" });
      } else if (what === "average") {
        if (county.planned.length > 0) continue;
        schoolSpoil.set(0, "average", round2(average - 2));
        schoolSpoil.set(0, "total", round2(35 + average));
        schoolSpoil.expect({ code: "score.item-mismatch", level: "logic", record: 0, column: "average", why: "A derived item that is not what the rule gives" });
      } else {
        const record = sb.fresh((index) => (list[index]?.sb ?? 0) >= 81 && index < list.length - 1);
        if (record === null) continue;
        if (what === "sb result") {
          sb.set(record, "result", "不合格");
          sb.expect({ code: "score.result-mismatch", level: "logic", record, column: "result", why: "校本 ≥ 80" });
        } else if (what === "sb hours") {
          sb.set(record, "hours", 24);
          sb.expect({ code: "hours.credit-mismatch", level: "logic", record, column: "hours", why: "校本培训 passed → 12 学时" });
        } else if (what === "sb above 100") {
          sb.set(record, "sb", 108);
          sb.expect({ code: "score.out-of-range", level: "logic", record, column: "sb", why: "满分 100" });
        } else if (what === "sb missing") {
          sb.set(record, "sb", null);
          sb.expect({ code: "score.missing", level: "logic", record, column: "sb", why: "score.missing" });
        } else {
          sb.set(record, "name", "诸葛孔明");
          sb.expect({ code: "person.not-in-roster", level: "logic", record, column: "name", why: "roster ↔ scores" });
          sb.expect({ code: "person.missing", level: "logic", header: "name", why: "and who stood there is missing" });
        }
      }
      sb.says.push(what);
    }
  }

  const sheet = (name: string, kind: string, cols: readonly FormColumn[], records: FormRecord[], title: string): { page: Page; placed: ReturnType<Layout["lay"]> } => {
    const page = new Page(name);
    const style = dress(chance, { titles: [title], captions: [[`单位：${school}`, "2024年12月"]], letters: false });
    return { page, placed: new Layout(page, kind, cols, records, { ...style, titles: [title] }).lay() };
  };
  const roster = sheet("花名册", "roster", columnsOf(chance, rosterSpecs, true), rosterRecords, `${school}教师花名册`);
  const scores = new Page("教师考核");
  const scoresPlaced = new Layout(scores, "teacher-assessment", columns, form.records, { ...form.style, titles: [`${school}教师培训考核表`], captions: [`单位：${school}`] }).lay();
  const own = sheet("校本考核", "teacher-assessment", columnsOf(chance, sbSpecs, true), sbRecords, `${school}校本培训考核成绩表`);
  const log = sheet("学时登记", "hours-log", columnsOf(chance, logSpecs, true), logRecords, `${school}教师培训学时登记表`);
  const whole = sheet("单位考核", "school-assessment", columnsOf(chance, schoolSpecs, true), schoolRecords, "单位培训考核表");
  return assemble({
    name: `兰西全套${chance.int(1000, 9999)}`,
    kind: chance.pick(["xlsx", "xlsx", "xls"] as const),
    policy: "lanxi-2024-autumn",
    pages: withOthers(chance, ...chance.shuffle([roster.page, scores, own.page, log.page, whole.page])),
    forms: [{ placed: roster.placed }, { placed: scoresPlaced, spoilt: county }, { placed: own.placed, spoilt: sb }, { placed: log.placed }, { placed: whole.placed, spoilt: schoolSpoil }],
  });
}
