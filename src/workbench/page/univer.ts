/**
 * Starts Univer, the grid of the page: open-source parts only, Chinese, no server.
 */
import { LocaleType, LogLevel, mergeLocales, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/lib/facade";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import zhCN from "@univerjs/preset-sheets-core/locales/zh-CN";
import { defaultTheme } from "@univerjs/themes";
import "@univerjs/preset-sheets-core/lib/index.css";

/** @param container id of the element in which the grid is drawn. */
export function startUniver(container: string): FUniver {
  const univer = new Univer({
    logLevel: LogLevel.WARN,
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: mergeLocales(zhCN) },
    theme: defaultTheme,
  });
  for (const plugin of UniverSheetsCorePreset({
    container,
    toolbar: false,
    disableAutoFocus: true,
    sheets: { autoHeightForMergedCells: true },
  }).plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  return FUniver.newAPI(univer);
}
