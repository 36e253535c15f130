/** What the columns of a kind of sheet are for: which name a record's subject, which hold what is judged. */
import type { Rule, TableKind } from "../policy/schema";
import type { RowPlan } from "./row-kind";
import type { Column } from "./table";
import type { Vocabulary } from "./vocabulary";
import type { Area } from "./workbook";

const identityKeys: Readonly<Record<TableKind, readonly string[]>> = {
  roster: ["name", "id"],
  "teacher-assessment": ["name", "id"],
  "school-assessment": ["school", "name"],
  "hours-log": ["name", "project", "date", "id"],
  "hours-year": ["name", "id"],
  "hours-cycle": ["name", "id"],
  quota: ["place", "school", "project"],
  budget: ["school", "place", "project"],
  submissions: ["project", "school", "name"],
  observation: ["name", "project", "id"],
};

/** Fields that describe whom or what a record is about; a form printed for filling in may have them already. */
const describing = new Set([
  "number",
  "name",
  "id",
  "sex",
  "birth",
  "school",
  "stage",
  "subject",
  "role",
  "title",
  "note",
  "phone",
  "place",
  "whole",
  "base",
  "share",
]);

const standIns = ["school", "birth", "phone", "role", "subject", "place"];

const personLength = 15;
const subjectLength = 40;

/** The full scores of a rubric's items, by column. */
function pointsOf(columns: readonly Column[], rules: readonly Rule[]): ReadonlyMap<number, number> {
  const points = new Map(
    rules.flatMap((rule) => (rule.kind === "rubric" || rule.kind === "mean" ? [[rule.id, rule.points] as const] : [])),
  );
  return new Map(columns.flatMap(({ key, index }) => (key !== null && points.has(key) ? [[index, points.get(key) ?? 0] as const] : [])));
}

function daysOf(columns: readonly Column[], rules: readonly Rule[]): readonly number[] {
  const deadlines = new Set(rules.flatMap(({ kind, id }) => (kind === "deadline" ? [id] : [])));
  const isOfDays = ({ key }: Column): boolean => key === "date" || key === "birth" || (key !== null && deadlines.has(key));
  return columns.flatMap((column) => (isOfDays(column) ? [column.index] : []));
}

export function planOf({ entry: { kind }, rules }: Vocabulary, header: Area, columns: readonly Column[]): RowPlan {
  const at = (key: string): number[] => columns.flatMap((column) => (column.key === key ? column.index : []));
  const chief = identityKeys[kind].flatMap(at);
  // Where the names stand under a header we do not know, what else tells whom a row is about.
  const identity = chief.length > 0 ? chief : standIns.flatMap(at).slice(0, 2);
  const judged = columns.flatMap((column) =>
    column.key !== null && !describing.has(column.key) && !identity.includes(column.index) ? column.index : [],
  );
  const named = columns.some((column) => column.key === "name" && column.index === identity[0]);
  return {
    header,
    number: at("number")[0] ?? null,
    identity,
    judged,
    days: daysOf(columns, rules),
    points: pointsOf(columns, rules),
    longest: named ? personLength : subjectLength,
    names: named ? "persons" : "others",
  };
}

/** The plan for a block whose columns mean nothing to us: its second and first columns name the row. */
export function blindPlan(header: Area): RowPlan {
  const columns = Array.from({ length: header.right - header.left + 1 }, (_, at) => header.left + at);
  return {
    header,
    number: null,
    identity: columns.slice(0, 2),
    judged: columns.slice(2),
    longest: subjectLength,
    names: "others",
    days: [],
    points: new Map(),
  };
}
