/**
 * The look of the pane in Excel's own colours: light, dark or high contrast, with text of 13–14 px and Chinese fonts first.
 */
import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";

export type Look = "light" | "dark" | "high-contrast";

const fonts = '"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", "Noto Sans SC", sans-serif';

/** Small text at 13 px: Han characters at Fluent's 12 px are hard to read on the clerks' screens. */
const type = { fontFamilyBase: fonts, fontSizeBase200: "13px", lineHeightBase200: "18px" };

const themes: Readonly<Record<Look, Theme>> = {
  light: { ...webLightTheme, ...type },
  dark: { ...webDarkTheme, ...type },
  "high-contrast": { ...teamsHighContrastTheme, ...type },
};

export function themeOf(look: Look): Theme {
  return themes[look];
}

/** What the system asks for; `officeBackground` is the background of Excel's own panes where it is known. */
export function lookOf(officeBackground: string | null, asks: (query: string) => boolean): Look {
  if (asks("(forced-colors: active)")) return "high-contrast";
  if (officeBackground !== null) return isDark(officeBackground) ? "dark" : "light";
  return asks("(prefers-color-scheme: dark)") ? "dark" : "light";
}

/** Relative luminance below one half, for #RRGGBB; anything else counts as light. */
function isDark(colour: string): boolean {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
  if (parts === null) return false;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => parseInt(part, 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}
