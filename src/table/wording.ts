/**
 * What a header's text says once its typing is set aside: spaces, line breaks, brackets, numbering, full-width
 * characters, and the full score or unit written beside the name (心得体会（20分）, 学时/天).
 */
import words from "./words.json";

export interface Wording {
  /** The name without what stands in brackets: 心得体会. */
  readonly name: string;
  /** The name with it, brackets removed: 县（市、区） → 县市区. Equal to `name` where there are none. */
  readonly full: string;
  /** The parts of the content of a bracket at the end that are neither a score nor a unit. */
  readonly inside: readonly string[];
  /** 20 of 心得体会（20分）. */
  readonly points: number | null;
  /** 天 of 学时/天. */
  readonly unit: string | null;
  readonly counts: "times" | "points" | null;
}

const units = new Set(words.units);
const unitAlternatives = [...words.units].sort((a, b) => b.length - a.length).join("|");
const pointsPattern = /^(?:满分|共|占|计|分值|权重|标准分)?:?(\d+(?:\.\d+)?)(?:分|%)(?:满分|制)?$/;
const barePointsPattern = /^(?:满分|分值|标准分|权重):?(\d+(?:\.\d+)?)$/;
const endPointsPattern = /^(.*?\p{Script=Han})[/:_—-]?(?:满分|共|占|计)?:?(\d+(?:\.\d+)?)分$/u;
const slashPointsPattern = /^(.*?\p{Script=Han})\/(?:满分)?(\d{1,3})$/u;
const unitPattern = new RegExp(`^(?:单位:?)?(${unitAlternatives})$`);
/** 1000字以上, 不少于2节, 10学时: what is asked for, no part of the name. */
const threshold = new RegExp(`^(?:不少于|不低于|至少|每学期|≥|>=|达到?|满)?\\d+(?:\\.\\d+)?(?:${unitAlternatives})(?:及?以上|起|左右)?$`);
/** 每次5分, 2分/次, 每人次加1分: what one time is worth, neither a name nor a full score. */
const rate = /^(?:每(?:人次|[人次项场个])(?:加|奖|计|得)?\d+(?:\.\d+)?分|(?:加|奖|计|得)?\d+(?:\.\d+)?分\/(?:人次|[人次项场个]))$/u;
const numbering = /^(?:[①-⑳]|[(（]?[一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,3}[、.．,，](?!\d))/u;
const punctuation = /[^\p{L}\p{N}%/]+/gu;

/** NFKC, without any white space or invisible character. */
export function squeeze(text: string): string {
  return text.normalize("NFKC").replace(/[\s\u200b-\u200f\u2060\ufeff]+/gu, "");
}

/** Most names are nothing but unified Han characters, which stay as they are. */
const plainHan = /^[\u4e00-\u9fff]+$/;

/** Only letters and digits, in lower case: the form in which names are compared. */
export function bare(text: string): string {
  if (plainHan.test(text)) return text;
  return squeeze(text).replace(punctuation, "").replace(/\//g, "").toLowerCase();
}

function readPoints(part: string): number | null {
  const match = pointsPattern.exec(part) ?? barePointsPattern.exec(part);
  return match?.[1] === undefined ? null : Number(match[1]);
}

const bracket = /[([{<【〔《〈［（]([^()[\]{}<>【】〔〕《》〈〉［］（）]*)[)\]}>】〕》〉］）]/g;

function splitBrackets(text: string): { outside: string; inside: string[] } {
  const inside: string[] = [];
  const outside = text.replace(bracket, (_, content: string) => {
    inside.push(...content.split(/[,，;；、]/).filter((part) => part !== ""));
    return "";
  });
  return { outside, inside };
}

/** 次数 or 人次 says times, any other 分 says points. */
function countsOf(text: string): Wording["counts"] {
  if (/次[数數]|人次|[(（]次[)）]|\/次$/.test(text) && !/分[/每]/.test(text)) return "times";
  return /分/.test(text) ? "points" : null;
}

/** Whether a text without white space says only what one time is worth. */
export function isRate(text: string): boolean {
  return rate.test(text.replace(/[()（）]/g, ""));
}

interface Parts {
  outside: string;
  points: number | null;
  unit: string | null;
}

/** Takes a score or unit off the end of what stands outside of brackets. */
function trailing(text: string): Parts {
  const slash = text.lastIndexOf("/");
  if (slash > 0 && units.has(text.slice(slash + 1))) return { outside: text.slice(0, slash), points: null, unit: text.slice(slash + 1) };
  if (/\p{Script=Han}%$/u.test(text)) return { outside: text.slice(0, -1), points: null, unit: "%" };
  const score = endPointsPattern.exec(text) ?? slashPointsPattern.exec(text);
  if (score?.[1] !== undefined && score[2] !== undefined) return { outside: score[1], points: Number(score[2]), unit: null };
  return { outside: text, points: readPoints(text), unit: null };
}

/** A bracket at the end explains the name (学时（课时）); one inside of it is a part of it. */
const isGlossed = /[)\]}>】〕》〉］）]$/;

/** 中小学（幼儿园）教师总数（人） as 中小学幼儿园教师总数: what stands in brackets and is part of the name, in its place. */
function unfolded(text: string, parts: readonly string[]): string {
  return text.replace(bracket, (_, content: string) => (parts.some((part) => content.includes(part)) ? content : "")).replace(/:$/, "");
}

/** Reads one header cell. */
export function readWording(raw: string): Wording {
  const text = squeeze(raw.trim().replace(numbering, ""))
    .replace(/[*※★☆]/g, "")
    .replace(/^其中[:、,]?(?=.)/, "");
  const brackets = splitBrackets(text);
  const rest: string[] = [];
  let points: number | null = null;
  let unit: string | null = null;
  for (const part of brackets.inside) {
    const score = readPoints(part);
    const measure = unitPattern.exec(part);
    if (score !== null) points ??= score;
    else if (measure?.[1] !== undefined) unit ??= measure[1];
    else if (!threshold.test(part) && !rate.test(part)) rest.push(part);
  }
  const end = trailing(rate.test(brackets.outside) ? "" : brackets.outside.replace(/:$/, ""));
  const onlyPoints = end.points !== null && readPoints(end.outside) !== null;
  const name = onlyPoints ? "" : bare(end.outside);
  return {
    name,
    full: rest.length === 0 ? name : bare(trailing(unfolded(text, rest)).outside),
    inside: isGlossed.test(text) ? rest : [],
    points: points ?? end.points,
    unit: unit ?? end.unit,
    counts: countsOf(text),
  };
}
