/** The three things that say what a training is worth: how much, of what unit, of which category. */
import { Field, Input, Select } from "@fluentui/react-components";
import { unitsFor, type Need } from "../../check/what-if";
import { usePartStyles } from "../statistics/use-part-styles";
import { blocksOfAll } from "./plan-text";
import { usePlanText } from "./say";

export interface TrainingEntry {
  readonly amount: string;
  readonly unit: string;
  readonly category: string;
}

/** What a new training is to begin with. */
export function usualTraining(needs: readonly Need[]): TrainingEntry {
  const [first] = needs;
  return { amount: "1", unit: first === undefined ? "" : (unitsFor(first.sheet)[0] ?? ""), category: blocksOfAll(needs)[0]?.name ?? "" };
}

interface TrainingFieldsProps {
  readonly needs: readonly Need[];
  readonly entry: TrainingEntry;
  readonly onChange: (entry: TrainingEntry) => void;
}

export function TrainingFields({ needs, entry, onChange }: TrainingFieldsProps) {
  const styles = usePartStyles();
  const say = usePlanText();
  const units = [...new Set(needs.flatMap(({ sheet }) => unitsFor(sheet)))];
  return (
    <div className={styles.training}>
      <Field className={styles.field} label={say("if.amount")} size="small">
        <Input size="small" inputMode="decimal" value={entry.amount} onChange={(_, { value }) => onChange({ ...entry, amount: value })} />
      </Field>
      <Field className={styles.field} label={say("if.unit")} size="small">
        <Select size="small" value={entry.unit} onChange={(_, { value }) => onChange({ ...entry, unit: value })}>
          {units.map((unit) => (
            <option key={unit}>{unit}</option>
          ))}
        </Select>
      </Field>
      <Field className={styles.field} label={say("if.category")} size="small">
        <Select size="small" value={entry.category} onChange={(_, { value }) => onChange({ ...entry, category: value })}>
          {blocksOfAll(needs).map(({ id, name }) => (
            <option key={id}>{name}</option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
