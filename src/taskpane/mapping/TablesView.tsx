/** 认出的表: which sheets were judged as what, by which policy, and which were not. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { usePane, useSay } from "../shell/session-context";
import { TableHeading } from "./MappingView";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "12px" },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export function TablesView() {
  const styles = useStyles();
  const say = useSay();
  const checked = usePane((state) => state.checked);
  if (checked === null) return null;
  const { tables } = checked.report;
  const known = new Set(tables.map((table) => table.sheet));
  const others = checked.workbook.sheets.filter((sheet) => !known.has(sheet.name));
  return (
    <>
      <p className={styles.quiet}>{say("tables.what", { count: tables.length })}</p>
      <ul className={styles.list}>
        {tables.map((table) => (
          <li key={`${table.sheet}/${table.header}`}>
            <TableHeading table={table} />
            <p className={styles.quiet}>
              {say("tables.policy", { policy: checked.packs.find((pack) => pack.id === table.policy)?.name ?? "" })}
            </p>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <p className={styles.quiet}>
          {say("tables.others", { sheets: others.map((sheet) => sheet.name).join("、"), count: others.length })}
        </p>
      )}
    </>
  );
}
