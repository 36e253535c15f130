/** Packs made up from the schema itself, every field of every kind in turn, with the marks that a cell's own spelling uses. */
import fc from "fast-check";
import * as z from "zod/mini";
import { packSchema, ruleSchema, tableSchema, type Pack } from "../../src/policy/schema";

type Json = z.core.JSONSchema.JSONSchema;
type Struct = Record<string, unknown>;

const marks = [..."、，,；;：:\\〔〕（）空未定 /=+-@'\"\n1８国教师学时{}<>【】|%.𠮷"];
const text = fc
  .string({ unit: fc.constantFrom(...marks), minLength: 1, maxLength: 12 })
  .filter((value) => value.trim() === value && value !== "");
const key = fc.stringMatching(/^[a-z0-9]{1,6}(?:[.-][a-z0-9]{1,6}){0,2}$/);
const two = (number: number): string => String(number).padStart(2, "0");
const yearlyDay = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, day]) => `${two(month)}-${two(day)}`);
const day = fc.tuple(fc.integer({ min: 1950, max: 2050 }), yearlyDay).map(([year, rest]) => `${String(year)}-${rest}`);
/** Names that reach into JavaScript's own objects are refused in a pack; fast-check likes to make them. */
const forbiddenName = /"(?:__proto__|constructor|prototype)":/u;
const anyJson = fc
  .jsonValue({ maxDepth: 3, noUnicodeString: false })
  .filter((value) => !forbiddenName.test(JSON.stringify(value)))
  .map((value): unknown => JSON.parse(JSON.stringify(value)));

function json(schema: Json | boolean | undefined): Json {
  return typeof schema === "object" ? schema : {};
}

function strings(pattern: string | undefined): fc.Arbitrary<string> {
  if (pattern === undefined) return text;
  if (pattern.startsWith("^[a-z0-9]")) return key;
  if (pattern.startsWith("^\\d{4}")) return day;
  if (pattern.startsWith("^(?:0[1-9]")) return yearlyDay;
  if (pattern.startsWith("^[A-Z]")) return fc.constantFrom("PASSED", "TEACHERSCORE", "AGE");
  return fc.stringMatching(new RegExp(pattern));
}

function objects(schema: Json): fc.Arbitrary<unknown> {
  const names = fc.stringMatching(/^[a-zA-Z0-9]{1,8}$/);
  if (schema.properties === undefined) return fc.dictionary(names, of(json(schema.additionalProperties)), { maxKeys: 4 });
  const entries = Object.entries(schema.properties).map(([name, property]) => [name, of(json(property))] as const);
  return fc.record(Object.fromEntries(entries), { requiredKeys: schema.required ?? [] });
}

/** Any value that the schema allows. */
function of(schema: Json): fc.Arbitrary<unknown> {
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (choices.length > 0) return fc.oneof(...choices.map((choice) => of(json(choice))));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case "null":
      return fc.constant(null);
    case "string":
      return strings(schema.pattern);
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 10 });
    case "number":
      return fc.double({ min: 0, max: schema.maximum ?? 1e9, noNaN: true }).map((value) => value + 0);
    case "array": {
      const items = Array.isArray(schema.items) ? {} : json(schema.items);
      return fc.array(of(items), { minLength: schema.minItems ?? 0, maxLength: Math.max(schema.minItems ?? 0, 2) });
    }
    case "object":
      return objects(schema);
    default:
      return anyJson;
  }
}

function isStruct(value: unknown): value is Struct {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The rules that made-up rules refer to. */
const clause = { at: "一", quote: "原文" };
const grounds = [
  { id: "ground.item", kind: "rubric", name: "基础项目", clause, of: "teacher", points: 20 },
  { id: "ground.pass", kind: "pass", name: "基础合格线", clause, of: "teacher", line: 60 },
  { id: "ground.pass-2", kind: "pass", name: "第二合格线", clause, of: "teacher", line: 80 },
  { id: "ground.hours", kind: "hours", name: "基础学时", clause, hours: 90, period: "year" },
];

const references: Readonly<Record<string, Struct>> = {
  rubric: { of: "teacher" },
  mean: { of: "teacher", source: "teacher" },
  bonus: { of: "teacher" },
  "all-of": { rules: ["ground.pass", "ground.pass-2"] },
  grant: { pass: "ground.pass" },
};

function soundReadings(readings: unknown): unknown {
  if (!Array.isArray(readings)) return undefined;
  return readings.filter(isStruct).map((reading, index) => {
    const options = Array.isArray(reading["options"]) ? reading["options"].filter(isStruct) : [];
    const own = options.map((option, at) => ({ ...option, value: `value-${String(at)}` }));
    return { ...reading, id: `reading-${String(index)}`, options: own, chosen: own[index % own.length]?.value };
  });
}

function inOrder(a: unknown, b: unknown): [unknown, unknown] {
  return String(a) <= String(b) ? [a, b] : [b, a];
}

/** The rule with references that lead somewhere and limits in their order; all else stays as it was made up. */
function sound(rule: Struct, index: number): Struct {
  const kind = String(rule["kind"]);
  const out: Struct = { ...rule, ...references[kind], id: `made-${String(index)}.rule`, name: `${String(rule["name"])}${String(index)}` };
  if (out["readings"] !== undefined) out["readings"] = soundReadings(out["readings"]);
  if (kind === "hours" && out["of"] !== undefined) out["of"] = "ground.hours";
  if (["quota", "deadline", "evidence"].includes(kind) && out["of"] !== undefined) out["of"] = "ground.item";
  if (isStruct(out["when"]) && kind === "consequence") out["when"] = { ...out["when"], rule: "ground.pass" };
  if (isStruct(out["eachYear"]) && "rule" in out["eachYear"]) out["eachYear"] = { rule: "ground.hours" };
  if (isStruct(out["due"]) && "from" in out["due"]) [out["due"]["from"], out["due"]["to"]] = inOrder(out["due"]["from"], out["due"]["to"]);
  if (Array.isArray(out["parts"])) out["parts"] = out["parts"].filter(isStruct).map((part) => ({ ...part, share: null }));
  if (kind === "quota" || kind === "evidence") delete out["max"];
  if (Array.isArray(out["bands"])) out["bands"] = out["bands"].slice(0, 1).map((band: unknown) => withoutUpper(band));
  if (Array.isArray(out["anyOf"])) out["anyOf"] = out["anyOf"].map((who: unknown) => withoutLimits(who));
  return out;
}

function withoutLimits(who: unknown): unknown {
  if (!isStruct(who)) return who;
  return Object.fromEntries(Object.entries(who).filter(([name]) => name !== "maxAge" && name !== "belowAge"));
}

function withoutUpper(band: unknown): unknown {
  return isStruct(band) ? { ...band, who: withoutLimits(band["who"]) } : band;
}

function soundHead(head: Struct): Struct {
  const out: Struct = { ...head };
  delete out["extends"];
  delete out["removes"];
  if (isStruct(out["valid"]) && "from" in out["valid"] && "to" in out["valid"]) {
    const [from, to] = inOrder(out["valid"]["from"], out["valid"]["to"]);
    out["valid"] = { from, to };
  }
  return out;
}

const headSchema = z.toJSONSchema(packSchema);

/** A sound pack with one rule of the kind asked for (or some of any kind), everything else made up. */
export function randomPack(kind: string): fc.Arbitrary<Pack> {
  const shape = json(z.toJSONSchema(ruleSchema))
    .oneOf?.map(json)
    .find((one) => json(one.properties?.["kind"]).const === kind);
  if (shape === undefined) throw new Error(`no such kind: ${kind}`);
  const tables = fc.uniqueArray(of(z.toJSONSchema(tableSchema)).filter(isStruct), { maxLength: 2, selector: (table) => table["kind"] });
  return fc
    .tuple(of(headSchema).filter(isStruct), fc.array(of(shape).filter(isStruct), { minLength: 1, maxLength: 3 }), tables)
    .map(([head, rules, made]) =>
      packSchema.parse({
        ...soundHead(head),
        tables: made.map((table) => ({ ...table, rules: ["ground.item", "made-0.rule"] })),
        rules: [...grounds, ...rules.map(sound)],
      }),
    );
}
