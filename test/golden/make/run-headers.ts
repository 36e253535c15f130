/** Which header words are not read: `npx tsx test/golden/make/run-headers.ts [--third]`. */
import { headerBook, headerForms } from "./headers";
import { moreForms } from "./headers-more";
import { thirdForms } from "./headers-third";
import { judge } from "./judge";

async function main(): Promise<void> {
  let all = 0;
  let wrong = 0;
  for (const form of process.argv.includes("--third") ? thirdForms : [...headerForms, ...moreForms]) {
    for (const column of form.columns) {
      for (const text of [column.plain, ...column.others]) {
        all++;
        const one = await judge(headerBook(form, column.key, text));
        const faults = [...one.tableFaults, ...one.columnFaults];
        if (faults.length === 0) continue;
        wrong++;
        process.stdout.write(`${form.policy} ${form.kind}: «${text.replaceAll("\n", "⏎")}» wanted ${column.key}; ${faults.map((fault) => fault.replace("Sheet1: ", "")).join("; ")}\n`);
      }
    }
  }
  process.stdout.write(`${all - wrong} of ${all} headers read\n`);
}

void main();
