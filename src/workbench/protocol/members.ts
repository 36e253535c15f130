/**
 * The list of classes and members that the genuine client knows, read off its prototypes when it is loaded.
 * It is derived, never written down: so a name that Excel does not have can be told from one that the workbench lacks.
 */

export interface ClassMembers {
  /** Scalar properties: name as typed in load() → name on the wire. */
  readonly scalars: ReadonlyMap<string, string>;
  readonly settable: ReadonlySet<string>;
  readonly objects: ReadonlySet<string>;
  /** Methods, under their names on the wire. */
  readonly methods: ReadonlySet<string>;
}

export type ClientMembers = ReadonlyMap<string, ClassMembers>;

/** The name on the wire of a member of the client. */
export const onTheWire = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === "string") : []);

/** Reads a getter of a prototype; most throw without an instance, and are then no list of names. */
function listed(prototype: object, name: string): unknown {
  try {
    return Reflect.get(prototype, name);
  } catch {
    return undefined;
  }
}

const isMethod = (prototype: object, name: string): boolean =>
  typeof Object.getOwnPropertyDescriptor(prototype, name)?.value === "function";

function membersOf(prototype: object): ClassMembers {
  const names = texts(listed(prototype, "_scalarPropertyNames"));
  const wire = texts(listed(prototype, "_scalarPropertyOriginalNames"));
  const updateable = listed(prototype, "_scalarPropertyUpdateable");
  const isSettable = (at: number): boolean => Array.isArray(updateable) && updateable[at] === true;
  return {
    scalars: new Map(names.map((name, at) => [name, wire[at] ?? onTheWire(name)])),
    settable: new Set(names.filter((_, at) => isSettable(at))),
    objects: new Set(texts(listed(prototype, "_navigationPropertyNames"))),
    methods: new Set(
      Object.getOwnPropertyNames(prototype)
        .filter((name) => isMethod(prototype, name))
        .map(onTheWire),
    ),
  };
}

/** @param namespace the global `Excel` of the loaded client. */
export function readMembers(namespace: object): ClientMembers {
  const classes = new Map<string, ClassMembers>();
  for (const constructor of Object.values(namespace)) {
    const prototype: unknown = typeof constructor === "function" ? Reflect.get(constructor, "prototype") : undefined;
    if (typeof prototype !== "object" || prototype === null) continue;
    const name = listed(prototype, "_className");
    if (typeof name === "string") classes.set(name, membersOf(prototype));
  }
  return classes;
}
