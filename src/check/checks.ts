/** The checks in the order in which they run: cells before what is computed from them, sums before formulas, leftovers last. */
import type { Check } from "./context";
import { bonus } from "./checks/bonus";
import { cells } from "./checks/cells";
import { choices } from "./checks/choices";
import { columns, unchecked } from "./checks/columns";
import { credits } from "./checks/credits";
import { dates } from "./checks/dates";
import { derived } from "./checks/derived";
import { evidence } from "./checks/evidence";
import { formulas } from "./checks/formulas";
import { hidden } from "./checks/hidden";
import { persons } from "./checks/persons";
import { results } from "./checks/results";
import { roster } from "./checks/roster";
import { scope } from "./checks/scope";
import { scores } from "./checks/scores";
import { sums } from "./checks/sums";

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
  dates,
  choices,
  formulas,
  sums,
  hidden,
  unchecked,
];
