/**
 * Every place of the pane at its narrowest, 320 px: nothing to scroll sideways, nothing cut off, nothing in another language, nothing that axe
 * objects to; in the light, in the dark, and in a contrast theme of Windows (forced colours, by which the pane takes Fluent's
 * high-contrast theme). The walk in English is on a screen with two pixels a pixel: a pane of 640 px at a zoom of 200 %, which
 * is the same 320 px to the page; so WCAG's reflow is measured at both.
 */
import type { Browser, Frame } from "playwright-core";
import english from "../../src/taskpane/messages/en-US.json";
import chinese from "../../src/taskpane/messages/zh-CN.json";
import { narrowPane, openDesk, openPlace, type Desk } from "./desk";
import { openBrowser, picture } from "./harness";
import { cutOff, hanWords, untranslated, violations } from "./look";

const SAMPLE = "兰西教师考核-有问题.xlsx";
const ATTRIBUTES_OF_DATA = /兰西|肇庆|岳阳|湘西|教师考核|花名册|中小学|计划/;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

type Colours = "light" | "dark" | "forced";

/** Changes the colours and waits until they have changed; buttons fade from one to the other. */
async function lookIn({ page }: Desk, frame: Frame, colours: Colours): Promise<void> {
  await page.emulateMedia({
    colorScheme: colours === "dark" ? "dark" : "light",
    forcedColors: colours === "forced" ? "active" : "none",
    reducedMotion: "reduce",
  });
  await page.waitForTimeout(100);
  await frame.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== "running"));
}

/** One place: what is said of it in pictures, and how it is come to from the one before. */
type Place = readonly [string, (desk: Desk, say: (id: keyof typeof chinese) => string) => Promise<unknown>];

const tab =
  (id: "tab.statistics" | "tab.formulas" | "tab.submit"): Place[1] =>
  ({ pane }, say) =>
    pane.getByRole("tab", { name: say(id) }).click();

const places: readonly Place[] = [
  ["at rest", () => Promise.resolve()],
  [
    "with findings",
    async ({ pane }, say) => {
      await pane.getByRole("button", { name: say("check.run"), exact: true }).click();
      await pane.getByRole("listitem").first().waitFor();
    },
  ],
  [
    "with reasons open",
    ({ pane }, say) =>
      pane
        .getByRole("button", { name: say("list.why"), exact: true })
        .first()
        .click(),
  ],
  ["asking before marking", ({ pane }, say) => pane.getByRole("button", { name: say("mark.on"), exact: true }).click()],
  [
    "marked",
    async ({ pane }, say) => {
      await pane.getByRole("button", { name: say("question.go"), exact: true }).click();
      await pane.getByRole("button", { name: say("notice.close"), exact: true }).waitFor();
    },
  ],
  [
    "with an explanation being written",
    async ({ pane }, say) => {
      await pane.getByRole("button", { name: say("notice.close"), exact: true }).click();
      await pane.getByRole("searchbox").fill("姜");
      await pane
        .getByRole("button", { name: say("list.explain"), exact: true })
        .first()
        .click();
    },
  ],
  ["statistics", tab("tab.statistics")],
  ["formulas", tab("tab.formulas")],
  ["submit", tab("tab.submit")],
  ["the menu", ({ pane }, say) => pane.getByRole("button", { name: say("more.label"), exact: true }).click()],
];

/** What of the menu does something at once; the others are places. */
const DONE_AT_ONCE = ["more.clear", "more.everything"] as const;

const languages = [
  { locale: "zh-CN", texts: chinese, look: {}, colours: ["light", "dark", "forced"], foreign: untranslated },
  { locale: "en-US", texts: english, look: { locale: "en-US", scale: 2 }, colours: ["light"], foreign: hanWords(ATTRIBUTES_OF_DATA) },
] as const;

describe.each(languages)("$locale", ({ locale, texts, look, colours, foreign }) => {
  const say = (id: keyof typeof chinese): string => texts[id];
  let desk: Desk;
  let frame: Frame;

  beforeAll(async () => {
    desk = await openDesk(browser, SAMPLE, look);
    frame = await narrowPane(desk);
  });

  afterAll(async () => {
    await desk.page.context().close();
  });

  /** Everything that is wrong with what is shown now; nothing, if all is well. */
  async function faults(name: string): Promise<readonly string[]> {
    const found: string[] = [];
    await desk.page.waitForTimeout(150);
    found.push(...(await foreign(frame)));
    for (const colour of colours) {
      await lookIn(desk, frame, colour);
      await picture(desk.page.locator("#pane"), `narrow-${locale}-${name}-${colour}`);
      const measured = [...(await cutOff(frame)), ...(await violations(frame))];
      found.push(...measured.map((one) => `${colour}: ${one}`));
    }
    if (colours.length > 1) await lookIn(desk, frame, "light");
    return found;
  }

  test.each(places)("%s", async (name, go) => {
    await go(desk, say);
    expect(await faults(name)).toEqual([]);
  });

  test("every place behind ⋯", async () => {
    const { pane } = desk;
    const menu = pane.getByRole("group", { name: say("more.label") });
    const atOnce: readonly string[] = DONE_AT_ONCE.map(say);
    const names = (await menu.getByRole("button").allInnerTexts()).filter((name) => !atOnce.includes(name));
    const found: Record<string, readonly string[]> = {};
    for (const name of names) {
      await openPlace(desk, name, say("more.label"));
      await pane.getByRole("heading", { level: 2 }).first().waitFor();
      found[name] = await faults(name);
      await pane.getByRole("button", { name: say("overlay.back"), exact: true }).click();
    }
    expect(names.length).toBeGreaterThan(7);
    expect(Object.entries(found).filter(([, wrong]) => wrong.length > 0)).toEqual([]);
  });

  test("no error was logged on the way", () => {
    expect(desk.problems).toEqual([]);
  });
});
