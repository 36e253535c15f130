/** The fields of a formula under way: what is wanted, by which rule, of which columns, where to and in which form. */
import { Field, Input, Radio, RadioGroup, makeStyles, tokens } from "@fluentui/react-components";
import { useSay } from "../shell/session-context";
import { useViewStyles } from "../views/use-view-styles";
import { ChoiceField, type Choice } from "./ChoiceField";
import type { Choices, Field as DraftField } from "./choices";
import { BY_ROW, type Draft } from "./draft";
import { titleOf } from "./Examples";
import type { Place } from "./place";
import { useFormulaText } from "./say";
import { useLabelText } from "./use-label-text";
import type { FormulaTable } from "./tables";

const useStyles = makeStyles({
  columns: {
    margin: 0,
    padding: "8px",
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke3}`,
    borderRadius: tokens.borderRadiusMedium,
    display: "flex",
    flexDirection: "column",
    gap: "8px",
  },
  legend: { padding: "0 4px", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface FieldsProps {
  readonly draft: Draft;
  readonly choices: Choices;
  readonly choose: (choices: Choices) => void;
}

export function DraftFields(props: FieldsProps) {
  const { draft, choices, choose } = props;
  const own = useStyles();
  const say = useFormulaText();
  const sayPane = useSay();
  const { offered, recipe, rules, rule, ruleColumn, isByRow, resolved } = draft;
  const byRow = ruleColumn === null ? [] : [{ value: BY_ROW, text: say("rule.by-column", { header: ruleColumn.header }) }];
  return (
    <>
      <ChoiceField
        label={say("field.wanted")}
        value={recipe.call}
        groups={offered.map(({ group, offers }) => ({
          title: say(`group.${group}`),
          options: offers.map(({ recipe: { call }, isReady }) => {
            const title = titleOf(call, sayPane);
            return { value: call, text: isReady ? title : say("wanted.by-hand", { title }) };
          }),
        }))}
        onChoose={(call) => choose({ table: choices.table, call, picks: {} })}
      />
      {rules.length > 1 && (
        <ChoiceField
          label={say("field.rule")}
          value={isByRow ? BY_ROW : (rule?.id ?? "")}
          options={[...byRow, ...rules.map(({ id, name }) => ({ value: id, text: name }))]}
          onChoose={(id) => choose({ table: choices.table, call: recipe.call, rule: id, picks: {} })}
        />
      )}
      {resolved.fields.length > 0 && (
        <fieldset className={own.columns}>
          <legend className={own.legend}>{say("fields.columns")}</legend>
          {resolved.fields.map((field) => (
            <OneField key={field.kind === "column" ? field.id : field.kind} field={field} {...props} />
          ))}
        </fieldset>
      )}
      {recipe.isSingle === true ? <CellField {...props} /> : <PlaceFields {...props} />}
    </>
  );
}

/** The drop-down's value for no column. */
const NONE = "";

/** Each column with its letter and header: of a header in two levels the lower one, where it is not another's too. */
function useColumnOptions(): (table: FormulaTable) => readonly Choice[] {
  const say = useFormulaText();
  return ({ columns }) =>
    columns.map(({ index, letter, header }) => {
      const own = leafOf(header);
      const isShared = columns.some((other) => other.index !== index && leafOf(other.header) === own);
      const text = header === "" ? say("column.bare", { letter }) : say("column.option", { letter, header: isShared ? header : own });
      return { value: String(index), text };
    });
}

const leafOf = (header: string): string => header.slice(header.lastIndexOf("/") + 1);

function OneField({ field, draft, choices, choose }: FieldsProps & { readonly field: DraftField }) {
  const say = useFormulaText();
  const words = useLabelText();
  const optionsOf = useColumnOptions();
  switch (field.kind) {
    case "column": {
      const none = { value: NONE, text: say(field.mayBeNone ? "column.none" : "column.choose") };
      const isOpen = field.chosen === null && !field.mayBeNone;
      return (
        <ChoiceField
          beside
          label={words(field.part.label)}
          value={field.chosen === null ? NONE : String(field.chosen)}
          options={[none, ...optionsOf(draft.table)]}
          problem={isOpen ? say("column.missing") : undefined}
          onChoose={(value) => choose({ ...choices, picks: { ...choices.picks, [field.id]: value === NONE ? null : Number(value) } })}
        />
      );
    }
    case "unit":
      return (
        <ChoiceField
          beside
          label={say("field.unit")}
          value={field.chosen}
          options={field.options.map(({ value, text, category }) => ({
            value,
            text: category === null ? text : say("unit.by-category", { header: category.header, unit: text }),
          }))}
          onChoose={(unit) => choose({ ...choices, unit })}
        />
      );
    case "day":
      return <DayField field={field} draft={draft} choices={choices} choose={choose} />;
  }
}

function DayField({ field, draft, choices, choose }: FieldsProps & { readonly field: Extract<DraftField, { kind: "day" }> }) {
  const say = useFormulaText();
  const optionsOf = useColumnOptions();
  const isFixed = field.chosen !== "known" && !field.chosen.startsWith("column:");
  const columns = optionsOf(draft.table).map(({ value, text }) => ({ value: `column:${value}`, text }));
  const known = field.known ? [{ value: "known", text: say("day.known") }] : [];
  return (
    <>
      <ChoiceField
        beside
        label={say("field.day")}
        value={isFixed ? "fixed" : field.chosen}
        options={[...known, { value: "fixed", text: say("day.fixed") }, ...columns]}
        onChoose={(day) => choose({ ...choices, day: day === "fixed" ? (isFixed ? field.chosen : "") : day })}
      />
      {isFixed && (
        <Field size="small" orientation="horizontal" label={say("day.which")}>
          <Input type="date" size="small" value={field.chosen} onChange={(_, { value }) => choose({ ...choices, day: value })} />
        </Field>
      )}
    </>
  );
}

function CellField({ draft, choices, choose }: FieldsProps) {
  const say = useFormulaText();
  const isCell = /^[A-Za-z]{1,3}[1-9]\d{0,6}$/.test(draft.cell);
  return (
    <Field
      size="small"
      label={say("field.cell", { sheet: draft.table.sheet.name })}
      validationState={isCell ? "none" : "error"}
      validationMessage={isCell ? undefined : say("cell.unreadable")}
    >
      <Input size="small" value={draft.cell} onChange={(_, { value }) => choose({ ...choices, cell: value.trim().toUpperCase() })} />
    </Field>
  );
}

function usePlaceText(): (place: Place) => string {
  const say = useFormulaText();
  return ({ letter, header, isNew, occupied, isMerged }) => {
    if (isNew) return say("place.new", { letter });
    const values = { letter, header: header === "" ? say("place.no-header") : header };
    return occupied === 0 && !isMerged ? say("place.empty", values) : say("place.occupied", values);
  };
}

function PlaceFields({ draft, choices, choose }: FieldsProps) {
  const styles = useViewStyles();
  const say = useFormulaText();
  const placeText = usePlaceText();
  const { place, places, noSpill, form, headers } = draft;
  if (place === null) return <p className={styles.text}>{say("place.none")}</p>;
  const problem =
    place.occupied === place.cells
      ? say("place.full", { letter: place.letter, cells: place.cells })
      : place.occupied > 0
        ? say("place.partly", { letter: place.letter, cells: place.occupied })
        : place.isMerged
          ? say("place.merged", { letter: place.letter })
          : undefined;
  return (
    <>
      <ChoiceField
        label={say("field.place")}
        value={String(place.column)}
        options={places.map((one) => ({ value: String(one.column), text: placeText(one) }))}
        problem={problem}
        onChoose={(column) => choose({ ...choices, place: Number(column) })}
      />
      {place.isNew && headers.length === 1 && (
        <Field size="small" label={say("field.header")}>
          <Input size="small" maxLength={60} value={headers[0] ?? ""} onChange={(_, { value }) => choose({ ...choices, header: value })} />
        </Field>
      )}
      {place.isNew && headers.length > 1 && <p className={styles.quiet}>{say("headers.several", { headers: headers.join("、") })}</p>}
      <Field size="small" label={say("field.form")} hint={noSpill === null ? say(`form.${form}.what`) : say(`no-spill.${noSpill}`)}>
        <RadioGroup
          value={form}
          layout="vertical"
          onChange={(_, { value }) => choose({ ...choices, form: value === "spill" ? "spill" : "rows" })}
        >
          <Radio value="rows" label={say("form.rows")} />
          <Radio value="spill" label={say("form.spill")} disabled={noSpill !== null} />
        </RadioGroup>
      </Field>
    </>
  );
}
