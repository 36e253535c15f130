/** In which of a rule's places (封开县 with a share of its own) a row lies: by its own words, else by what its table says of itself. */
import type { RuleOf } from "../policy/schema";
import type { Sheet } from "./context";
import type { Entry } from "./record";

type Quota = RuleOf<"quota">;

/** Every place that the rule or its policy knows, with the names it goes by. */
function knownPlaces(sheet: Sheet, rule: Quota): string[][] {
  const own = (rule.places ?? []).flatMap(({ names }) => names);
  const others = (sheet.judging.pack.localities ?? []).filter((name) => !own.includes(name));
  // 封开 is another name of 封开县.
  const full = own.filter((name) => !own.some((longer) => longer !== name && longer.startsWith(name)));
  return [...full, ...others].map((name) => [name, ...own.filter((short) => short !== name && name.startsWith(short))]);
}

/** The only known place that a text names; null where it names none or several. */
function onlyPlaceIn(text: string, places: readonly (readonly string[])[]): string | null {
  const [only, another] = places.filter((names) => names.some((name) => text.includes(name)));
  return only && another === undefined ? (only[0] ?? null) : null;
}

/** What the table is called and who made it: title, captions (制表单位：封开县教师发展中心), the sheet's name. */
function placeOfTable({ table }: Sheet, places: readonly (readonly string[])[]): string | null {
  for (const text of [table.title, ...table.captions.map((caption) => caption.text), table.sheet.name]) {
    const place = onlyPlaceIn(text, places);
    if (place !== null) return place;
  }
  return null;
}

const memory = new WeakMap<Sheet, Map<Quota, string>>();

function tablePlace(sheet: Sheet, rule: Quota): string {
  const own = memory.get(sheet) ?? new Map<Quota, string>();
  memory.set(sheet, own);
  const known = own.get(rule) ?? placeOfTable(sheet, knownPlaces(sheet, rule)) ?? "";
  own.set(rule, known);
  return known;
}

/** The place by which a row's share is looked up; rows of a county's own table (schools) lie in that county. */
export function placeForRule(sheet: Sheet, entry: Entry, rule: Quota): string {
  if (rule.places === undefined) return "";
  const written = `${entry.text("place")} ${entry.text("school")}`.trim();
  const isNamed = knownPlaces(sheet, rule).some((names) => names.some((name) => written.includes(name)));
  return isNamed ? written : tablePlace(sheet, rule);
}
