/**
 * The invented teachers of the sample workbooks. Nothing here is a real person: the area codes 231299 and 441299 were
 * never given out, so none of these ID numbers (whose check digits are right) can belong to anybody.
 */
import people from "./people.json";

export interface Teacher {
  readonly name: string;
  readonly sex: "男" | "女";
  /** YYYY-MM-DD. */
  readonly birth: string;
  readonly id: string;
  readonly school: string;
  readonly stage: string;
  readonly subject: string;
  readonly post: string;
  readonly role: string;
  /** The five items in the rubric's order. */
  readonly items: readonly number[];
  /** Words of the 心得体会, lessons of the 推门课. */
  readonly words: number;
  readonly lessons: number;
  /** 奖励加分 counts; null where the cell stays blank. */
  readonly times: number | null;
  readonly schoolBased: number;
  /** 自愿放弃: no scores are written. */
  readonly waived: boolean;
}

const AREA = "231299";
const ITEM_SCORES = [14, 15, 16, 17, 18, 19, 20, 15.5, 16.5, 17.5, 18.5];
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check digit of GB 11643. */
export function checkDigit(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return "10X98765432"[sum % 11] ?? "";
}

/** Numbers that look random and are the same every time. */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state;
  };
}

export function pick<T>(list: readonly T[], index: number): T {
  const chosen = list[index % list.length];
  if (chosen === undefined) throw new Error("empty list");
  return chosen;
}

export function two(value: number): string {
  return String(value).padStart(2, "0");
}

export function idNumber(birth: string, sex: "男" | "女", order: number, area = AREA): string {
  const serial = order * 2 + (sex === "男" ? 1 : 0);
  const first17 = `${area}${birth.replaceAll("-", "")}${String(serial).padStart(3, "0")}`;
  return first17 + checkDigit(first17);
}

/** What makes some of the 48 special: exactly on a pass line, failed, waived. By index. */
const SPECIAL: Readonly<Record<number, Partial<Teacher>>> = {
  4: { items: [12, 12, 12, 12, 12], times: null, role: people.ordinary },
  9: { items: [11, 11, 11, 11, 11], role: "骨干教师", times: 1 },
  15: { items: [12, 11, 12, 10, 12], times: null, role: people.ordinary, schoolBased: 83 },
  22: { schoolBased: 80 },
  27: { schoolBased: 78.5 },
  33: { waived: true, times: null, role: people.ordinary },
  40: { items: [10, 12, 11, 12, 10], times: null, role: people.ordinary, schoolBased: 76 },
};

function teacher(name: string, index: number, next: () => number): Teacher {
  const school = pick(people.schools, Math.floor(index / 12));
  const sex = people.women.includes(name.slice(1)) ? "女" : "男";
  const birth = `${1968 + ((next() >> 8) % 30)}-${two(1 + ((next() >> 8) % 12))}-${two(1 + ((next() >> 8) % 28))}`;
  const isKey = index % 4 === 1;
  return {
    name,
    sex,
    birth,
    id: idNumber(birth, sex, 11 + index * 7),
    school: school.name,
    stage: school.stage,
    subject: pick(school.subjects, index),
    post: pick(people.posts, index % 12 === 0 ? 3 : index % 3),
    role: isKey ? pick(people.roles, Math.floor(index / 4)) : people.ordinary,
    items: [0, 1, 2, 3, 4].map((item) => (item === 2 ? 20 : pick(ITEM_SCORES, next() >> 8))),
    words: 1000 + ((next() >> 8) % 60) * 10,
    lessons: 2 + ((next() >> 8) % 2),
    times: isKey ? 1 : null,
    schoolBased: 82 + ((next() >> 8) % 16),
    waived: false,
    ...SPECIAL[index],
  };
}

/** The 48 teachers of four schools, twelve each. */
export function teachers(): Teacher[] {
  const next = sequence(20240904);
  return people.names.map((name, index) => teacher(name, index, next));
}

export function totalOf({ items, times, role }: Teacher): number {
  const bonus = role === people.ordinary ? 0 : (times ?? 0) * 5;
  return items.reduce((sum, item) => sum + item, bonus);
}
