/** Which tables a composed book holds, and how its sheets hang together: roster ↔ scores ↔ school form, log ↔ year. */
import type { Context, Draft } from "./composed-lay";
import { completeBlocks, cycles, cycleSheet, logSheet, yearSheet } from "./composed-hours";
import { schoolScores, teacherScores } from "./composed-lanxi";
import { crowd, duplicate, personPlants, sameName, type Member, type Plant } from "./composed-people";
import { certificateSheet, countyQuota, shortDates, waivedScores } from "./composed-more";
import { evidenceScores, halves, totalFirst, wideSubmissions } from "./composed-third";
import { budgetSheet, compositeSheet, observationSheet, quotaSheet, rosterSheet, submissionSheet, yearOfPlan9 } from "./composed-rest";

export interface Part {
  readonly draft: Draft;
  readonly plants: readonly Plant[];
  /** What is drawn only when the faults stand. */
  readonly settle?: (draft: Draft) => Draft;
}

const PERSONAL = new Set<Plant>([...personPlants, sameName, duplicate]);

/** In a book of several sheets a person's own faults would speak in each of them. */
const shared = (part: Part): Part => ({ ...part, plants: part.plants.filter((plant) => !PERSONAL.has(plant)) });

/** Someone of the roster has no scores, or someone with scores is not in the roster. */
function withRoster(it: Context, policy: string, members: readonly Member[], of: (there: readonly Member[]) => Part): Part[] {
  const { chance } = it;
  const which = chance.pick(["all", "all", "missing", "stranger"]);
  const gone = chance.int(1, members.length - 1);
  const there = which === "missing" ? members.filter((_one, index) => index !== gone) : members;
  const listed = which === "stranger" ? members.filter((_one, index) => index !== gone) : members;
  const part = shared(of(there));
  if (which === "missing") part.draft.faults.push({ code: "person.missing", level: "logic", rec: -1, id: "name", why: "DESIGN: a missing person at the header cell concerned" });
  if (which === "stranger") part.draft.faults.push({ code: "person.not-in-roster", level: "logic", rec: gone, id: "name", why: "DESIGN person.not-in-roster" });
  return [shared(rosterSheet(it, policy, listed)), { ...part, plants: which === "stranger" ? [] : part.plants }];
}

function withSchoolForm(it: Context, members: readonly Member[]): Part[] {
  const scores = teacherScores(it, members);
  if (!scores.draft.cols.some((col) => col.id === "school")) return [scores];
  // Faults that leave every total decided.
  const safe = [5, 6].map((at) => scores.plants[at]).filter((plant) => plant !== undefined);
  const schools = [...new Set(members.map((member) => member.school))];
  const means = new Map(schools.map((school) => {
    const totals = members.map((member, index) => (member.school === school ? (scores.totals[index] ?? 0) : null)).filter((n) => n !== null);
    return [school, totals.reduce((a, b) => a + b, 0) / totals.length] as const;
  }));
  return [{ ...scores, plants: safe }, schoolScores(it, schools, means)];
}

function lanxi(it: Context, many: boolean): Part[] {
  const { chance } = it;
  const members = crowd(it, "lanxi-2024-autumn", chance.int(5, 22));
  const one = chance.pick(["scores", "scores", "scores", "school", "submissions", "cycle", "roster"]);
  if (!many) {
    if (one === "scores") return [teacherScores(it, members)];
    if (one === "school") return [schoolScores(it, ["兰西县第一中学", "兰西县实验小学", "榆林镇中心学校", "临江镇中心小学", "红光镇中心校"].slice(0, chance.int(3, 5)), null)];
    if (one === "submissions") return [submissionSheet(it, "lanxi-2024-autumn")];
    if (one === "cycle") return cycle(it, "lanxi-2024-autumn", members);
    return [rosterSheet(it, "lanxi-2024-autumn", members)];
  }
  const way = chance.pick(["roster", "roster", "form", "form", "two schools", "school and materials"]);
  if (way === "roster") return withRoster(it, "lanxi-2024-autumn", members, (there) => teacherScores(it, there));
  if (way === "form") return withSchoolForm(it, members);
  if (way === "school and materials") return [schoolScores(it, ["兰西县第一中学", "兰西县实验小学", "榆林镇中心学校"], null), submissionSheet(it, "lanxi-2024-autumn")];
  const others = crowd(it, "lanxi-2024-autumn", chance.int(4, 10)).filter((other) => !members.some((member) => member.name === other.name));
  const named = (people: readonly Member[], school: string): Member[] => people.map((person) => ({ ...person, school }));
  return [
    teacherScores(it, named(members.slice(0, 10), "兰西县第一中学"), { school: "兰西县第一中学" }),
    teacherScores(it, named(others, "榆林镇中心学校"), { school: "榆林镇中心学校" }),
  ].map(shared);
}

function cycle(it: Context, policy: string, members: readonly Member[]): Part[] {
  const form = cycles[policy];
  return form === undefined ? [] : [cycleSheet(it, members, form)];
}

function zhaoqing(it: Context, many: boolean): Part[] {
  const { chance } = it;
  const policy = "zhaoqing-annual";
  const members = crowd(it, policy, chance.int(4, 16));
  const blocks = completeBlocks(it, members.length);
  if (!many) {
    const one = chance.pick(["year", "year", "log", "log", "cycle", "quota", "budget", "roster"]);
    if (one === "year") return [yearSheet(it, members, blocks, false)];
    if (one === "log") return [logSheet(it, members, blocks, false)];
    if (one === "cycle") return cycle(it, policy, members);
    if (one === "quota") return [quotaSheet(it, policy)];
    return one === "budget" ? [budgetSheet(it, policy)] : [rosterSheet(it, policy, members)];
  }
  const way = chance.pick(["ledger", "ledger", "roster", "money"]);
  if (way === "ledger") return [shared(logSheet(it, members, blocks, true)), shared(yearSheet(it, members, blocks, true))];
  if (way === "roster") return withRoster(it, policy, members, (there) => yearSheet(it, there, completeBlocks(it, there.length), false));
  return [quotaSheet(it, policy), budgetSheet(it, policy)];
}

function plain(it: Context, policy: string, many: boolean): Part[] {
  const { chance } = it;
  const members = crowd(it, policy, chance.int(5, 16), policy === "xiangxi-growth-plan" ? [1964, 1986] : [1968, 1999]);
  if (many) return policy === "xiangxi-growth-plan" && chance.chance(0.5) ? [quotaSheet(it, policy), budgetSheet(it, policy)] : withRoster(it, policy, members, (there) => cycle(it, policy, there)[0] ?? quotaSheet(it, policy));
  if (policy === "yueyang-school-based") return cycle(it, policy, members);
  const one = chance.pick(["roster", "cycle", "quota", "budget", "submissions"]);
  if (one === "roster") return [rosterSheet(it, policy, members)];
  if (one === "cycle") return cycle(it, policy, members);
  if (one === "quota") return [quotaSheet(it, policy)];
  return [one === "budget" ? budgetSheet(it, policy) : submissionSheet(it, policy)];
}

function plans(it: Context, policy: string): Part[] {
  const { chance } = it;
  const members = crowd(it, "plan", chance.int(5, 16), policy === "plan7" ? [1976, 1978] : [1968, 1999]);
  if (policy === "plan1") return [chance.chance(0.5) ? observationSheet(it, "plan1", members) : quotaSheet(it, "plan1")];
  if (policy === "plan2") return [observationSheet(it, "plan2", members)];
  if (policy === "plan7") return [compositeSheet(it, members)];
  return [chance.chance(0.65) ? yearOfPlan9(it, members) : quotaSheet(it, "plan9")];
}

/** What the first five hundred seeds do not draw. */
export function furtherParts(it: Context): { readonly policy: string; readonly parts: Part[] } {
  const { chance } = it;
  const way = chance.pick(["certificate", "certificate", "waived", "waived", "counties", "short dates", "whole year"]);
  if (way === "counties") return { policy: "zhaoqing-annual", parts: [countyQuota(it)] };
  if (way === "short dates") return { policy: "zhaoqing-annual", parts: [shortDates(it, crowd(it, "zhaoqing-annual", chance.int(4, 12)))] };
  const members = crowd(it, way === "whole year" ? "zhaoqing-annual" : "lanxi-2024-autumn", chance.int(5, 16));
  if (way === "certificate") return { policy: "lanxi-2024-autumn", parts: [certificateSheet(it, members)] };
  if (way === "waived") return { policy: "lanxi-2024-autumn", parts: [waivedScores(it, members)] };
  const blocks = completeBlocks(it, members.length);
  const parts = [rosterSheet(it, "zhaoqing-annual", members), yearSheet(it, members, blocks, true)];
  return { policy: "zhaoqing-annual", parts: it.isCsv ? [yearSheet(it, members, blocks, false)] : [...parts, logSheet(it, members, blocks, true)].map(shared) };
}

/** What only seeds from a thousand on draw. */
export function thirdParts(it: Context): { readonly policy: string; readonly parts: Part[]; readonly beside: boolean } {
  const { chance } = it;
  const policy = "lanxi-2024-autumn";
  const way = chance.pick(["evidence", "evidence", "total first", "halves", "wide"]);
  const members = crowd(it, policy, chance.int(6, 16));
  it.says.push(way);
  if (way === "evidence") return { policy, parts: [evidenceScores(it, members)], beside: false };
  if (way === "total first") return { policy, parts: [totalFirst(it, members)], beside: false };
  if (way === "halves") return { policy, parts: halves(it, members), beside: true };
  return { policy, parts: [wideSubmissions(it)], beside: false };
}

/** The tables of a book under this policy. */
export function partsOf(it: Context, policy: string, many: boolean): Part[] {
  if (policy === "lanxi-2024-autumn") return lanxi(it, many);
  if (policy === "zhaoqing-annual") return zhaoqing(it, many);
  return policy.startsWith("plan") ? plans(it, policy) : plain(it, policy, many);
}
