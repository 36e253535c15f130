/** The icon that goes with a colour: colour never speaks alone. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { DismissCircleFilled } from "@fluentui/react-icons/svg/dismiss-circle";
import { InfoFilled } from "@fluentui/react-icons/svg/info";
import { QuestionCircleFilled } from "@fluentui/react-icons/svg/question-circle";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import type { Level } from "../../check/report";

export type Tone = "neutral" | "danger" | "warning" | "success";

const useStyles = makeStyles({
  icon: { flexShrink: 0, fontSize: "20px", width: "20px", height: "20px" },
  small: { flexShrink: 0, fontSize: "16px", width: "16px", height: "16px", marginTop: "2px" },
  neutral: { color: tokens.colorNeutralForeground3 },
  danger: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  success: { color: tokens.colorStatusSuccessForeground1 },
});

const icons = {
  neutral: InfoFilled,
  danger: DismissCircleFilled,
  warning: WarningFilled,
  success: CheckmarkCircleFilled,
};

export function ToneIcon({ tone }: { readonly tone: Tone }) {
  const styles = useStyles();
  const Icon = icons[tone];
  return <Icon aria-hidden className={mergeClasses(styles.icon, styles[tone])} />;
}

const levelIcons = {
  logic: DismissCircleFilled,
  experience: WarningFilled,
  unknown: QuestionCircleFilled,
  info: InfoFilled,
};
const levelTones = { logic: "danger", experience: "warning", unknown: "neutral", info: "neutral" } as const;

export function LevelIcon({ level }: { readonly level: Level }) {
  const styles = useStyles();
  const Icon = levelIcons[level];
  return <Icon aria-hidden className={mergeClasses(styles.small, styles[levelTones[level]])} />;
}
