/** The people of a composed book: their columns, their records, and what can be wrong with a person's own fields. */
import type { Cell } from "./book";
import type { Col, Context, Draft, Rec, Value } from "./composed-lay";
import { extras, labels } from "./composed-words";
import { checkDigit, Crowd, subjects, titles, type Person } from "./people";

export interface Member extends Person {
  readonly school: string;
  readonly subject: string;
  readonly title: string;
  role: string;
}

export const schoolsOf: Readonly<Record<string, readonly string[]>> = {
  "lanxi-2024-autumn": ["兰西县第一中学", "兰西县实验小学", "榆林镇中心学校", "临江镇中心小学", "红光镇中心校", "兰西县特殊教育学校", "康荣镇中心幼儿园"],
  "zhaoqing-annual": ["肇庆市第一中学", "端州区百花小学", "怀集县冷坑镇中心小学", "四会市城中街道中心小学", "高要区第二中学", "德庆县香山中学"],
  "yueyang-school-based": ["岳阳市第十中学", "岳阳楼小学", "湘阴县城南学校", "平江县启明小学", "华容县幼儿园"],
  "xiangxi-growth-plan": ["吉首市第一小学", "凤凰县思源实验学校", "花垣县民族中学", "保靖县迁陵小学", "永顺县灵溪镇中心完小"],
  plan: ["实验小学", "城关小学", "育才小学", "向阳小学"],
};

export function word(it: Context, id: string): string {
  return it.chance.pick(labels[id] ?? [id]);
}

export function col(it: Context, id: string, key: string | null, rest: Partial<Col> = {}): Col {
  return { id, key, label: word(it, id), ...rest };
}

export function crowd(it: Context, policy: string, count: number, born?: readonly [number, number]): Member[] {
  const { chance } = it;
  const people = new Crowd(chance, born);
  const pool = schoolsOf[policy] ?? schoolsOf["plan"] ?? [];
  const schools = chance.some(pool, chance.pick([1, 1, 2, 3]));
  const members = Array.from({ length: count }, () => {
    const person = people.person();
    return { ...person, school: chance.pick(schools), subject: chance.pick(subjects), title: chance.pick(titles), role: "一般教师" };
  });
  return members.sort((a, b) => schools.indexOf(a.school) - schools.indexOf(b.school));
}

/** Who hands the form in: the school, or where there are several the office above. */
export function unitOf(members: readonly Member[], office: string): string {
  const first = members[0]?.school ?? office;
  return members.every((member) => member.school === first) ? first : office;
}

interface Dress {
  readonly id: boolean;
  readonly school: boolean;
  readonly number: boolean;
  readonly sex: boolean;
  readonly subject: boolean;
  readonly extra: boolean;
  readonly note: boolean;
}

export function dress(it: Context): Dress {
  const { chance } = it;
  return { id: chance.chance(0.45), school: chance.chance(0.7), number: chance.chance(0.8), sex: chance.chance(0.35), subject: chance.chance(0.3), extra: chance.chance(0.3), note: chance.chance(0.35) };
}

/** 序号, 学校, 姓名 … in an order that forms have, and what the policy does not know. */
export function personCols(it: Context, wear: Dress): Col[] {
  const { chance } = it;
  const list: Col[] = [];
  if (wear.school && chance.chance(0.5)) list.push(col(it, "school", "school"), col(it, "name", "name"));
  else {
    list.push(col(it, "name", "name"));
    if (wear.school) list.splice(chance.int(0, 1), 0, col(it, "school", "school"));
  }
  if (wear.sex) list.push(col(it, "sex", "sex"));
  if (wear.id) list.push(col(it, "id", "id"));
  if (wear.subject) list.push(col(it, "subject", "subject"));
  if (wear.extra) list.splice(chance.int(1, list.length), 0, extraCol(it, list));
  if (wear.number) list.unshift(col(it, "number", "number"));
  return list;
}

export function extraCol(it: Context, beside: readonly Col[]): Col {
  const free = extras.filter(([label]) => !beside.some((one) => one.label === label));
  const [label] = it.chance.pick(free);
  return { id: `extra:${label}`, key: null, label };
}

export function extraValue(it: Context, id: string): Value {
  const found = extras.find(([label]) => `extra:${label}` === id);
  return found ? it.chance.pick(found[1]) : null;
}

export function personRec(it: Context, member: Member, index: number, cols: readonly Col[]): Rec {
  const rec: Rec = { number: index + 1, name: member.name, school: member.school, sex: member.sex, id: member.id, subject: member.subject, title: member.title, role: member.role };
  for (const one of cols) if (one.id.startsWith("extra:")) rec[one.id] = extraValue(it, one.id);
  return rec;
}

const has = (draft: Draft, id: string): boolean => draft.cols.some((one) => one.id === id);

export function plain(value: Value | undefined): number | null {
  if (typeof value === "number") return value;
  if (typeof value === "object" && value !== null && typeof value.value === "number") return value.value;
  return null;
}

type Plant = (it: Context, draft: Draft, rec: number) => boolean;

const UNITS: Readonly<Record<string, string>> = { books: "本", lessons: "节", hours: "学时", days: "天", whole: "人", part: "人", base: "元", amount: "元" };

/** A number typed as text, where the kind of file tells text from numbers. */
export function textNumber(ids: readonly string[]): Plant {
  return (it, draft, rec) => {
    const open = ids.filter((id) => has(draft, id) && plain(draft.recs[rec]?.[id]) !== null);
    if (it.isCsv || open.length === 0) return false;
    const id = it.chance.pick(open);
    const target = draft.recs[rec];
    const n = plain(target?.[id]);
    if (target === undefined || n === null) return false;
    const wide = [...String(n)].map((mark) => (/\d/.test(mark) ? String.fromCharCode(mark.charCodeAt(0) + 0xfee0) : mark)).join("");
    const unit = draft.cols.find((one) => one.id === id)?.unit ?? UNITS[id] ?? "分";
    target[id] = it.chance.pick([String(n), `${n} `, wide, `${n}${unit}`]);
    draft.faults.push({ code: "cell.text-number", level: "experience", rec, id, why: "DESIGN: any text that can be read as a number" });
    return true;
  };
}

export function set(draft: Draft, rec: number, id: string, value: Value, code: string, level: "logic" | "experience" | "unknown", why: string, also: readonly string[] = []): true {
  const target = draft.recs[rec];
  if (target) target[id] = value;
  draft.faults.push({ code, level, rec, id, also, why });
  return true;
}

const nameSpace: Plant = (it, draft, rec) => {
  const name = String(draft.recs[rec]?.["name"] ?? "");
  if (name.length < 2 || name.includes("·")) return false;
  return set(draft, rec, "name", it.chance.pick([`${name[0]} ${name.slice(1)}`, `${name[0]}　${name.slice(1)}`, `${name} `, ` ${name}`]), "person.name-space", "experience", "DESIGN person.name-space");
};

const idInvalid: Plant = (it, draft, rec) => {
  if (!has(draft, "id")) return false;
  const id = String(draft.recs[rec]?.["id"] ?? "");
  if (id.length !== 18) return false;
  const wrong = it.chance.pick([id.slice(0, 17) + ((checkDigit(id.slice(0, 17)) === "5" ? "6" : "5")), id.slice(0, 17), id.slice(0, 6) + id.slice(8, 17), `${id.slice(0, 10)}13${id.slice(12)}`]);
  return set(draft, rec, "id", wrong, "person.id-invalid", "logic", "DESIGN IDCHECK: length, date, check digit; 15 digits are not accepted");
};

const idPrecision: Plant = (it, draft, rec) => {
  if (!has(draft, "id") || it.isCsv) return false;
  const id = String(draft.recs[rec]?.["id"] ?? "");
  const value: Cell = { value: Number(`${id.slice(0, 15)}000`), format: "0" };
  return set(draft, rec, "id", value, "person.id-precision", "experience", "DESIGN person.id-precision: Excel kept 15 digits");
};

export const personPlants: readonly Plant[] = [nameSpace, idInvalid, idPrecision];

/** The same person twice; last, so that the records' numbers of other faults stand. */
export function duplicate(_it: Context, draft: Draft, rec: number): boolean {
  const one = draft.recs[rec];
  if (one === undefined || (!has(draft, "id") && !has(draft, "school"))) return false;
  const at = draft.recs.length;
  if (has(draft, "school") && draft.recs[at - 1]?.["school"] !== one["school"]) return false;
  draft.recs.push({ ...one, ...("number" in one ? { number: at + 1 } : {}) });
  const also = ["id", "number", "school"].filter((id) => has(draft, id));
  draft.faults.push({ code: "person.duplicate", level: "logic", rec: at, id: "name", also, why: "DESIGN person.duplicate: the same person twice" });
  return true;
}

/** Two people of one name and two ID numbers. */
export function sameName(_it: Context, draft: Draft, rec: number): boolean {
  const one = draft.recs[rec];
  const before = draft.recs[rec - 1];
  if (one === undefined || before === undefined || !has(draft, "id") || before["school"] !== one["school"]) return false;
  return set(draft, rec, "name", before["name"] ?? null, "person.same-name", "experience", "DESIGN person.same-name: one name, two ID numbers");
}

export type { Plant };

/** Plants up to `count` faults, each in a record of its own. */
export function plantAll(it: Context, draft: Draft, plants: readonly Plant[], count: number): void {
  const free = it.chance.shuffle(draft.recs.map((_rec, index) => index));
  let left = count;
  for (const plant of it.chance.shuffle(plants)) {
    if (left === 0) return;
    const rec = free.find((one) => plant(it, draft, one));
    if (rec === undefined) continue;
    free.splice(free.indexOf(rec), 1);
    left--;
  }
}
