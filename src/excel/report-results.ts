/** The lines of 检查报告 that say who reports and what came out: units, pass rates, hours credited and hours lacking. Pure. */
import type { Report, ReportedResults } from "../check/report";
import type { Pack } from "../policy/schema";
import type { Message } from "../values/message";
import { figureText, judgedBy, rateOf } from "./figure-text";

type Say = (id: string, values?: Message["values"]) => string;
type Line = readonly [label: string, text: string];

function passLines({ passes }: ReportedResults, say: Say): string[] {
  return passes.map(({ name, line, passed, failed, undecided }) => {
    const all = passed + failed;
    const values = { name: judgedBy(name), passed, all, failed, undecided };
    // Nobody could be judged: a rate of nothing is none.
    if (all === 0) return say("report.results.open", values);
    // What has no line and is decided all the same is a certificate.
    const id = line === null ? "report.results.certificate" : "report.results.pass";
    return say(id, { ...values, rate: rateOf(passed, all).toFixed(1) });
  });
}

function creditLines({ credits }: ReportedResults, say: Say): string[] {
  if (credits === null) return [];
  const { unit, undecided } = credits;
  const groups = credits.groups
    .map(({ hours, persons }) => say("report.results.group", { hours: figureText(hours), unit, persons }))
    .join("，");
  return [say("report.results.credits", { unit, total: figureText(credits.total), groups, undecided })];
}

function hourLines({ hours }: ReportedResults, say: Say): string[] {
  return hours.map(({ name, unit, due, mean, persons, short, lacking, undecided }) => {
    if (due === null) return say("report.results.hours-open", { name, unit, mean: figureText(mean) });
    return say("report.results.hours", { name, unit, done: persons - short - undecided, short, lacking: figureText(lacking), undecided });
  });
}

/** With what each policy gave, one statement a line; nothing where the report carries no summary. */
export function resultLines({ summary }: Report, say: Say): Line[] {
  if (summary === undefined) return [];
  const results = summary.results.flatMap((result) => [
    say("report.results.policy", { policy: result.policy, persons: result.persons, waived: result.waived }),
    ...passLines(result, say),
    ...creditLines(result, say),
    ...hourLines(result, say),
  ]);
  return [["report.results", results.join("\n")]];
}

/** Who reports. */
export function unitLines({ summary }: Report, say: Say): Line[] {
  if (summary === undefined || summary.units.length === 0) return [];
  return [["report.unit", say("report.units", { units: summary.units.join("、"), more: summary.moreUnits ? "yes" : "no" })]];
}

/** An ISO day as clerks write it. */
export function dayLine(iso: string, say: Say): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return say("report.day", { year, month: Number(month), day: Number(day) });
}

/** A policy's title with the day of its text: when it was issued, else from when it holds. */
export function policyLine({ title, issued, valid }: Pick<Pack, "title" | "issued" | "valid">, say: Say): string {
  if (issued !== undefined) return say("report.policy-issued", { title, day: dayLine(issued, say) });
  const from = valid?.from;
  return from === undefined ? title : say("report.policy", { title, day: dayLine(from, say) });
}
