/**
 * Makes functions.json, what Excel is told of KAOHE.*, of src/functions/functions.ts. Run by itself it prints the JSON.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { root } from "./setup.mjs";

const require = createRequire(import.meta.url);

/**
 * The text of functions.json. The generator cannot say that errors are welcome as input, so that one bad cell spoils one row only: added here.
 * It says instead that custom data types are: taken out, since the functions read plain values.
 * @throws where the generator finds a fault in the source
 */
export async function functionsJson() {
  const { generateCustomFunctionsMetadata } = require("custom-functions-metadata");
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(join(root, "src", "functions", "functions.ts"));
  if (errors.length > 0) throw new Error(`functions.ts: ${errors.join("; ")}`);
  if (metadataJson === "") throw new Error("functions.ts declares no @customfunction");
  const { functions } = JSON.parse(metadataJson);
  return `${JSON.stringify({ allowErrorForDataTypeAny: true, functions }, null, 2)}\n`;
}

if (argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(await functionsJson());
