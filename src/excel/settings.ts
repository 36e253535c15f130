/**
 * Our one custom XML part in the workbook: found by its namespace, read, merged where there are several, written. What
 * cannot be read is never lost: it is put aside, word for word, before anything is written in its place.
 */
import { LONGEST_SETTINGS, mergeKept, readSettings, SETTINGS_NAMESPACE, settingsXml, type Kept } from "../check/settings";
import type { Settings } from "../check/report";
import { hostFailure } from "./errors";
import { HostFailure } from "./host";
import { inExcel, onceMore } from "./session";

/** Where parts that could not be read are kept. */
export const ASIDE_NAMESPACE = "urn:kaohe:settings-aside:1";

/** Only these formats keep custom XML parts; a workbook that was never saved has no ending yet. */
const KEEPS_PARTS = /\.(?:xlsx|xlsm|xlsb|xltx|xltm)$/i;
const HAS_ENDING = /\.[A-Za-z]{2,5}$/;

/** One of our parts as it stands in the workbook. */
export interface Part {
  readonly part: Excel.CustomXmlPart;
  readonly xml: string;
}

function ours(context: Excel.RequestContext): Excel.CustomXmlPartScopedCollection {
  return context.workbook.customXmlParts.getByNamespace(SETTINGS_NAMESPACE);
}

/** All parts in our namespace, with their XML; two syncs. */
export async function keptParts(context: Excel.RequestContext): Promise<Part[]> {
  const found = ours(context);
  found.load("items/id");
  await context.sync();
  const texts = found.items.map((part) => ({ part, xml: part.getXml() }));
  if (texts.length > 0) await context.sync();
  return texts.map(({ part, xml }) => ({ part, xml: xml.value }));
}

/** The parts' texts as one text for whoever reads a workbook; null where there is none. */
export function oneXml(texts: readonly string[]): string | null {
  const [only] = texts;
  if (only === undefined) return null;
  if (texts.length === 1) return only;
  const readings = texts.map((text) => readSettings(text)).flatMap((reading) => (reading.ok ? [reading.kept] : []));
  return readings.length === 0 ? only : settingsXml(mergeKept(readings));
}

/** The settings XML of the workbook, for reading it. */
export async function workbookSettingsXml(context: Excel.RequestContext): Promise<string | null> {
  return oneXml((await keptParts(context)).map((part) => part.xml));
}

function allReadable(texts: readonly string[]): readonly Kept[] {
  return texts.map((text) => {
    const reading = readSettings(text);
    if (!reading.ok) throw new HostFailure({ id: "host.settings-broken" });
    return reading.kept;
  });
}

/** All that the workbook keeps for us; rejects with host.settings-broken where a part cannot be read. */
export async function loadKept(): Promise<Kept | null> {
  const texts = await inExcel({ attempt: "load", repeatable: true }, async (context) => (await keptParts(context)).map((part) => part.xml));
  return texts.length === 0 ? null : mergeKept(allReadable(texts));
}

export async function loadSettings(): Promise<Settings | null> {
  return (await loadKept())?.settings ?? null;
}

function asideXml(broken: string): string {
  const escaped = broken.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<kaohe-aside xmlns="${ASIDE_NAMESPACE}">${escaped}</kaohe-aside>`;
}

/** Rejects where the file's format cannot keep settings: nothing is written that could not be taken back later. */
export async function refuseOtherFormats(context: Excel.RequestContext): Promise<void> {
  context.workbook.load("name");
  await context.sync();
  const name = context.workbook.name;
  if (HAS_ENDING.test(name) && !KEEPS_PARTS.test(name)) throw new HostFailure({ id: "host.settings-format", values: { name } });
}

/** Queues one new part in the place of all ours; a broken one is first copied aside. */
export function queueKept(context: Excel.RequestContext, old: readonly Part[], kept: Kept): void {
  const xml = settingsXml(kept);
  if (xml.length > LONGEST_SETTINGS) throw new HostFailure({ id: "host.settings-too-large" });
  for (const { xml: text } of old) if (!readSettings(text).ok) context.workbook.customXmlParts.add(asideXml(text));
  queueTexts(context, old, [xml]);
}

/** Queues what makes our parts be these texts, whatever stands there now. */
export function queueTexts(context: Excel.RequestContext, now: readonly Part[], texts: readonly string[]): void {
  texts.forEach((text, index) => {
    const standing = now[index];
    if (standing === undefined) context.workbook.customXmlParts.add(text);
    else standing.part.setXml(text);
  });
  for (const { part } of now.slice(texts.length)) part.delete();
}

/** What the readable ones of our parts keep, as one. */
export function keptIn(old: readonly Part[]): Kept {
  return mergeKept(old.map((part) => readSettings(part.xml)).flatMap((reading) => (reading.ok ? [reading.kept] : [])));
}

async function putBack(texts: readonly string[]): Promise<void> {
  await inExcel({ attempt: "save", repeatable: true, writes: true }, async (context) => {
    queueTexts(context, await keptParts(context), texts);
    await context.sync();
  });
}

/** Saving broke off: the parts are made what they were. `old` is null where nothing was sent yet. */
async function afterPuttingBack(error: unknown, old: readonly Part[] | null): Promise<HostFailure> {
  if (old === null) return hostFailure(error, "save", "", "before");
  try {
    await onceMore(() => putBack(old.map((part) => part.xml)));
    return hostFailure(error, "save", "", "before");
  } catch {
    return hostFailure(error, "save", "", "partly");
  }
}

/** Changes what the workbook keeps, in one run, so that what another window saved meanwhile is not lost. */
export async function changeKept(change: (kept: Kept) => Kept): Promise<Kept> {
  let sent: readonly Part[] | null = null;
  try {
    return await inExcel({ attempt: "save", writes: true }, async (context) => {
      await refuseOtherFormats(context);
      const old = await keptParts(context);
      const kept = change(keptIn(old));
      queueKept(context, old, kept);
      sent = old;
      await context.sync();
      return kept;
    });
  } catch (error) {
    throw await afterPuttingBack(error, sent);
  }
}

export async function saveSettings(settings: Settings): Promise<void> {
  await changeKept((kept) => ({ ...kept, settings }));
}
