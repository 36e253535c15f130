/** 自己选一块区域: the selected cells in Excel, a typed address in an opened file, as a table whose first row is its header. */
import { Button, Field, Input } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Formulas } from "../../excel/formulas";
import { areaA1, parseA1 } from "../../table/address";
import type { Workbook } from "../../table/workbook";
import { wordsFor } from "../actions/failure";
import { useSaid, useSession } from "../shell/session-context";
import { useViewStyles } from "../views/use-view-styles";
import { sheetOfArea } from "./area-sheet";
import { ChoiceField } from "./ChoiceField";
import { useFormulaText } from "./say";
import { tableInArea, type FormulaTable } from "./tables";
import type { Sourced } from "./use-tables";

interface ManualProps {
  readonly source: Sourced;
  readonly onTable: (table: FormulaTable | null) => void;
}

export function ManualTable({ source, onTable }: ManualProps) {
  const { host } = useSession();
  if (host?.formulas !== undefined) return <FromSelection formulas={host.formulas} onTable={onTable} />;
  const workbook = source !== null && typeof source === "object" ? source.workbook : null;
  return workbook === null ? null : <FromAddress workbook={workbook} onTable={onTable} />;
}

/** Columns beside the selection that are looked at too: the result goes into one that is empty. */
const BESIDE = 12;
const LAST_COLUMN = 16_383;

async function selectedTable(formulas: Formulas): Promise<FormulaTable | null> {
  const { sheet, area: address } = await formulas.selectedArea();
  const area = parseA1(address);
  if (area === null) return null;
  const wide = { ...area, right: Math.min(LAST_COLUMN, area.right + BESIDE) };
  const [values] = await formulas.read([{ sheet, area: areaA1(wide) }]);
  return values === undefined || values === null ? null : tableInArea(sheetOfArea(sheet, wide, values), area);
}

function FromSelection({ formulas, onTable }: { readonly formulas: Formulas; readonly onTable: ManualProps["onTable"] }) {
  const styles = useViewStyles();
  const say = useFormulaText();
  const said = useSaid();
  const session = useSession();
  const [what, setWhat] = useState<string | null>(null);
  const take = async () => {
    try {
      const table = await selectedTable(formulas);
      onTable(table);
      setWhat(
        table === null
          ? say("manual.not-a-table")
          : say("manual.taken", {
              sheet: table.sheet.name,
              area: areaA1({ ...table.header, bottom: table.last }),
              rows: table.rows.length,
            }),
      );
    } catch (error) {
      setWhat(said(wordsFor(session, error, "locate.failed")));
    }
  };
  return (
    <>
      <p className={styles.quiet}>{say("manual.select")}</p>
      <div>
        <Button size="small" onClick={() => void take()}>
          {say("manual.take")}
        </Button>
      </div>
      <p className={styles.text} role="status">
        {what}
      </p>
    </>
  );
}

function FromAddress({ workbook, onTable }: { readonly workbook: Workbook; readonly onTable: ManualProps["onTable"] }) {
  const say = useFormulaText();
  const [name, setName] = useState(workbook.sheets[0]?.name ?? "");
  const [address, setAddress] = useState("");
  const area = parseA1(address);
  useEffect(() => {
    const sheet = workbook.sheets.find((one) => one.name === name);
    const named = parseA1(address);
    onTable(sheet === undefined || named === null ? null : tableInArea(sheet, named));
  }, [workbook, name, address, onTable]);
  return (
    <>
      <ChoiceField
        label={say("manual.sheet")}
        value={name}
        options={workbook.sheets.map((sheet) => ({ value: sheet.name, text: sheet.name }))}
        onChoose={setName}
      />
      <Field
        size="small"
        label={say("manual.area")}
        hint={say("manual.area.hint")}
        validationState={address !== "" && area === null ? "error" : "none"}
        validationMessage={address !== "" && area === null ? say("manual.area.unreadable") : undefined}
      >
        <Input size="small" value={address} onChange={(_, { value }) => setAddress(value.trim())} />
      </Field>
    </>
  );
}
