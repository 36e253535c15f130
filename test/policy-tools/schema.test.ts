/** The published JSON Schema is the one the software reads by, and says in Chinese what every field is. */
import published from "../../src/policy/pack.schema.json";
import words from "../../src/policy/schema-words.json";
import { packJsonSchema } from "../../src/policy/json-schema";
import { rowForms } from "../../src/policy/sheet/form";
import enUS from "../../src/cli/messages/en-US.json";
import zhCN from "../../src/cli/messages/zh-CN.json";
import { policy } from "./command";

interface Node {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
}

function propertiesOf(node: Node, path: string): (readonly [string, Node])[] {
  const own = Object.entries(node.properties ?? {}).map(([name, inner]) => [`${path}.${name}`, inner] as const);
  const inside = [node.items, ...(node.anyOf ?? []), ...(node.oneOf ?? [])].filter((inner) => inner !== undefined);
  return [
    ...own,
    ...own.flatMap(([name, inner]) => propertiesOf(inner, name)),
    ...inside.flatMap((inner, index) => propertiesOf(inner, `${path}${String(index)}`)),
  ];
}

const all = propertiesOf(packJsonSchema() as Node, "pack");

test("src/policy/pack.schema.json 与软件的格式一致（不一致时运行 npm run policy -- schema 重写）", async () => {
  expect(published).toEqual(packJsonSchema());
  expect(JSON.parse((await policy(["schema"])).out)).toEqual(published);
});

test("每一栏都有中文说明", () => {
  expect(all.length).toBeGreaterThan(200);
  expect(all.filter(([, node]) => !/[一-龥]/u.test(node.description ?? "")).map(([path]) => path)).toEqual([]);
});

test("每一类规则都说明是做什么的，没有多余的说明", () => {
  expect(Object.keys(words.kinds).sort()).toEqual([...rowForms.keys()].sort());
});

test("政策工具的话，两种语言一一对应", () => {
  const ours = (texts: object) => Object.keys(texts).filter((id) => id.startsWith("policy."));
  expect(ours(enUS)).toEqual(ours(zhCN));
});
