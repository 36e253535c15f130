/**
 * 统计: pass rates, the distribution of scores, credited hours, hours by block, schools ranked, bonus; for all and for each
 * school. Plain figures with the names that the policy gives them; how they are drawn is the business of who shows them.
 */
import type { Pack } from "../policy/schema";
import { cycleDue } from "../rules/cycle";
import { bonusPoints } from "../rules/bonus";
import { sum, toNumber, zero, type Exact } from "../values/exact";
import { nameKey } from "../values/name";
import { fullOf } from "./assessment";
import { bandsOf, type Band } from "./bands";
import { atOnce, inBatches, sheetsOfKind, type CheckContext, type Sheet } from "./context";
import { cycleSteps, type CycleEntry } from "./cycle-states";
import { rankedSchools, type Ranking } from "./ranking";
import { teachersIn, type TeacherState } from "./teachers";
import { yearSteps, type YearEntry } from "./year-states";

/** How many meet a line; the pass rate is passed / (passed + failed). */
export interface PassCount {
  readonly rule: string;
  readonly name: string;
  /** The line; null where the policy sets none, or for a certificate. */
  readonly line: number | null;
  readonly passed: number;
  readonly failed: number;
  /** Cannot be told: a score is missing or refused, or there is no line. */
  readonly undecided: number;
}

export interface ScoreFigures {
  readonly rule: string | null;
  readonly name: string;
  readonly count: number;
  readonly mean: number | null;
  readonly highest: number | null;
  readonly lowest: number | null;
  readonly bands: readonly Band[];
}

export interface CreditFigures {
  readonly unit: Pack["unit"];
  readonly total: number;
  readonly undecided: number;
  /** Hours credited → persons, the most hours first. */
  readonly groups: readonly { readonly hours: number; readonly persons: number }[];
}

export interface BlockFigures {
  readonly rule: string;
  readonly name: string;
  readonly due: number | null;
  readonly unit: Pack["unit"];
  readonly persons: number;
  readonly mean: number | null;
  /** Persons who lack something, and how much they lack together. */
  readonly short: number;
  readonly lacking: number;
  readonly undecided: number;
}

export interface BonusFigures {
  readonly rule: string;
  readonly name: string;
  readonly persons: number;
  readonly times: number;
  readonly points: number;
  readonly notEntitled: number;
}

/** The figures of all, or of one school. */
export interface Figures {
  /** Null: all schools together. */
  readonly school: string | null;
  readonly persons: number;
  readonly waived: number;
  readonly passes: readonly PassCount[];
  readonly scores: readonly ScoreFigures[];
  readonly credits: CreditFigures | null;
  /** The year in all, then its blocks. */
  readonly hours: readonly BlockFigures[];
  readonly cycle: BlockFigures | null;
  readonly bonuses: readonly BonusFigures[];
}

export interface PolicyStatistics {
  readonly policy: string;
  readonly name: string;
  readonly all: Figures;
  /** In the order of the workbook; empty where it names fewer than two. */
  readonly schools: readonly Figures[];
  readonly ranking: Ranking | null;
}

export interface Statistics {
  readonly policies: readonly PolicyStatistics[];
}

/** The records of one policy, or of one school under it. */
interface Members {
  readonly teachers: readonly TeacherState[];
  readonly years: readonly YearEntry[];
  readonly cycles: readonly CycleEntry[];
}

const mean = (amounts: readonly Exact[]): number | null => (amounts.length === 0 ? null : toNumber(sum(amounts).div(amounts.length)));

function extreme(amounts: readonly Exact[], sign: 1 | -1): number | null {
  const [first, ...rest] = amounts;
  if (!first) return null;
  return toNumber(rest.reduce((best, amount) => (amount.compare(best) * sign > 0 ? amount : best), first));
}

interface Verdict {
  readonly rule: string;
  readonly name: string;
  readonly line: number | null;
  readonly met: boolean | null;
}

function verdictsOf(teacher: TeacherState): Verdict[] {
  const lines = teacher.lines.map(({ rule, passed }) => ({ rule: rule.id, name: rule.name, line: rule.line, met: passed }));
  const { certificate } = teacher;
  return certificate === null
    ? lines
    : [...lines, { rule: certificate.rule.id, name: certificate.rule.name, line: null, met: certificate.granted }];
}

interface Tally {
  readonly named: Pick<PassCount, "rule" | "name" | "line">;
  passed: number;
  failed: number;
  undecided: number;
}

function passesOf(teachers: readonly TeacherState[]): PassCount[] {
  const tallies = new Map<string, Tally>();
  for (const { met, ...named } of teachers.flatMap(verdictsOf)) {
    const tally = tallies.get(named.rule) ?? { named, passed: 0, failed: 0, undecided: 0 };
    tallies.set(named.rule, tally);
    if (met === null) tally.undecided += 1;
    else if (met) tally.passed += 1;
    else tally.failed += 1;
  }
  return [...tallies.values()].map(({ named, ...counts }) => ({ ...named, ...counts }));
}

function scoresIn(teachers: readonly TeacherState[]): ScoreFigures[] {
  const [first] = teachers;
  if (!first) return [];
  return first.lines.flatMap(({ rule }): ScoreFigures[] => {
    const scores = teachers.flatMap((teacher) => teacher.lines.find((line) => line.rule.id === rule.id)?.score ?? []);
    const full = rule.full ?? toNumber(fullOf(first.assessment, rule));
    const bands = bandsOf(rule.line, full, scores);
    const figures = { count: scores.length, mean: mean(scores), highest: extreme(scores, 1), lowest: extreme(scores, -1), bands };
    return scores.length === 0 ? [] : [{ rule: rule.id, name: rule.name, ...figures }];
  });
}

function creditsIn(teachers: readonly TeacherState[]): CreditFigures | null {
  const [first] = teachers;
  if (!first?.sheet.judging.pack.rules.some((rule) => rule.kind === "grant")) return null;
  const credited = teachers.flatMap((teacher) => teacher.credited ?? []);
  const groups = new Map<number, number>();
  for (const hours of credited.map(toNumber)) groups.set(hours, (groups.get(hours) ?? 0) + 1);
  return {
    unit: first.sheet.judging.pack.unit,
    total: toNumber(sum(credited)),
    undecided: teachers.length - credited.length,
    groups: [...groups].map(([hours, persons]) => ({ hours, persons })).sort((a, b) => b.hours - a.hours),
  };
}

/** Adding up is quick: so many records before others may run. */
const figuresBatch = 1000;

interface Held {
  readonly rule: { readonly id: string; readonly name: string; readonly hours: number | null };
  readonly unit: Pack["unit"];
  readonly amount: Exact | null;
  readonly gap: Exact | null;
}

/** What one rule's hours come to so far. */
interface HoursTally {
  readonly first: Held;
  persons: number;
  known: number;
  amount: Exact;
  gaps: number;
  short: number;
  lacking: Exact;
}

/** The hours of many records, rule by rule, added up as they come. */
class HoursTallies {
  private readonly byRule = new Map<string, HoursTally>();

  add(held: Held): void {
    const none = { first: held, persons: 0, known: 0, amount: zero, gaps: 0, short: 0, lacking: zero };
    const tally = this.byRule.get(held.rule.id) ?? none;
    this.byRule.set(held.rule.id, tally);
    tally.persons += 1;
    if (held.amount !== null) {
      tally.known += 1;
      tally.amount = tally.amount.add(held.amount);
    }
    if (held.gap === null) return;
    tally.gaps += 1;
    if (held.gap.equals(0)) return;
    tally.short += 1;
    tally.lacking = tally.lacking.add(held.gap);
  }

  figures(): BlockFigures[] {
    return [...this.byRule.values()].map(({ first: { rule, unit }, persons, known, amount, gaps, short, lacking }) => ({
      rule: rule.id,
      name: rule.name,
      due: rule.hours,
      unit,
      persons,
      mean: known === 0 ? null : toNumber(amount.div(known)),
      short,
      lacking: toNumber(lacking),
      undecided: persons - gaps,
    }));
  }
}

function* hoursIn(years: readonly YearEntry[]): Generator<void, BlockFigures[]> {
  const tallies = new HoursTallies();
  yield* inBatches(
    years,
    ({ sheet, main, total, lacking, blocks }) => {
      const { unit } = sheet.judging.pack;
      tallies.add({ rule: main, unit, amount: total, gap: lacking });
      for (const block of blocks) if (block.rule !== main) tallies.add({ ...block, unit });
    },
    figuresBatch,
  );
  return tallies.figures();
}

function* cycleIn(cycles: readonly CycleEntry[]): Generator<void, BlockFigures | null> {
  const tallies = new HoursTallies();
  yield* inBatches(
    cycles,
    ({ sheet, rule, counted, lacking }) => {
      const due = cycleDue(rule);
      const named = { id: rule.id, name: rule.name, hours: due === null ? null : toNumber(due) };
      tallies.add({ rule: named, unit: sheet.judging.pack.unit, amount: counted, gap: lacking });
    },
    figuresBatch,
  );
  return tallies.figures()[0] ?? null;
}

function bonusesIn(teachers: readonly TeacherState[]): BonusFigures[] {
  const figures = new Map<string, BonusFigures>();
  for (const teacher of teachers) {
    for (const { rule, state, times, entitlement } of teacher.assessment.bonuses) {
      if (state.kind === "none") continue;
      const known = figures.get(rule.id) ?? { rule: rule.id, name: rule.name, persons: 0, times: 0, points: 0, notEntitled: 0 };
      const counts = times !== null && !times.equals(0);
      const refused = counts && entitlement === "not-entitled";
      const outcome = counts && !refused ? bonusPoints(teacher.sheet.judging, rule, times) : null;
      const points = outcome?.decided === true ? toNumber(outcome.value) : 0;
      figures.set(rule.id, {
        ...known,
        persons: known.persons + (outcome === null ? 0 : 1),
        times: known.times + (outcome === null || times === null ? 0 : toNumber(times)),
        points: known.points + points,
        notEntitled: known.notEntitled + (refused ? 1 : 0),
      });
    }
  }
  return [...figures.values()];
}

function* figuresOf(school: string | null, { teachers, years, cycles }: Members): Generator<void, Figures> {
  const present = teachers.filter((teacher) => !teacher.isWaived);
  const passes = passesOf(present);
  yield;
  const scores = scoresIn(present);
  yield;
  const credits = creditsIn(present);
  yield;
  const hours = yield* hoursIn(years);
  const cycle = yield* cycleIn(cycles);
  yield;
  const bonuses = bonusesIn(present);
  const persons = Math.max(teachers.length, years.length, cycles.length);
  return { school, persons, waived: teachers.length - present.length, passes, scores, credits, hours, cycle, bonuses };
}

function bySchool<T extends { readonly school: string }>(members: readonly T[]): Map<string, T[]> {
  const schools = new Map<string, T[]>();
  for (const member of members) {
    const key = nameKey(member.school);
    const own = schools.get(key);
    if (own) own.push(member);
    else schools.set(key, [member]);
  }
  return schools;
}

function* schoolFigures(members: Members): Generator<void, Figures[]> {
  const parts = { teachers: bySchool(members.teachers), years: bySchool(members.years), cycles: bySchool(members.cycles) };
  const names = new Map<string, string>();
  for (const { school } of [...members.teachers, ...members.years, ...members.cycles]) {
    if (school !== "" && !names.has(nameKey(school))) names.set(nameKey(school), school);
  }
  const all: Figures[] = [];
  if (names.size < 2) return all;
  for (const [key, name] of names) {
    const own = { teachers: parts.teachers.get(key) ?? [], years: parts.years.get(key) ?? [], cycles: parts.cycles.get(key) ?? [] };
    all.push(yield* figuresOf(name, own));
    yield;
  }
  return all;
}

function sheetsUnder(context: CheckContext, pack: Pack, kind: Sheet["table"]["kind"]): Sheet[] {
  return sheetsOfKind(context, kind).filter((sheet) => sheet.judging.pack === pack);
}

function* membersOf(context: CheckContext, pack: Pack): Generator<void, Members> {
  const teachers: TeacherState[] = [];
  for (const sheet of sheetsUnder(context, pack, "teacher-assessment")) teachers.push(...(yield* teachersIn(context, sheet)));
  yield;
  const years: YearEntry[] = [];
  for (const sheet of sheetsUnder(context, pack, "hours-year")) years.push(...(yield* yearSteps(sheet)));
  yield;
  const cycles: CycleEntry[] = [];
  for (const sheet of sheetsUnder(context, pack, "hours-cycle")) cycles.push(...(yield* cycleSteps(sheet)));
  yield;
  return { teachers, years, cycles };
}

function* policyStatistics(context: CheckContext, pack: Pack): Generator<void, PolicyStatistics | null> {
  const members = yield* membersOf(context, pack);
  const ranking = rankedSchools(context, sheetsUnder(context, pack, "school-assessment"), members.teachers);
  const empty = members.teachers.length + members.years.length + members.cycles.length === 0;
  if (empty && ranking === null) return null;
  const schools = yield* schoolFigures(members);
  return { policy: pack.id, name: pack.name, all: yield* figuresOf(null, members), schools, ranking };
}

/** The figures of a judged workbook, policy by policy, in short steps; none where it holds nothing to count. */
export function* statisticsSteps(context: CheckContext): Generator<void, Statistics> {
  const policies: PolicyStatistics[] = [];
  for (const pack of new Set(context.sheets.map((sheet) => sheet.judging.pack))) {
    const own = yield* policyStatistics(context, pack);
    if (own !== null) policies.push(own);
    yield;
  }
  return { policies };
}

/** All at once. */
export function statisticsOf(context: CheckContext): Statistics {
  return atOnce(statisticsSteps(context));
}
