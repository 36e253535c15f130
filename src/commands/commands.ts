/**
 * The ribbon's buttons. Each shows the pane and does there what the pane's own button does; nothing is decided here.
 * The names are those of manifest.xml.
 */
import { startedFrom } from "../excel/session";
import { askForReport, askToClear, runCheck } from "../taskpane/actions";

const commands: Readonly<Record<string, () => unknown>> = {
  checkWorkbook: () => runCheck(),
  clearMarks: () => askToClear(),
  writeReport: () => askForReport(),
};

/** Brings the pane to the front. Where Excel will not, the command still does its work, and the pane tells of it when opened. */
async function showPane(): Promise<void> {
  try {
    await Office.addin.showAsTaskpane();
  } catch {
    return;
  }
}

/** The clerk may still be typing in a cell when the hand goes to the ribbon: Excel is then asked to wait for the end of it. */
async function fromRibbon(command: () => unknown, event: Office.AddinCommands.Event): Promise<void> {
  startedFrom("ribbon");
  try {
    await showPane();
    await command();
  } finally {
    startedFrom("pane");
    event.completed();
  }
}

/** Tells Excel which code stands behind each button. The pane's session must have been made. */
export function associateCommands(): void {
  for (const [name, command] of Object.entries(commands)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => void fromRibbon(command, event));
  }
}
