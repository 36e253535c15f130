/** 还差多少, 如果…, and the cheapest set of trainings. */
import fc from "fast-check";
import { cheapestOffers, cheapestSteps, type Cheapest, type Offer } from "../../src/check/cheapest";
import { judgedWorkbook } from "../../src/check/check";
import { afterTrainings, foresee, needsOf, worthOf, type Need, type Training } from "../../src/check/what-if";
import { packs } from "../../src/policy/library";
import type { Sheet } from "../../src/table/workbook";
import { exact, toNumber } from "../../src/values/exact";
import { sheetFrom, workbookOf } from "../table/sheet";

type Blocks = readonly [number | string | null, number, number];

function yearSheet(...rows: readonly (readonly [string, ...Blocks])[]): Sheet {
  const header = ["序号", "姓名", "学校", "公需课", "专业课", "个人选修课", "合计", "是否完成"];
  const records = rows.map(([name, ...blocks], index) => [index + 1, name, "第一小学", ...blocks, null, null]);
  return sheetFrom([["肇庆市教师2024年度学时汇总表"], header, ...records], { name: "年度学时汇总表", merges: ["A1:H1"] });
}

function cycleSheet(...rows: readonly (readonly (string | number | null)[])[]): Sheet {
  const header = ["序号", "姓名", "学校", "2021年", "2022年", "2023年", "2024年", "2025年", "合计"];
  const records = rows.map((row, index) => [index + 1, row[0] ?? "", "第一小学", ...row.slice(1), null]);
  return sheetFrom([["肇庆市教师五年周期学时汇总表"], header, ...records], { name: "五年周期学时汇总表", merges: ["A1:I1"] });
}

const read = (...sheets: readonly Sheet[]) => needsOf(judgedWorkbook(workbookOf(...sheets), packs, { asOf: "2024-12-30" }));
const training = (amount: number, unit: string, category: string): Training => ({ amount: exact(amount), unit, category });

function needOf(...blocks: Blocks): Need {
  const [need] = read(yearSheet(["张一", ...blocks])).needs;
  if (!need) throw new Error("no need was read");
  return need;
}

describe("还差多少", () => {
  test.each<[string, Blocks, number[], number]>([
    ["三类都够的什么也不差", [30, 42, 18], [0, 0, 0], 0],
    ["公需课差 10，专业课差 2", [20, 40, 18], [10, 2, 0], 12],
    ["专业课多出的不抵个人选修课", [30, 60, 10], [0, 0, 8], 8],
    ["没有填的算 0", [null, 42, 18], [30, 0, 0], 30],
  ])("%s", (_says, blocks, gaps, lacking) => {
    const need = needOf(...blocks);
    expect(need.blocks.map(({ gap }) => toNumber(gap))).toEqual(gaps);
    expect(toNumber(need.lacking)).toBe(lacking);
  });

  test("读不出学时的人单独列出，不当作差 0", () => {
    const { needs, undecided } = read(yearSheet(["张一", "三十多", 42, 18], ["李二", 30, 42, 18]));
    expect(needs.map(({ name }) => name)).toEqual(["李二"]);
    expect(undecided).toEqual([{ sheet: "年度学时汇总表", name: "张一" }]);
  });

  test("周期：按前三年的平均推算五年，并算出以后每年要多少", () => {
    const { needs } = read(yearSheet(["张一", 30, 30, 18]), cycleSheet(["张一", 90, 60, 78, null, null]));
    const projection = needs[0]?.projection;
    expect([projection?.known, projection?.left]).toEqual([3, 2]);
    expect([projection?.pace, projection?.counted, projection?.neededPerYear].map((amount) => (amount ? toNumber(amount) : null))).toEqual([
      76, 380, 111,
    ]);
  });

  test("只有一年的数时，按以后每年都和今年一样推算", () => {
    const projection = needOf(20, 40, 18).projection;
    expect([projection?.known, projection?.left, projection && toNumber(projection.counted)]).toEqual([1, 4, 390]);
  });
});

describe("如果安排一次培训", () => {
  const { needs } = read(yearSheet(["张一", 30, 42, 10], ["李二", 30, 34, 10], ["王三", 30, 42, 18]));
  const all = new Set(needs.map(({ key }) => key));

  test("一天个人选修课：张一完成，李二还差，王三本来就完成", () => {
    const { completes, stillShort } = foresee(needs, { training: training(1, "天", "个人选修课"), who: all });
    expect([completes.map(({ name }) => name), stillShort.map(({ name, lacking }) => [name, toNumber(lacking)])]).toEqual([
      ["张一"],
      [["李二", 8]],
    ]);
  });

  test("只算参加的人", () => {
    const [first] = needs;
    const { completes, after } = foresee(needs, { training: training(1, "天", "选修"), who: new Set(first ? [first.key] : []) });
    expect(completes.map(({ name }) => name)).toEqual(["张一"]);
    expect(after.map(({ lacking }) => toNumber(lacking))).toEqual([0, 16, 0]);
  });

  test.each([
    ["2.5 天专业课算 20 学时", training(2.5, "天", "专业课"), "专业课", 20],
    ["3 个半天公需课算 12 学时", training(3, "半天", "公需科目"), "公需课", 12],
    ["10 学时校本研修算个人选修课", training(10, "学时", "校本研修"), "个人选修课", 10],
  ])("%s", (_says, given, block, hours) => {
    const worth = worthOf(needOf(0, 0, 0), given);
    expect([worth?.block.name, worth && toNumber(worth.hours)]).toEqual([block, hours]);
  });

  test.each([
    ["不满半天的零头不能折算", training(1.3, "天", "专业课")],
    ["没有这个类别", training(1, "天", "舞蹈")],
    ["没有这个单位", training(1, "周", "专业课")],
  ])("%s：说明算不进去，而不是算 0", (_says, given) => {
    const { unfit, after } = foresee(needs, { training: given, who: all });
    expect([unfit.length, after]).toEqual([3, needs]);
  });
});

const offer = (name: string, given: Training, costPerPerson: number, costPerSession = 0, seats: number | null = null): Offer => ({
  name,
  training: given,
  costPerPerson,
  costPerSession,
  seats,
});

function summary(result: Cheapest): unknown {
  if (result.kind !== "found") return result.kind;
  return [
    toNumber(result.value),
    result.noLessThan,
    result.taken.map(({ offer: { name }, sessions, attending }) => `${name}×${sessions}：${attending.map((need) => need.name).join()}`),
  ];
}

describe("最省的培训组合", () => {
  const { needs } = read(yearSheet(["张一", 30, 34, 18], ["李二", 30, 26, 18], ["王三", 30, 42, 18]));

  test("一天的够张一，两天的够李二：各去各的，并证明最省", () => {
    const offers = [offer("一天班", training(1, "天", "专业课"), 100), offer("两天班", training(2, "天", "专业课"), 150)];
    expect(summary(cheapestOffers(needs, offers))).toEqual([250, null, ["一天班×1：张一", "两天班×1：李二"]]);
  });

  test("办班的钱贵时，都去同一个班更省", () => {
    const offers = [offer("一天班", training(1, "天", "专业课"), 100, 1000), offer("两天班", training(2, "天", "专业课"), 150, 1000)];
    expect(summary(cheapestOffers(needs, offers))).toEqual([1300, null, ["两天班×1：张一,李二"]]);
  });

  test("座位不够就多办一期", () => {
    expect(summary(cheapestOffers(needs, [offer("两天班", training(2, "天", "专业课"), 0, 500, 1)]))).toEqual([
      1000,
      null,
      ["两天班×2：张一,李二"],
    ]);
  });

  test("都不要钱时，选参加人次最少的", () => {
    const offers = [
      offer("一天班", training(1, "天", "专业课"), 0),
      offer("又一天", training(1, "天", "专业课"), 0),
      offer("两天班", training(2, "天", "专业课"), 0),
    ];
    const result = cheapestOffers(needs, offers);
    expect(result.kind === "found" && [result.by, toNumber(result.value)]).toEqual(["attendances", 3]);
  });

  test("所有培训加起来也不够的人，一个个说出来", () => {
    const result = cheapestOffers(needs, [offer("一天班", training(1, "天", "专业课"), 1)]);
    expect(result.kind === "impossible" && result.persons.map(({ name }) => name)).toEqual(["李二"]);
  });

  test("都完成了就不必安排", () => {
    expect(cheapestOffers(needs.slice(2), []).kind).toBe("complete");
  });

  test("超过十个培训不硬算，直接说", () => {
    const many = Array.from({ length: 11 }, (_, at) => offer(`班${at}`, training(1, "天", "专业课"), 1));
    expect(cheapestOffers(needs, many).kind).toBe("too-many-offers");
  });

  test("不让算完时给出找到的最好办法和下限，不冒充最省", () => {
    const short = read(yearSheet(...Array.from({ length: 7 }, (_, at): [string, ...Blocks] => [`人${at}`, 30, 34, 18]))).needs;
    const offers = [offer("三人一班", training(1, "天", "专业课"), 0, 100, 3)];
    const cut = cheapestOffers(short, offers, { within: 0, programs: 1 });
    const whole = cheapestOffers(short, offers);
    if (cut.kind !== "found" || whole.kind !== "found") throw new Error(`${cut.kind} ${whole.kind}`);
    expect([toNumber(cut.value), cut.noLessThan]).toEqual([300, 233.33]);
    expect([toNumber(whole.value), whole.noLessThan]).toEqual([300, null]);
  });

  test("一步一步地算，每一步都短", () => {
    const people = read(yearSheet(["张一", 30, 34, 18], ["李二", 30, 20, 18])).needs;
    const steps = [
      ...cheapestSteps(people, [
        offer("一天班", training(1, "天", "专业课"), 10, 100),
        offer("两天班", training(2, "天", "专业课"), 15, 300),
      ]),
    ];
    expect(steps.length).toBeGreaterThan(0);
    for (const { done, total } of steps) expect(done).toBeLessThanOrEqual(total);
  });

  /** All ways in which each person may attend any set of the offers. */
  function leastByTrying(people: readonly Need[], offers: readonly Offer[]): number | null {
    const sets = Array.from({ length: 2 ** offers.length }, (_, set) => set);
    const attends = (set: number, at: number): boolean => (set & (1 << at)) !== 0;
    const enough = people.map((need) =>
      sets.filter((set) => {
        const worths = offers.flatMap(({ training: given }, at) => (attends(set, at) ? (worthOf(need, given) ?? []) : []));
        return afterTrainings(need, worths).lacking.equals(0);
      }),
    );
    if (enough.some((own) => own.length === 0)) return null;
    const choices = enough.reduce<number[][]>((all, own) => all.flatMap((chosen) => own.map((set) => [...chosen, set])), [[]]);
    const costs = choices.map((chosen) =>
      offers.reduce((all, { costPerPerson, costPerSession, seats }, at) => {
        const count = chosen.filter((set) => attends(set, at)).length;
        const sessions = count === 0 ? 0 : seats === null ? 1 : Math.ceil(count / seats);
        return all + costPerPerson * count + costPerSession * sessions;
      }, 0),
    );
    return Math.min(...costs);
  }

  test("任意三人、三个培训：与逐一试算的结果相同，而且人人完成", () => {
    const person = fc.tuple(fc.integer({ min: 20, max: 30 }), fc.integer({ min: 20, max: 42 }), fc.integer({ min: 8, max: 18 }));
    const course = fc.record({
      days: fc.integer({ min: 1, max: 6 }).map((halves) => halves / 2),
      category: fc.constantFrom("公需课", "专业课", "个人选修课"),
      costPerPerson: fc.integer({ min: 1, max: 9 }),
      costPerSession: fc.integer({ min: 0, max: 20 }),
      seats: fc.constantFrom(null, 1, 2),
    });
    const lists = fc.tuple(fc.array(person, { minLength: 1, maxLength: 3 }), fc.array(course, { minLength: 1, maxLength: 3 }));
    fc.assert(
      fc.property(lists, ([people, courses]) => {
        const given = read(yearSheet(...people.map((blocks, at): [string, ...Blocks] => [`人${at}`, ...blocks]))).needs;
        const offers = courses.map(({ days, category, ...costs }, at) => ({
          name: `班${at}`,
          training: training(days, "天", category),
          ...costs,
        }));
        const open = given.filter(({ lacking }) => !lacking.equals(0));
        const result = cheapestOffers(given, offers);
        if (open.length === 0) return result.kind === "complete";
        const least = leastByTrying(open, offers);
        if (result.kind !== "found") return least === null && result.kind === "impossible";
        const finished = open.every((need) => {
          const worths = result.taken.flatMap((taken) =>
            taken.attending.includes(need) ? (worthOf(need, taken.offer.training) ?? []) : [],
          );
          return afterTrainings(need, worths).lacking.equals(0);
        });
        return finished && result.noLessThan === null && toNumber(result.value) === least;
      }),
      { numRuns: 60 },
    );
  });
});
