/** A drop-down with its label; long options are shortened in the closed list and whole in the open one. */
import { Field, makeStyles, Select } from "@fluentui/react-components";
import { useViewStyles } from "../views/use-view-styles";

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface ChoiceGroup {
  readonly title: string;
  readonly options: readonly Choice[];
}

interface ChoiceFieldProps {
  readonly label: string;
  readonly value: string;
  readonly options?: readonly Choice[];
  readonly groups?: readonly ChoiceGroup[];
  /** Why the choice does not do. */
  readonly problem?: string;
  readonly hint?: string;
  readonly beside?: boolean;
  readonly onChoose: (value: string) => void;
}

/** Six Chinese characters stand in one line also at 320 px. */
const useStyles = makeStyles({ beside: { gridTemplateColumns: "34% 1fr" } });

const asOption = ({ value, text }: Choice) => (
  <option key={value} value={value}>
    {text}
  </option>
);

export function ChoiceField({ label, value, options = [], groups = [], problem, hint, beside, onChoose }: ChoiceFieldProps) {
  const styles = useViewStyles();
  const own = useStyles();
  const shown = [...options, ...groups.flatMap((group) => group.options)].find((option) => option.value === value)?.text;
  return (
    <Field
      className={beside === true ? own.beside : undefined}
      size="small"
      label={label}
      orientation={beside === true ? "horizontal" : "vertical"}
      hint={hint}
      validationState={problem === undefined ? "none" : "warning"}
      validationMessage={problem}
    >
      <Select className={styles.select} size="small" value={value} title={shown} onChange={(_, chosen) => onChoose(chosen.value)}>
        {options.map(asOption)}
        {groups.map(({ title, options: own }) => (
          <optgroup key={title} label={title}>
            {own.map(asOption)}
          </optgroup>
        ))}
      </Select>
    </Field>
  );
}
