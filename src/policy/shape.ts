/** From what the schema says of a value that does not fit to a fault that a clerk understands. */
import type * as z from "zod/mini";
import { at, fault, found, type Fault } from "./problem";

type Issue = z.core.$ZodIssue;

const words: ReadonlySet<string> = new Set(["string", "number", "boolean", "array", "object", "int"]);

function typeWord(expected: string): string {
  return `type.${words.has(expected) ? expected : "other"}`;
}

/** The fault for an issue. `say` puts the name of a type into words. */
export function faultOf(issue: Issue, raw: unknown, say: (id: string) => string): Fault {
  const { path } = issue;
  const value = at(raw, path);
  if (value === undefined && issue.code !== "unrecognized_keys") return fault(path, "problem.missing");
  const values = { found: found(value) };
  switch (issue.code) {
    case "invalid_type":
      return fault(path, "problem.wrong-type", { ...values, expected: say(typeWord(issue.expected)) });
    case "invalid_value":
      return fault(path, "problem.not-allowed", { ...values, allowed: issue.values.map(String).join("、") });
    case "invalid_format":
      return fault(path, "problem.wrong-form", values);
    case "unrecognized_keys":
      return fault(path, "problem.unknown-key", { keys: found(issue.keys.slice(0, 3).join("、")) });
    case "too_small":
      return sizeFault(issue.origin, path, "small", { ...values, least: Number(issue.minimum) });
    case "too_big":
      return sizeFault(issue.origin, path, "big", { ...values, most: Number(issue.maximum) });
    case "invalid_union":
      return path.at(-1) === "kind" ? fault(path, "problem.unknown-kind", values) : fault(path, "problem.wrong-shape");
    default:
      return fault(path, "problem.wrong-shape");
  }
}

function sizeFault(origin: string, path: Issue["path"], end: "small" | "big", values: Record<string, string | number>): Fault {
  if (origin === "string") return fault(path, end === "small" ? "problem.text-too-short" : "problem.text-too-long", values);
  if (origin === "array") return fault(path, end === "small" ? "problem.list-too-short" : "problem.list-too-long", values);
  return fault(path, end === "small" ? "problem.number-too-small" : "problem.number-too-big", values);
}
