/**
 * ProcessQuery: resolves the object paths of one request, runs its actions in order until one fails, and answers.
 * As in Excel, what was done before the failing action stays done.
 */
import { Arguments } from "./arguments";
import { HostError } from "./errors";
import type { Faults } from "./faults";
import { type ClientMembers, onTheWire } from "./members";
import { type HostObject, own } from "./object";
import { queryObject, type QueryContext } from "./query";
import { type Action, ActionType, type ArgumentInfo, ObjectPathType, type QueryRequest, type QueryResponse, type WireRecord } from "./wire";

/** What the processor needs of the simulated Excel. */
export interface ProcessorHost {
  readonly members: ClientMembers;
  readonly faults: Faults;
  readonly references: References;
  root(): HostObject;
  service(name: string): HostObject | undefined;
}

/** Objects that the client keeps between requests, by reference id. */
export class References {
  private readonly objects = new Map<string, HostObject>();
  private readonly names = new WeakMap<HostObject, string>();
  private next = 1;

  keep(object: HostObject): string {
    const known = this.names.get(object);
    if (known !== undefined) return known;
    const name = `ref${this.next}`;
    this.next += 1;
    this.objects.set(name, object);
    this.names.set(object, name);
    return name;
  }

  find(name: string): HostObject {
    const object = this.objects.get(name);
    if (object === undefined) throw new HostError("InvalidReference", name);
    return object;
  }

  remove(name: string): void {
    this.objects.delete(name);
  }

  get count(): number {
    return this.objects.size;
  }
}

class Batch implements QueryContext {
  private readonly resolved = new Map<number, HostObject | null>();

  constructor(
    private readonly host: ProcessorHost,
    private readonly request: QueryRequest,
  ) {}

  get members(): ClientMembers {
    return this.host.members;
  }

  identify(object: HostObject): WireRecord {
    const values = object.members.identity?.() ?? {};
    if (object.members.keepsReference === true && this.request.AutoKeepReference === true) {
      values["_ReferenceId"] = this.host.references.keep(object);
    }
    return values;
  }

  touch(object: HostObject, member: string): void {
    this.host.faults.strikeMember(object.className, member);
  }

  private argumentsOf(info: ArgumentInfo | undefined): Arguments {
    const referenced = info?.ReferencedObjectPathIds ?? [];
    const values = (info?.Arguments ?? []).map((value, at) => {
      const path = referenced[at];
      return typeof path === "number" && path !== 0 ? this.resolve(path) : value;
    });
    return new Arguments(values);
  }

  private member<T>(object: HostObject, table: Readonly<Record<string, T>> | undefined, name: string): T {
    const found = own(table, name);
    if (found === undefined) throw new HostError("ApiNotFound", `the workbench does not implement ${object.className}.${name}`);
    this.touch(object, name);
    return found;
  }

  /** The object at a path; null for the client's null object and for all below it. */
  resolve(id: number): HostObject | null {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const object = this.follow(id);
    this.resolved.set(id, object);
    return object;
  }

  private follow(id: number): HostObject | null {
    const path = this.request.ObjectPaths[String(id)];
    if (path === undefined) throw new HostError("InvalidArgument", `no object path ${id}`);
    const name = path.Name ?? "";
    switch (path.ObjectPathType) {
      case ObjectPathType.global:
        return this.host.root();
      case ObjectPathType.newObject:
        return this.service(name);
      case ObjectPathType.reference:
        return this.host.references.find(name);
      case ObjectPathType.nullObject:
        return null;
      default:
        return this.below(path.ParentObjectPathId ?? 0, path.ObjectPathType, name, path.ArgumentInfo);
    }
  }

  private service(name: string): HostObject {
    const service = this.host.service(name);
    if (service === undefined) throw new HostError("ApiNotFound", `the workbench does not implement ${name}`);
    return service;
  }

  private below(parentId: number, type: number, name: string, info: ArgumentInfo | undefined): HostObject | null {
    const parent = this.resolve(parentId);
    if (parent === null) return null;
    const { members } = parent;
    switch (type) {
      case ObjectPathType.property:
        return this.member(parent, members.child, name)();
      case ObjectPathType.method:
        return this.member(parent, members.object, name)(this.argumentsOf(info));
      case ObjectPathType.indexer:
        if (members.item === undefined) throw new HostError("ApiNotFound", `${parent.className} has no indexer here`);
        this.touch(parent, "GetItem");
        return members.item(this.argumentsOf(info));
      default:
        throw new HostError("InvalidArgument", `object path type ${type}`);
    }
  }

  perform(action: Action): unknown {
    const object = this.resolve(action.ObjectPathId ?? 0);
    if (object === null) return null;
    switch (action.ActionType) {
      case ActionType.instantiate:
        return this.identify(object);
      case ActionType.query:
      case ActionType.queryAsJson:
        return queryObject(object, action.QueryInfo ?? {}, this);
      case ActionType.recursiveQuery:
        throw new HostError("ApiNotFound", "the workbench does not implement loadRecursive");
      case ActionType.method:
        return this.callMethod(object, action);
      case ActionType.setProperty:
        return this.setProperty(object, action.Name ?? "", this.argumentsOf(action.ArgumentInfo).raw(0));
      case ActionType.update:
        return this.update(object, action.ObjectState ?? {});
      case ActionType.ensureUnchanged:
        return null;
      default:
        throw new HostError("InvalidArgument", `action type ${action.ActionType}`);
    }
  }

  private callMethod(object: HostObject, action: Action): unknown {
    const name = action.Name ?? "";
    if (name === "_KeepReference") return { _ReferenceId: this.host.references.keep(object) };
    const result = this.member(object, object.members.call, name)(this.argumentsOf(action.ArgumentInfo));
    return result === undefined ? null : result;
  }

  private setProperty(object: HostObject, name: string, value: unknown): null {
    this.member(object, object.members.set, name)(value);
    return null;
  }

  private update(object: HostObject, state: Readonly<Record<string, unknown>>): null {
    for (const [name, value] of Object.entries(state)) this.setProperty(object, onTheWire(name), value);
    return null;
  }

  /** Where a failed action stood, as the client shows it in debugInfo.errorLocation. */
  locate(action: Action): string {
    const path = this.request.ObjectPaths[String(action.ObjectPathId ?? 0)];
    const own_ = this.resolved.get(action.ObjectPathId ?? 0);
    if (own_ !== undefined && own_ !== null) return `${own_.className}.${action.Name ?? ""}`.replace(/\.$/, "");
    const parent = this.resolved.get(path?.ParentObjectPathId ?? 0);
    return `${parent?.className ?? ""}.${path?.Name === undefined || path.Name === "" ? "getItem" : path.Name}`;
  }
}

function failure(error: unknown, batch: Batch, action: Action, index: number): QueryResponse["Error"] {
  const known = error instanceof HostError ? error : new HostError("GeneralException", String(error));
  return { Code: known.code, Message: known.message, Location: batch.locate(action), ActionIndex: index, HttpStatusCode: known.status };
}

/** Runs one request. */
export function processQuery(host: ProcessorHost, request: QueryRequest): QueryResponse {
  const response: QueryResponse = { Results: [], TraceIds: [] };
  const batch = new Batch(host, request);
  for (const [index, action] of request.Actions.entries()) {
    try {
      const isTrace = action.ActionType === ActionType.trace;
      response.Results.push({ ActionId: action.Id, Value: isTrace ? null : batch.perform(action) });
      if (isTrace) response.TraceIds.push(action.Id);
    } catch (error) {
      response.Error = failure(error, batch, action, index);
      break;
    }
  }
  return response;
}
