import fc from "fast-check";
import { mergeKept, NOTHING_KEPT, readSettings, SETTINGS_NAMESPACE, settingsXml, type Kept } from "../../src/check/settings";

const kept: Kept = {
  settings: {
    policy: "lanxi-2024-autumn",
    mapping: { 教师考核: { B: "name", F: "" } },
    readings: { "lanxi.teacher.bonus/role": "listed" },
    explanations: { "score.borderline|张三": { text: "已核对 <原件> & “签名” ]]>", by: "李主任", at: "2024-12-01T09:00:00Z" } },
  },
  ledger: [
    {
      step: "s1",
      action: "fix",
      at: "2024-12-01T09:00:00Z",
      sheet: "教师考核",
      cell: "D7",
      before: { content: "１８", format: "@" },
      after: { content: 18, format: "General" },
    },
    {
      step: "s1",
      action: "fix",
      at: "2024-12-01T09:00:00Z",
      sheet: "教师考核",
      cell: "D8",
      before: { content: { formula: '=A1&"<"' }, format: "General" },
      after: { content: null, format: "General" },
    },
  ],
  frozen: [
    {
      step: "f1",
      at: "2024-12-01T09:00:00Z",
      sheet: "教师考核",
      cell: "L5",
      formula: '=KAOHE.PASSED("兰西2024秋","教师",K5:K6)',
      spilled: true,
      values: [["合格"], [{ error: "#N/A" }]],
    },
  ],
};

const read = (xml: string): Kept => {
  const reading = readSettings(xml);
  if (!reading.ok) throw new Error(reading.why);
  return reading.kept;
};

test("settings, ledger and frozen formulas come back as they were", () => expect(read(settingsXml(kept))).toEqual(kept));

test("any text that a clerk may type comes back as it was", () => {
  const text = fc.string({ unit: "binary", maxLength: 40 });
  fc.assert(
    fc.property(text, text, (key, words) => {
      const one: Kept = {
        ...NOTHING_KEPT,
        settings: { mapping: {}, readings: {}, explanations: { [`k${key}`]: { text: words, by: "", at: "" } } },
      };
      const xml = settingsXml(one);
      expect(xml).not.toMatch(/[\u0000-\u001f\ufffe\uffff]/);
      expect(read(xml)).toEqual(one);
    }),
  );
});

test.each([
  ["with an XML declaration and spaces", (xml: string) => `\ufeff<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n${xml}\r\n`],
  ["with a prefix of its own", (xml: string) => xml.replace("<kaohe xmlns=", "<ns0:kaohe xmlns:ns0=").replace("</kaohe>", "</ns0:kaohe>")],
  [
    "as a CDATA section",
    (xml: string) =>
      xml.replace(
        />(.*)</s,
        (_, inner: string) =>
          `><![CDATA[${inner.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&").replaceAll("]]>", "]]]]><![CDATA[>")}]]><`,
      ),
  ],
  [
    "with quotes escaped and single-quoted attributes",
    (xml: string) => xml.replaceAll('"', "&quot;").replace(/xmlns=&quot;([^&]+)&quot;/, "xmlns='$1'"),
  ],
  ["with numeric references", (xml: string) => xml.replaceAll("教", "&#x6559;").replaceAll("师", "&#24072;")],
])("another program may save the part %s", (_how, change) => expect(read(change(settingsXml(kept)))).toEqual(kept));

test.each([
  ["nothing", "", "foreign"],
  ["another element", '<note xmlns="urn:x"/>', "foreign"],
  ["our element of another version", '<kaohe xmlns="urn:kaohe:settings:2">{}</kaohe>', "foreign"],
  ["a document type", `<!DOCTYPE kaohe [<!ENTITY a "b">]><kaohe xmlns="${SETTINGS_NAMESPACE}">&a;</kaohe>`, "foreign"],
  ["an empty element", `<kaohe xmlns="${SETTINGS_NAMESPACE}"/>`, "damaged"],
  ["half of it", settingsXml(kept).slice(0, 200), "damaged"],
  ["other elements inside", `<kaohe xmlns="${SETTINGS_NAMESPACE}"><a/></kaohe>`, "damaged"],
  ["other JSON", `<kaohe xmlns="${SETTINGS_NAMESPACE}">[1,2]</kaohe>`, "damaged"],
  ["a key that we do not know", settingsXml(kept).replace('"readings"', '"reading"'), "damaged"],
  ["too much", `<kaohe xmlns="${SETTINGS_NAMESPACE}">${"x".repeat(9_000_000)}</kaohe>`, "too-large"],
])("%s is refused, and nothing breaks", (_what, xml, why) => expect(readSettings(xml)).toEqual({ ok: false, why }));

test("hostile XML is refused at once", () => {
  const started = Date.now();
  for (const xml of [
    `<kaohe ${"a='' ".repeat(200_000)}>`,
    "<".repeat(1_000_000),
    `<kaohe xmlns="${SETTINGS_NAMESPACE}">${"&".repeat(500_000)}</kaohe>`,
    `<kaohe xmlns="${SETTINGS_NAMESPACE}">${"[".repeat(500_000)}</kaohe>`,
  ]) {
    expect(readSettings(xml).ok).toBe(false);
  }
  expect(Date.now() - started).toBeLessThan(1000);
});

test("a prototype key in the JSON changes nothing outside", () => {
  const xml = settingsXml(kept).replace('"mapping":{', '"mapping":{"__proto__":{"A":"polluted"},');
  readSettings(xml);
  expect(Reflect.get({}, "A")).toBeUndefined();
});

test("two parts become one, the first one's word counts", () => {
  const other: Kept = {
    settings: { mapping: { 教师考核: { B: "school", C: "total" }, 学校: { A: "name" } }, readings: { r: "x" }, explanations: {} },
    ledger: kept.ledger,
    frozen: [],
  };
  const one = mergeKept([kept, other]);
  expect(one.settings.policy).toBe("lanxi-2024-autumn");
  expect(one.settings.mapping).toEqual({ 教师考核: { B: "name", C: "total", F: "" }, 学校: { A: "name" } });
  expect(one.settings.readings).toEqual({ ...kept.settings.readings, r: "x" });
  expect(one.ledger).toEqual(kept.ledger);
});
