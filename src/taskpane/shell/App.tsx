/**
 * The pane's one column: header, verdict, the primary button, four tabs. Only arrangement; each part knows its own state.
 */
import { mergeClasses } from "@fluentui/react-components";
import { Suspense, useState } from "react";
import { filterBy, goTo } from "../actions";
import { CheckView } from "../findings/CheckView";
import { Nothing } from "../views/Nothing";
import { CheckButton } from "./CheckButton";
import { ErrorBoundary } from "./ErrorBoundary";
import { Header } from "./Header";
import { Overlaid } from "./Overlaid";
import {
  ChangesPart,
  DeadlinesPart,
  FormulasPart,
  HelpPart,
  MappingPart,
  NoticesPart,
  OpenFilePart,
  PlanningPart,
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
import { useRegions } from "./use-regions";
import { Verdict } from "./Verdict";

export function App() {
  const styles = useAppStyles();
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const place = usePane((state) => state.place);
  const root = useFocusHome<HTMLDivElement>();
  const onKeyDown = useRegions(root);
  const { ports } = useSession();
  return (
    <div ref={root} className={styles.app} onKeyDown={onKeyDown}>
      <Header onOpen={setOverlay} />
      <main className={styles.main}>
        {overlay !== null && (
          <Overlaid overlay={overlay} onClose={() => setOverlay(null)}>
            <ErrorBoundary key={overlay} words={ports.texts}>
              <Suspense fallback={<Nothing id="part.loading" />}>
                <OverlayBody overlay={overlay} onClose={() => setOverlay(null)} />
              </Suspense>
            </ErrorBoundary>
          </Overlaid>
        )}
        {/* Hidden, not taken away: where the clerk was in the list stays as it was. */}
        <div className={mergeClasses(styles.main, overlay !== null && styles.hidden)} hidden={overlay !== null}>
          {place === "none" ? (
            <Suspense fallback={<Nothing id="part.loading" />}>
              <OpenFilePart />
            </Suspense>
          ) : (
            <Workplace onOpen={setOverlay} />
          )}
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
    case "changes":
      return <ChangesPart onDone={onClose} />;
    case "rules":
      return <RulesPart onDone={onClose} />;
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
  const session = useSession();
  const isSaying = usePane(({ question, notice }) => question !== null || notice !== null);
  const tab = usePane((state) => state.tab);
  const filter = usePane((state) => state.filter);
  return (
    <>
      <Verdict
        filter={filter}
        onFilter={(level) => {
          filterBy({ ...filter, level, show: filter.show === "solved" ? "all" : filter.show }, session);
          goTo("check", session);
        }}
      />
      <CheckButton />
      <Suspense fallback={null}>{isSaying && <NoticesPart />}</Suspense>
      <Tabs chosen={tab} onChoose={(next) => goTo(next, session)} />
      <div className={styles.panel} data-region role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        <ErrorBoundary key={tab} words={session.ports.texts}>
          <Suspense fallback={<Nothing id="part.loading" />}>
            <TabBody tab={tab} onOpen={onOpen} />
          </Suspense>
        </ErrorBoundary>
      </div>
    </>
  );
}

interface TabBodyProps {
  readonly tab: Tab;
  readonly onOpen: (overlay: Overlay) => void;
}

function TabBody({ tab, onOpen }: TabBodyProps) {
  switch (tab) {
    case "check":
      return <CheckView onOpen={onOpen} />;
    case "statistics":
      return <StatisticsPart />;
    case "formulas":
      return <FormulasPart />;
    case "submit":
      return <SubmitPart />;
  }
}
