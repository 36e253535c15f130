/**
 * 能交了吗? The verdict as icon, word, colour and one sentence; the counts below are the filters of the list.
 */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Level } from "../../check/report";
import { levels } from "../findings/arrange";
import type { Filter } from "../findings/filter";
import { PressButton } from "./PressButton";
import { useSay } from "./session-context";
import { useVerdict } from "./use-verdict";
import { ToneIcon } from "./ToneIcon";

const useStyles = makeStyles({
  banner: { padding: "8px 12px", display: "flex", flexDirection: "column", gap: "4px", flexShrink: 0 },
  neutral: { backgroundColor: tokens.colorNeutralBackground3 },
  danger: { backgroundColor: tokens.colorStatusDangerBackground1 },
  warning: { backgroundColor: tokens.colorStatusWarningBackground1 },
  success: { backgroundColor: tokens.colorStatusSuccessBackground1 },
  line: { display: "flex", alignItems: "center", gap: "8px", minWidth: 0 },
  word: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  sentence: { margin: 0 },
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  counts: { display: "flex", flexWrap: "wrap", gap: "4px", marginTop: "4px" },
  file: {
    flexGrow: 1,
    textAlign: "right",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

interface VerdictProps {
  readonly filter: Filter;
  readonly onFilter: (level: Level | null) => void;
}

export function Verdict({ filter, onFilter }: VerdictProps) {
  const styles = useStyles();
  const say = useSay();
  const shown = useVerdict();
  return (
    <section data-region className={mergeClasses(styles.banner, styles[shown.tone])} aria-label={say("verdict.label")}>
      <div className={styles.line}>
        <ToneIcon tone={shown.tone} />
        <h2 className={styles.word}>{shown.word}</h2>
        <span className={styles.file} title={shown.file}>
          {shown.file}
        </span>
      </div>
      <p className={styles.sentence} role="status">
        {shown.sentence}
      </p>
      {shown.notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      {shown.counts !== null && (
        <div className={styles.counts} role="group" aria-label={say("filter.levels")}>
          {levels.map((level) => (
            <PressButton
              key={level}
              pressed={filter.level === level}
              disabled={shown.counts?.[level] === 0}
              onPress={() => onFilter(filter.level === level ? null : level)}
            >
              {say("filter.count", { level: say(`level.${level}`), count: shown.counts?.[level] ?? 0 })}
            </PressButton>
          ))}
        </div>
      )}
    </section>
  );
}
