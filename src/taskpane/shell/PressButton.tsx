/** A small button that stays pressed: a filter that is on. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  button: { minWidth: 0, paddingInline: "8px", fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  pressed: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    borderTopColor: tokens.colorNeutralStrokeAccessible,
    borderRightColor: tokens.colorNeutralStrokeAccessible,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderLeftColor: tokens.colorNeutralStrokeAccessible,
  },
});

interface PressButtonProps {
  readonly pressed: boolean;
  readonly disabled?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

export function PressButton({ pressed, disabled, onPress, children }: PressButtonProps) {
  const styles = useStyles();
  return (
    <Button
      className={mergeClasses(styles.button, pressed && styles.pressed)}
      size="small"
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onPress}
    >
      {children}
    </Button>
  );
}
