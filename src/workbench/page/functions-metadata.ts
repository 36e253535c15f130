/**
 * The generated functions.json, as far as the workbench needs it to call custom functions.
 */
import { z } from "zod/mini";

const parameter = z.object({
  name: z.string(),
  type: z.optional(z.string()),
  dimensionality: z.optional(z.string()),
  optional: z.optional(z.boolean()),
  repeating: z.optional(z.boolean()),
});

const customFunction = z.object({
  id: z.string(),
  name: z.string(),
  description: z.optional(z.string()),
  parameters: z.optional(z.array(parameter)),
});

const metadata = z.object({ allowErrorForDataTypeAny: z.optional(z.boolean()), functions: z.array(customFunction) });

export type Parameter = z.infer<typeof parameter>;
export type CustomFunction = z.infer<typeof customFunction>;
export type FunctionsMetadata = z.infer<typeof metadata>;

/** Fetches and checks it; throws where it is missing or not of its shape. */
export async function fetchFunctions(address: string): Promise<FunctionsMetadata> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return metadata.parse(await response.json());
}
