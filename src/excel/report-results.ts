/** The lines of 检查报告 that say who reports and what came out: units, pass rates, hours credited and hours lacking. Pure. */
import type { Report, ReportedResults } from "../check/report";
import { exact, show } from "../values/exact";
import type { Message } from "../values/message";

type Say = (id: string, values?: Message["values"]) => string;
type Line = readonly [label: string, text: string];

const figure = (value: number): string => show(exact(value), 2);

function passLines({ passes }: ReportedResults, say: Say): string[] {
  return passes.map(({ name, passed, failed, undecided }) => {
    const all = passed + failed;
    // Cut, not rounded: 99.96 % is not everybody.
    const rate = all === 0 ? "—" : (Math.floor((1000 * passed) / all) / 10).toFixed(1);
    return say("report.results.pass", { name, rate, passed, all, undecided });
  });
}

function creditLines({ credits }: ReportedResults, say: Say): string[] {
  if (credits === null) return [];
  const { unit, undecided } = credits;
  const groups = credits.groups
    .map(({ hours, persons }) => say("report.results.group", { hours: figure(hours), unit, persons }))
    .join("，");
  return [say("report.results.credits", { unit, total: figure(credits.total), groups, undecided })];
}

function hourLines({ hours }: ReportedResults, say: Say): string[] {
  return hours.map(({ name, unit, persons, short, lacking, undecided }) =>
    say("report.results.hours", { name, unit, done: persons - short - undecided, short, lacking: figure(lacking), undecided }),
  );
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

/** A policy's name with the day from which its text holds, where it is known. */
export function policyLine(title: string, version: string | null, say: Say): string {
  return version === null ? title : say("report.policy", { title, version });
}
