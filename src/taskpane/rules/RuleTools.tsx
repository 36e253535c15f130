/** What can be done with the whole policy: run its examples, write it as a sheet, take one in, give it out. */
import { Button } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { Pack } from "../../policy/schema";
import { ExamplesPanel } from "./ExamplesPanel";
import { ExportPanel, ImportPanel } from "./PackFilePanels";
import { useRulesText } from "./say";
import { useRulesStyles } from "./use-rules-styles";
import { WritePanel } from "./WritePanel";

const tools = ["examples", "write", "import", "export"] as const;
type Tool = (typeof tools)[number];

interface ToolsProps {
  readonly pack: Pack;
  readonly onImported: (id: string) => void;
}

export function RuleTools({ pack, onImported }: ToolsProps) {
  const styles = useRulesStyles();
  const say = useRulesText();
  const [open, setOpen] = useState<Tool | null>(null);
  const panels: Readonly<Record<Tool, ReactNode>> = {
    examples: <ExamplesPanel pack={pack} />,
    write: <WritePanel pack={pack} onDone={() => setOpen(null)} />,
    import: <ImportPanel onImported={onImported} />,
    export: <ExportPanel pack={pack} />,
  };
  return (
    <div className={styles.stack} role="group" aria-label={say("tools.label")}>
      <div className={styles.row}>
        {tools.map((tool) => (
          <Button
            key={tool}
            className={styles.tool}
            size="small"
            aria-expanded={open === tool}
            onClick={() => setOpen(open === tool ? null : tool)}
          >
            {say(`tools.${tool}`)}
          </Button>
        ))}
      </div>
      {open !== null && <div className={styles.panel}>{panels[open]}</div>}
    </div>
  );
}
