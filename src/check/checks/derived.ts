/** 教师平均分 of a school form against the teachers' scores in the same workbook: score.item-mismatch. */
import { agrees, exact, show, toNumber } from "../../values/exact";
import { holdsMean } from "../assessment";
import { eachRecord, sheetsOfKind, type Check } from "../context";
import { derivedItem } from "../derived";

export const derived: Check = function* (context) {
  for (const sheet of sheetsOfKind(context, "school-assessment")) {
    yield* eachRecord(sheet, (entry) => {
      const found = derivedItem(context, sheet, entry);
      if (!found?.item.decided) return;
      const { rule, mean, item } = found;
      context.judged.add(rule.id);
      const state = entry.number(rule.id);
      if (state.kind !== "number" || state.amount.compare(exact(0)) < 0) return;
      const due = holdsMean(sheet, rule) ? mean : item.value;
      if (agrees(toNumber(state.amount), due, sheet.judging.pack.rounding)) return;
      if (!holdsMean(sheet, rule) && state.amount.compare(exact(rule.points)) > 0) return;
      const values = { subject: entry.subject, item: rule.name, value: show(state.amount), mean: show(mean), due: show(due) };
      const says = { id: "score.item-mismatch", values };
      const common = { rule, at: state.at, subject: entry.subject, says, outcome: item };
      context.findings.add({ code: "score.item-mismatch", ...common, value: show(state.amount), expected: show(due) });
    });
  }
};
