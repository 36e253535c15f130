/** Hidden rows with records: checked like the others, and said once a block (row.hidden). */
import type { Check } from "../context";
import type { Entry } from "../record";

export const hidden: Check = function* (context) {
  for (const sheet of context.sheets) {
    let block: Entry[] = [];
    const tell = (): void => {
      const [first] = block;
      if (!first) return;
      const values = { count: block.length, from: first.row + 1, to: (block.at(-1) ?? first).row + 1 };
      context.findings.add({
        code: "row.hidden",
        at: first.place,
        subject: first.subject,
        value: block.length,
        says: { id: block.length === 1 ? "row.hidden-one" : "row.hidden", values },
      });
      block = [];
    };
    for (const entry of sheet.records) {
      if (sheet.table.sheet.isRowHidden(entry.row)) block.push(entry);
      else tell();
    }
    tell();
    yield;
  }
};
