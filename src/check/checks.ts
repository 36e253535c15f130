/** The checks in the order in which they run: cells before what is computed from them, sums before formulas, leftovers last. */
import type { Check } from "./context";
import { bonus } from "./checks/bonus";
import { cells } from "./checks/cells";
import { categories } from "./checks/categories";
import { choices } from "./checks/choices";
import { columns, unchecked } from "./checks/columns";
import { credits } from "./checks/credits";
import { dates } from "./checks/dates";
import { derived } from "./checks/derived";
import { evidence } from "./checks/evidence";
import { consequences } from "./checks/consequences";
import { formulas } from "./checks/formulas";
import { grantYears } from "./checks/grant-years";
import { hidden } from "./checks/hidden";
import { hoursCycle } from "./checks/hours-cycle";
import { hoursLog } from "./checks/hours-log";
import { hoursYear } from "./checks/hours-year";
import { ledger } from "./checks/ledger";
import { persons } from "./checks/persons";
import { quotas } from "./checks/quotas";
import { submissions } from "./checks/submissions";
import { results } from "./checks/results";
import { roster } from "./checks/roster";
import { scope } from "./checks/scope";
import { scores } from "./checks/scores";
import { sums } from "./checks/sums";
import { understated } from "./checks/understated";

export const checks: readonly Check[] = [
  columns,
  cells,
  persons,
  roster,
  scope,
  bonus,
  scores,
  derived,
  results,
  credits,
  evidence,
  hoursLog,
  hoursYear,
  grantYears,
  hoursCycle,
  ledger,
  quotas,
  understated,
  dates,
  submissions,
  choices,
  categories,
  formulas,
  sums,
  hidden,
  consequences,
  unchecked,
];
