/**
 * What a report tells of the results beside its findings: who hands it in, pass and credit statistics. Added to a report
 * when it is written down, because working it out takes as long as looking at 统计.
 */
import { eachRecord, type CheckContext } from "./context";
import { schoolOf } from "./people";
import type { Report, ReportSummary } from "./report";
import { statisticsSteps } from "./statistics";

/** More units than these are counted, not named. */
const MOST_UNITS = 6;

/** The units that the captions name, else those of the records. */
function* unitsOf(context: CheckContext): Generator<void, string[]> {
  const units = new Set<string>();
  for (const sheet of context.sheets) {
    const caption = sheet.table.captions.find(({ key, text }) => key === "school" && text.trim() !== "");
    if (caption) units.add(caption.text.trim());
    if (caption || units.size > MOST_UNITS) continue;
    yield* eachRecord(sheet, (entry) => {
      const school = units.size > MOST_UNITS ? "" : schoolOf(entry);
      if (school !== "") units.add(school);
    });
  }
  return [...units];
}

/** The report with its summary, in short steps. */
export function* summarySteps(report: Report, context: CheckContext): Generator<void, Report> {
  const { policies } = yield* statisticsSteps(context);
  const units = yield* unitsOf(context);
  const results = policies.map(({ name, policy, all }): ReportSummary["results"][number] => {
    const pack = context.packs.find(({ id }) => id === policy);
    return {
      policy: name,
      version: pack?.issued ?? pack?.valid?.from ?? null,
      persons: all.persons,
      waived: all.waived,
      passes: all.passes,
      credits: all.credits,
      hours: all.hours,
    };
  });
  return { ...report, summary: { units: units.slice(0, MOST_UNITS), moreUnits: units.length > MOST_UNITS, results } };
}
