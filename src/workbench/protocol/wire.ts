/**
 * The shapes of ProcessQuery as the genuine client sends and expects them (observed, see the probes of the project).
 * Only parsing and types of the envelope live here; arguments stay unknown until the called object reads them.
 */
import { z } from "zod/mini";

/** What an action does; 5 to 9 in the client's own numbering. */
export const ActionType = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  recursiveQuery: 6,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

export const ObjectPathType = {
  global: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

const argumentInfo = z.object({
  Arguments: z.optional(z.nullable(z.array(z.unknown()))),
  ReferencedObjectPathIds: z.optional(z.nullable(z.array(z.unknown()))),
});

const queryInfo = z.object({
  Select: z.optional(z.array(z.string())),
  Expand: z.optional(z.array(z.string())),
  Top: z.optional(z.number()),
  Skip: z.optional(z.number()),
});

const recursiveQueryInfo = z.object({
  Queries: z.record(z.string(), queryInfo),
  MaxDepth: z.optional(z.nullable(z.number())),
});

const action = z.object({
  Id: z.number(),
  ActionType: z.number(),
  Name: z.optional(z.string()),
  ObjectPathId: z.optional(z.number()),
  ArgumentInfo: z.optional(argumentInfo),
  QueryInfo: z.optional(z.nullable(queryInfo)),
  RecursiveQueryInfo: z.optional(recursiveQueryInfo),
  ObjectState: z.optional(z.record(z.string(), z.unknown())),
});

const objectPath = z.object({
  Id: z.number(),
  ObjectPathType: z.number(),
  Name: z.optional(z.string()),
  ParentObjectPathId: z.optional(z.number()),
  ArgumentInfo: z.optional(argumentInfo),
});

const request = z.object({
  AutoKeepReference: z.optional(z.boolean()),
  Actions: z.array(action),
  ObjectPaths: z.record(z.string(), objectPath),
});

export type ArgumentInfo = z.infer<typeof argumentInfo>;
export type QueryInfo = z.infer<typeof queryInfo>;
export type Action = z.infer<typeof action>;
export type QueryRequest = z.infer<typeof request>;

/** A value object on the wire: member name to value. */
export type WireRecord = Record<string, unknown>;

export interface QueryResponse {
  readonly Results: { ActionId: number; Value: unknown }[];
  readonly TraceIds: number[];
  Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  };
}

/** Reads the body of a request; throws where it is none. */
export const parseRequest = (body: unknown): QueryRequest => request.parse(body);
