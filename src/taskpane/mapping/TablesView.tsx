/** 认出的表: which sheets were judged as what, by which policy, and which were not. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useSay } from "../shell/session-context";
import { TableHeading } from "./MappingView";
import { useSeen } from "./use-seen";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "12px" },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export function TablesView() {
  const styles = useStyles();
  const say = useSay();
  const seen = useSeen();
  if (seen === null) return null;
  const { tables } = seen;
  const known = new Set(tables.map((table) => table.sheet));
  const others = seen.workbook.sheets.filter((sheet) => !known.has(sheet.name));
  return (
    <>
      <p className={styles.quiet}>{say(seen.isChecked ? "tables.what" : "tables.seen", { count: tables.length })}</p>
      <ul className={styles.list}>
        {tables.map((table) => (
          <li key={`${table.sheet}/${table.header}`}>
            <TableHeading table={table} />
            <p className={styles.quiet}>
              {say("tables.policy", { policy: seen.packs.find((pack) => pack.id === table.policy)?.name ?? "" })}
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
