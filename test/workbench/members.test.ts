/** The workbench invents nothing: each class and member it offers is one that the genuine client knows. */
import { Arguments } from "../../src/workbench/protocol/arguments";
import { type ClassMembers, onTheWire } from "../../src/workbench/protocol/members";
import { HostObject } from "../../src/workbench/protocol/object";
import { clientMembers, startExcel, stopExcel } from "./office-client";

const members = clientMembers();
/** Arguments with which most methods give their object. */
const TRIES = [[], ["A1"], [0], [0, 0], [0, 0, 1, 1], ["Custom"], ["EdgeTop"], ["<a/>"], ["一", "=教师!A1"], ["成绩"], ["教师"], ["键", 1]];

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/** All objects that can be reached from one, one a class. */
function reach(object: HostObject, found: Map<string, HostObject[]>): void {
  const known = found.get(object.className) ?? [];
  if (known.length > 2) return;
  found.set(object.className, [...known, object]);
  const { child, object: makers, items, item } = object.members;
  const next = [
    ...Object.values(child ?? {}).map((make) => attempt(make)),
    ...Object.values(makers ?? {}).flatMap((make) => TRIES.map((values) => attempt(() => make(new Arguments(values))))),
    ...(attempt(() => items?.()) ?? []),
    ...TRIES.map((values) => attempt(() => item?.(new Arguments(values)))),
  ];
  for (const one of next) if (one instanceof HostObject) reach(one, found);
}

const camel = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1);

/** Names of one object that the client's class does not have. */
function invented({ className, members: tables }: HostObject, client: ClassMembers): string[] {
  const scalars = [...client.scalars.values()];
  const isScalar = (name: string): boolean => scalars.includes(name);
  const isMethod = (name: string): boolean => client.methods.has(name) || client.methods.has(onTheWire(name));
  return [
    ...Object.keys(tables.get ?? {}).filter((name) => !isScalar(name)),
    ...Object.keys(tables.set ?? {}).filter((name) => !isScalar(name)),
    ...Object.keys(tables.child ?? {}).filter((name) => !client.objects.has(camel(name))),
    ...[...Object.keys(tables.object ?? {}), ...Object.keys(tables.call ?? {})].filter((name) => !isMethod(name)),
  ].map((name) => `${className}.${name}`);
}

test("every class and member that the workbench offers is one of the client's", async () => {
  const excel = await startExcel({ sheets: { 教师: { rows: [["甲", 1]], tables: [{ name: "成绩", area: "A1:B1" }] } } });
  const found = new Map<string, HostObject[]>();
  reach(excel.host.root(), found);
  await stopExcel();
  expect(found.size).toBeGreaterThan(35);
  const wrong = [...found.values()].flat().flatMap((object) => {
    const client = members.get(object.className);
    return client === undefined ? [`class ${object.className}`] : invented(object, client);
  });
  expect([...new Set(wrong)]).toEqual([]);
});
