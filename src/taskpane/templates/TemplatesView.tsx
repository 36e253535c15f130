/** 模板: blank forms of a policy, or with the teachers of the checked workbook filled in. */
import { Button, Checkbox, Field, Input, makeStyles } from "@fluentui/react-components";
import { useId, useState } from "react";
import { HostFailure } from "../../excel/host";
import type { Papers } from "../../excel/papers";
import type { Pack, PackTable } from "../../policy/schema";
import { useSession } from "../shell/session-context";
import { useJudged, type Work } from "../statistics/use-judged";
import { usePartStyles } from "../statistics/use-part-styles";
import { useViewStyles } from "../views/use-view-styles";
import { download } from "./download";
import { ForPolicy } from "./ForPolicy";
import { useTemplatesText, type SayTemplates } from "./say";

const useStyles = makeStyles({
  /** The boxes stand in one line with headings and fields. */
  boxes: { display: "flex", flexDirection: "column", marginLeft: "-8px" },
});

const MOST_ROWS = 2_000;
const USUAL_ROWS = 60;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type People = readonly Readonly<Record<string, string>>[];

/** Nothing takes long here: one step. */
const work: Work<People> = async () => {
  const { peopleIn } = await import("../../files/templates/people");
  return function* (context) {
    yield;
    return peopleIn(context);
  };
};

interface TemplatesViewProps {
  /** How Excel opens a new workbook; absent in a plain browser, which downloads. */
  readonly loadPapers?: () => Promise<Papers>;
}

export function TemplatesView({ loadPapers }: TemplatesViewProps) {
  const say = useTemplatesText();
  const judged = useJudged(work);
  const people = judged !== null && typeof judged === "object" ? judged.value : [];
  return (
    <ForPolicy label={say("templates.policy")} loading={say("templates.loading")} intro={say("templates.what")}>
      {(pack) => <Order key={pack.id} pack={pack} people={people} loadPapers={loadPapers} />}
    </ForPolicy>
  );
}

interface OrderProps extends TemplatesViewProps {
  readonly pack: Pack;
  readonly people: People;
}

function rowsIn(text: string): number | null {
  const rows = Number(text.trim());
  return Number.isInteger(rows) && rows >= 1 && rows <= MOST_ROWS ? rows : null;
}

/** The unit for the caption line, where all are of one. */
function unitOf(people: People): { readonly school?: string } {
  const [school, another] = new Set(people.map((person) => person["school"]));
  return school === undefined || another !== undefined ? {} : { school };
}

function fileName(pack: Pack, tables: readonly PackTable[], say: SayTemplates): string {
  const [only, another] = tables;
  return only && !another
    ? say("templates.file", { policy: pack.name, table: only.name })
    : say("templates.file-many", { policy: pack.name, count: tables.length });
}

type Progress = { readonly kind: "rest" | "making" } | { readonly kind: "said"; readonly words: string };

/** Makes the file and hands it over; gives what to say. */
function useMaking({ pack, people, loadPapers }: OrderProps) {
  const { ports } = useSession();
  const say = useTemplatesText();
  const [progress, setProgress] = useState<Progress>({ kind: "rest" });
  const make = async (tables: readonly PackTable[], rows: number, withPeople: boolean) => {
    setProgress({ kind: "making" });
    try {
      const { templateWorkbook } = await import("../../files/templates/workbook");
      const filled = withPeople ? { people, ...unitOf(people) } : {};
      const bytes = await templateWorkbook(pack, tables, { rows, locale: ports.locale, ...filled });
      if (loadPapers === undefined) download(`${fileName(pack, tables, say)}.xlsx`, bytes, XLSX);
      else await (await loadPapers()).openNewWorkbook(bytes);
      setProgress({ kind: "said", words: say(loadPapers === undefined ? "templates.downloaded" : "templates.opened") });
    } catch (error) {
      // A failure of the host has words of its own; anything else is only said not to have worked.
      const reason = error instanceof HostFailure ? ports.sayFailure(error.says, ports.locale) : null;
      setProgress({ kind: "said", words: reason ?? say("templates.failed") });
    }
  };
  return { progress, make };
}

function Order(props: OrderProps) {
  const { pack, people, loadPapers } = props;
  const styles = useViewStyles();
  const say = useTemplatesText();
  const parts = usePartStyles();
  const own = useStyles();
  const group = useId();
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [rows, setRows] = useState(String(USUAL_ROWS));
  // Whoever has a roster open wants it filled in.
  const [withPeople, setWithPeople] = useState(true);
  const { progress, make } = useMaking(props);
  const tables = pack.tables.filter((_, index) => !left.has(index));
  const count = rowsIn(rows);
  const all = left.size === 0;
  const toggleAll = () => setLeft(new Set(all ? pack.tables.keys() : []));
  const toggle = (index: number) => {
    const next = new Set(left);
    if (!next.delete(index)) next.add(index);
    setLeft(next);
  };
  const ready = count !== null && tables.length > 0 && progress.kind !== "making";
  return (
    <>
      <div role="group" aria-labelledby={group}>
        <div className={parts.ends}>
          <h3 id={group} className={styles.heading}>
            {say("templates.tables")}
          </h3>
          <Button className={parts.plainButton} size="small" appearance="subtle" onClick={toggleAll}>
            {say(all ? "templates.no-table" : "templates.all-tables")}
          </Button>
        </div>
        <div className={own.boxes}>
          {pack.tables.map(({ name }, index) => (
            <Checkbox key={index} label={name} checked={!left.has(index)} onChange={() => toggle(index)} />
          ))}
        </div>
      </div>
      <Field
        label={say("templates.rows")}
        size="small"
        validationMessage={count === null ? say("templates.rows-wrong", { most: MOST_ROWS }) : undefined}
        validationState={count === null ? "error" : "none"}
      >
        <Input size="small" inputMode="numeric" value={rows} onChange={(_, { value }) => setRows(value)} />
      </Field>
      {people.length > 0 ? (
        <div className={own.boxes}>
          <Checkbox
            label={say("templates.people", { count: people.length })}
            checked={withPeople}
            onChange={(_, { checked }) => setWithPeople(checked === true)}
          />
        </div>
      ) : (
        <p className={styles.quiet}>{say("templates.nobody")}</p>
      )}
      <div className={parts.part}>
        <div>
          <Button disabledFocusable={!ready} onClick={() => ready && void make(tables, count, withPeople)}>
            {say(loadPapers === undefined ? "templates.download" : "templates.open")}
          </Button>
        </div>
        <p className={styles.quiet} role="status">
          {tables.length === 0 && say("templates.choose")}
          {progress.kind === "making" ? say("templates.making") : progress.kind === "said" ? progress.words : ""}
        </p>
      </div>
    </>
  );
}
