/**
 * Where the clerk is, tab and filter: remembered on this computer by the workbook's name, so that reopening goes on there.
 */
import type { Level } from "../../check/report";
import { levels } from "../findings/arrange";
import { noFilter, type Filter } from "../findings/filter";
import { tabs, type Tab } from "../shell/places";
import { currentSession, type Session } from "../session";

const SLOT = "place";
/** So many workbooks are remembered, the latest ones. */
const MOST = 40;
const LONGEST_NAME = 255;

/** A workbook's name, and the place in it. */
type Place = readonly [string, Tab, Level | null, string | null];

function parsed(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return null;
  }
}

/** Whoever else writes into the store: what is not a place of ours is passed over. */
function placeIn(entry: unknown): Place[] {
  if (!Array.isArray(entry)) return [];
  const parts: readonly unknown[] = entry;
  const [name, tab, level, sheet] = parts;
  const known = tabs.find((one) => one === tab);
  if (typeof name !== "string" || known === undefined) return [];
  return [[name, known, levels.find((one) => one === level) ?? null, typeof sheet === "string" ? sheet : null]];
}

function placesIn({ ports }: Session): Place[] {
  const kept = parsed(ports.memory.read(SLOT) ?? "null");
  return Array.isArray(kept) ? kept.slice(0, MOST).flatMap(placeIn) : [];
}

/** What is not remembered: words searched for, and what belongs to one check only. */
function remember(session: Session): void {
  const { fileName, tab, filter } = session.store.get();
  if (fileName === "" || fileName.length > LONGEST_NAME) return;
  const others = placesIn(session).filter(([name]) => name !== fileName);
  const places: Place[] = [[fileName, tab, filter.level, filter.sheet], ...others];
  session.ports.memory.write(SLOT, JSON.stringify(places.slice(0, MOST)));
}

export function goTo(tab: Tab, session: Session = currentSession()): void {
  session.store.set({ tab });
  remember(session);
}

export function filterBy(filter: Filter, session: Session = currentSession()): void {
  session.store.set({ filter });
  remember(session);
}

/** A workbook opened again is shown where the clerk left it. */
export function restorePlace(session: Session): void {
  const { fileName } = session.store.get();
  const place = placesIn(session).find(([name]) => name === fileName);
  if (place === undefined) return;
  const [, tab, level, sheet] = place;
  session.store.set({ tab, filter: { ...noFilter, level, sheet } });
}
