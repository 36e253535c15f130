/** The assessments of a workbook's records, each worked out once. */
import { assess, rubricOf, type Assessment } from "./assessment";
import { sheetsOfKind, type CheckContext, type Sheet } from "./context";
import { directoryOf, personOf, type Directory } from "./people";
import type { Entry } from "./record";

interface Known {
  readonly byEntry: WeakMap<Entry, Assessment>;
  readonly rosters: readonly Directory[];
}

const knownOf = new WeakMap<CheckContext, Known>();

function known(context: CheckContext): Known {
  const found = knownOf.get(context);
  if (found) return found;
  const rosters = sheetsOfKind(context, "roster").map(directoryOf);
  const fresh = { byEntry: new WeakMap<Entry, Assessment>(), rosters };
  knownOf.set(context, fresh);
  return fresh;
}

/** The persons of each roster of the workbook. */
export function rostersOf(context: CheckContext): readonly Directory[] {
  return known(context).rosters;
}

/** The person's role: from the record itself, else from the roster. Null where no table has such a column. */
export function roleIn(context: CheckContext, entry: Entry): string | null {
  if (entry.cell("role")) return entry.text("role");
  const person = personOf(entry);
  if (!person) return null;
  for (const roster of known(context).rosters) {
    const [listed] = roster.find(person);
    if (listed?.cell("role")) return listed.text("role");
  }
  return null;
}

export function assessed(context: CheckContext, sheet: Sheet, entry: Entry): Assessment {
  const { byEntry } = known(context);
  const found = byEntry.get(entry);
  if (found) return found;
  const of = rubricOf(sheet) ?? "teacher";
  const assessment = assess(sheet, entry, of, (each) => roleIn(context, each));
  byEntry.set(entry, assessment);
  return assessment;
}
