/** Puts the parts that 公式 asks of Excel together; each is loaded when first asked for. Only this lives here. */
import { hostFailure } from "./errors";
import type { FormulaCount, Formulas } from "./formulas";
import { HostFailure } from "./host";
import { hasExcelApi, inExcel, READING } from "./session";

const selection = () => import("./selected-cell");
const insertion = () => import("./formula-insert");

/** How many KAOHE formulas the workbook holds, and how many of them Excel does not know. */
async function countFormulas(signal: AbortSignal): Promise<FormulaCount> {
  const { findFormulas } = await import("./kaohe-formulas");
  const found = await inExcel(READING, (context) => findFormulas(context, "all", signal), signal);
  const unnamed = found.filter(({ values }) => {
    const first = values[0]?.[0] ?? null;
    return typeof first === "object" && first !== null && "error" in first && first.error === "#NAME?";
  });
  return { all: found.length, unnamed: unnamed.length };
}

export function excelFormulas(): Formulas {
  return {
    get canSpill() {
      return hasExcelApi("1.12");
    },
    selectedCell: async () => (await selection()).selectedCell(),
    selectedArea: async () => (await selection()).selectedArea(),
    onSelected: async (listener) => (await selection()).listenToSelection(listener),
    read: async (areas) => (await selection()).readAreas(areas),
    preview: async (given) => {
      const { previewFormulas } = await insertion();
      try {
        return await previewFormulas(given);
      } catch (error) {
        // Looking beforehand writes nothing, and that is said.
        throw error instanceof HostFailure ? hostFailure(error, "read", "", "before") : error;
      }
    },
    insert: async (given) => (await insertion()).insertFormulas(given),
    count: countFormulas,
  };
}
