/** 确认列: what each column was read as, the uncertain ones first, with a list to correct it and the first records beside. */
import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { RecognisedTable } from "../../check/report";
import { usePane, useSay } from "../shell/session-context";
import { useViewStyles } from "../views/use-view-styles";
import { columnsOf, commonFields, NOT_READ, ruleChoices, type ShownColumn } from "./columns";
import { useMapping } from "./use-mapping";
import { useSeen, type Seen } from "./use-seen";

const useStyles = makeStyles({
  table: { display: "flex", flexDirection: "column", gap: "12px" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export function MappingView({ onDone }: { readonly onDone: () => void }) {
  const seen = useSeen();
  return seen === null ? null : <Mapping seen={seen} onDone={onDone} />;
}

function Mapping({ seen, onDone }: { readonly seen: Seen; readonly onDone: () => void }) {
  const styles = useStyles();
  const say = useSay();
  const place = usePane((state) => state.place);
  const mapping = useMapping(onDone);
  const { tables, workbook } = seen;
  const shown = useMemo(
    () =>
      [...tables]
        .map((table) => ({ table, columns: columnsOf(table, workbook) }))
        .sort((a, b) => b.table.unsure.length - a.table.unsure.length),
    [tables, workbook],
  );
  const save = () => {
    const unsure = shown.map(({ table, columns }) => [table.sheet, confirmed(columns)] as const);
    void mapping.save(Object.fromEntries(unsure));
  };
  return (
    <>
      <p className={styles.quiet}>{say(place === "file" ? "mapping.what-file" : "mapping.what")}</p>
      {shown.map(({ table, columns }) => (
        <section key={`${table.sheet}/${table.header}`} className={styles.table}>
          <TableHeading table={table} />
          {columns.map((column) => (
            <ColumnChoice
              key={column.letter}
              column={column}
              table={table}
              seen={seen}
              value={mapping.chosen(table.sheet, column.letter) ?? column.key}
              onChoose={(key) => mapping.choose(table.sheet, column.letter, key)}
            />
          ))}
        </section>
      ))}
      <Button appearance="primary" onClick={save}>
        {say(seen.isChecked ? "mapping.save" : "mapping.save-first")}
      </Button>
    </>
  );
}

function confirmed(columns: readonly ShownColumn[]): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.filter((column) => column.unsure).map((column) => [column.letter, column.key]));
}

export function TableHeading({ table }: { readonly table: RecognisedTable }) {
  const styles = useStyles();
  const say = useSay();
  return (
    <div>
      <h3 className={styles.heading}>{table.sheet}</h3>
      <p className={styles.quiet}>{say("mapping.table", { kind: say(`kind.${table.kind}`), body: table.body, rows: table.rows })}</p>
    </div>
  );
}

interface ColumnChoiceProps {
  readonly column: ShownColumn;
  readonly table: RecognisedTable;
  readonly seen: Seen;
  readonly value: string;
  readonly onChoose: (key: string) => void;
}

function ColumnChoice({ column, table, seen, value, onChoose }: ColumnChoiceProps) {
  const styles = useViewStyles();
  const say = useSay();
  const rules = useMemo(() => ruleChoices(table, seen.packs), [table, seen.packs]);
  const header = column.header === "" ? say("mapping.no-header") : column.header;
  const hint = column.preview.length === 0 ? say("mapping.empty") : say("mapping.preview", { values: column.preview.join("、") });
  const listed = value === NOT_READ || rules.some((rule) => rule.id === value) || commonFields.some((key) => key === value);
  return (
    <Field
      size="small"
      label={say("mapping.column", { letter: column.letter, header })}
      validationState={column.unsure ? "warning" : "none"}
      validationMessage={column.unsure ? say("mapping.unsure-column") : undefined}
      hint={hint}
    >
      <Select className={styles.select} size="small" value={listed ? value : NOT_READ} onChange={(_, chosen) => onChoose(chosen.value)}>
        <option value={NOT_READ}>{say("mapping.not-read")}</option>
        <optgroup label={say("mapping.rules")}>
          {rules.map((rule) => (
            <option key={rule.id} value={rule.id}>
              {rule.name}
            </option>
          ))}
        </optgroup>
        <optgroup label={say("mapping.common")}>
          {commonFields.map((key) => (
            <option key={key} value={key}>
              {say(`field.${key}`)}
            </option>
          ))}
        </optgroup>
      </Select>
    </Field>
  );
}
