/** 个人学时证明: one page a teacher, for one or for all, written as a sheet of Excel's from which it is printed. */
import { useMemo, useState } from "react";
import type { Slip } from "../../check/slips";
import type { Papers } from "../../excel/papers";
import { writing } from "../actions/writing";
import { AskFirst } from "../shell/AskFirst";
import { useSession } from "../shell/session-context";
import { WhoField, type Choice as WhoChoice } from "../statistics/WhoField";
import { useJudged, type Judged, type Work } from "../statistics/use-judged";
import { usePartStyles } from "../statistics/use-part-styles";
import { useViewStyles } from "../views/use-view-styles";
import { useTemplatesText, type SayTemplates } from "./say";

const work: Work<readonly Slip[]> = async () => (await import("../../check/slips")).slipSteps;

interface SlipsSectionProps {
  /** How Excel writes the sheet; absent where there is no Excel. */
  readonly loadPapers?: () => Promise<Papers>;
}

export function SlipsSection({ loadPapers }: SlipsSectionProps) {
  const styles = useViewStyles();
  const parts = usePartStyles();
  const say = useTemplatesText();
  const slips = useJudged(work);
  return (
    <section className={parts.part} aria-label={say("slips.title")}>
      <h3 className={styles.heading}>{say("slips.title")}</h3>
      <p className={styles.text}>{say("slips.what")}</p>
      {loadPapers === undefined ? (
        <p className={styles.quiet}>{say("slips.only-excel")}</p>
      ) : (
        <Body slips={slips} loadPapers={loadPapers} />
      )}
    </section>
  );
}

function Body({ slips, loadPapers }: { readonly slips: Judged<readonly Slip[]>; readonly loadPapers: () => Promise<Papers> }) {
  const styles = useViewStyles();
  const say = useTemplatesText();
  if (slips === null) return <p className={styles.quiet}>{say("slips.first")}</p>;
  if (slips === "loading") return <p className={styles.quiet}>{say("slips.loading")}</p>;
  if (slips === "failed") return <p className={styles.quiet}>{say("slips.failed")}</p>;
  if (slips.value.length === 0) return <p className={styles.quiet}>{say("slips.none")}</p>;
  return <Choice slips={slips.value} loadPapers={loadPapers} />;
}

/** The value that stands for a school's persons; the key of a person never begins so. */
const OF_SCHOOL = "/";

/** All, and each school where there are several: so many pages are printed in several goes. */
function groupsOf(slips: readonly Slip[], say: SayTemplates): readonly WhoChoice[] {
  const counts = new Map<string, number>();
  for (const { school } of slips) if (school !== "") counts.set(school, (counts.get(school) ?? 0) + 1);
  const all = { value: "", label: say("slips.all", { count: slips.length }) };
  if (counts.size < 2) return [all];
  return [
    all,
    ...[...counts].map(([school, count]) => ({ value: `${OF_SCHOOL}${school}`, label: say("slips.school", { school, count }) })),
  ];
}

function chosenOf(slips: readonly Slip[], who: string): readonly Slip[] {
  if (who === "") return slips;
  return slips.filter(({ key, school }) => (who.startsWith(OF_SCHOOL) ? school === who.slice(OF_SCHOOL.length) : key === who));
}

function Choice({ slips, loadPapers }: { readonly slips: readonly Slip[]; readonly loadPapers: () => Promise<Papers> }) {
  const say = useTemplatesText();
  const session = useSession();
  const [who, setWho] = useState("");
  const groups = useMemo(() => groupsOf(slips, say), [slips, say]);
  const chosen = chosenOf(slips, who);
  const write = () =>
    void writing(session, "report.failed", async () => {
      const papers = await loadPapers();
      const sheet = await papers.writeSlips(chosen);
      return { tone: "success", says: { words: say("slips.done", { sheet, count: chosen.length }) } };
    });
  return (
    <>
      <WhoField label={say("slips.who")} value={who} groups={groups} people={slips} onChange={setWho} />
      <AskFirst key={who} label={say("slips.write")} what={say("slips.confirm", { count: chosen.length })} onGo={write} />
    </>
  );
}
