/**
 * The pane's one column: header, verdict, the primary button, four tabs. Only arrangement; each part knows its own state.
 */
import { mergeClasses } from "@fluentui/react-components";
import { Suspense, useState } from "react";
import { noFilter, type Filter } from "../findings/arrange";
import { CheckView } from "../findings/CheckView";
import { Nothing } from "../views/Nothing";
import { OpenFile } from "../views/OpenFile";
import { CheckButton } from "./CheckButton";
import { Header } from "./Header";
import { Notices } from "./Notices";
import { Overlaid } from "./Overlaid";
import {
  ChangesPart,
  DeadlinesPart,
  FormulasPart,
  HelpPart,
  MappingPart,
  PlanningPart,
  ReadingsPart,
  RulesPart,
  SelfTestPart,
  StatisticsPart,
  SubmitPart,
  TablesPart,
  TemplatesPart,
} from "./parts";
import type { Overlay, Tab } from "./places";
import { usePane, useSession } from "./session-context";
import { Tabs } from "./Tabs";
import { useAppStyles } from "./use-app-styles";
import { useFocusHome } from "./use-focus-home";
import { Verdict } from "./Verdict";

export function App() {
  const styles = useAppStyles();
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const place = usePane((state) => state.place);
  const root = useFocusHome<HTMLDivElement>();
  return (
    <div ref={root} className={styles.app}>
      <Header onOpen={setOverlay} />
      <main className={styles.main}>
        {overlay !== null && (
          <Overlaid overlay={overlay} onClose={() => setOverlay(null)}>
            <Suspense fallback={<Nothing id="part.loading" />}>
              <OverlayBody overlay={overlay} onClose={() => setOverlay(null)} />
            </Suspense>
          </Overlaid>
        )}
        {/* Hidden, not taken away: where the clerk was in the list stays as it was. */}
        <div className={mergeClasses(styles.main, overlay !== null && styles.hidden)} hidden={overlay !== null}>
          {place === "none" ? <OpenFile /> : <Workplace onOpen={setOverlay} />}
        </div>
      </main>
    </div>
  );
}

function OverlayBody({ overlay, onClose }: { readonly overlay: Overlay; readonly onClose: () => void }) {
  const { ports } = useSession();
  switch (overlay) {
    case "mapping":
      return <MappingPart onDone={onClose} />;
    case "tables":
      return <TablesPart />;
    case "readings":
      return <ReadingsPart onDone={onClose} />;
    case "changes":
      return <ChangesPart onDone={onClose} />;
    case "rules":
      return <RulesPart />;
    case "planning":
      return <PlanningPart />;
    case "templates":
      return <TemplatesPart loadPapers={ports.loadPapers} />;
    case "deadlines":
      return <DeadlinesPart />;
    case "help":
      return <HelpPart />;
    case "self-test":
      return <SelfTestPart />;
  }
}

function Workplace({ onOpen }: { readonly onOpen: (overlay: Overlay) => void }) {
  const styles = useAppStyles();
  const [tab, setTab] = useState<Tab>("check");
  const [filter, setFilter] = useState<Filter>(noFilter);
  return (
    <>
      <Verdict
        filter={filter}
        onFilter={(level) => {
          setFilter({ ...filter, level });
          setTab("check");
        }}
      />
      <CheckButton />
      <Notices />
      <Tabs chosen={tab} onChoose={setTab} />
      <div className={styles.panel} role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        <Suspense fallback={<Nothing id="part.loading" />}>
          <TabBody tab={tab} filter={filter} onFilter={setFilter} onOpen={onOpen} />
        </Suspense>
      </div>
    </>
  );
}

interface TabBodyProps {
  readonly tab: Tab;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly onOpen: (overlay: Overlay) => void;
}

function TabBody({ tab, filter, onFilter, onOpen }: TabBodyProps) {
  switch (tab) {
    case "check":
      return <CheckView filter={filter} onFilter={onFilter} onOpen={onOpen} />;
    case "statistics":
      return <StatisticsPart />;
    case "formulas":
      return <FormulasPart />;
    case "submit":
      return <SubmitPart />;
  }
}
