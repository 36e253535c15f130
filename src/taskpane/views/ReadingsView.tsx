/** 口径: what the documents leave open, how it is read now, why, and the choice of another reading, each beside its clause. */
import { Button, Field, Select } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { chooseReadings, runCheck } from "../actions";
import { usePane, useSay, useSession } from "../shell/session-context";
import { Nothing } from "./Nothing";
import { openPoints, type OpenPoint } from "./open-points";
import { useViewStyles } from "./use-view-styles";

export function ReadingsView({ onDone }: { readonly onDone: () => void }) {
  const styles = useViewStyles();
  const say = useSay();
  const session = useSession();
  const packs = usePane((state) => state.checked?.packs ?? state.policies);
  const kept = usePane((state) => state.settings.readings);
  const points = useMemo(() => openPoints(packs), [packs]);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  if (points.length === 0) return <Nothing id="readings.none" />;
  const save = async () => {
    await chooseReadings(chosen, session);
    onDone();
    await runCheck(session);
  };
  return (
    <>
      <p className={styles.quiet}>{say("readings.what")}</p>
      {points.map((point) => (
        <Choice
          key={point.key}
          point={point}
          value={chosen[point.key] ?? kept[point.key] ?? point.reading.chosen}
          onChoose={(value) => setChosen({ ...chosen, [point.key]: value })}
        />
      ))}
      <Button appearance="primary" onClick={() => void save()}>
        {say("mapping.save")}
      </Button>
    </>
  );
}

interface ChoiceProps {
  readonly point: OpenPoint;
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

function Choice({ point, value, onChoose }: ChoiceProps) {
  const styles = useViewStyles();
  const say = useSay();
  const { rule, reading } = point;
  return (
    <div>
      <Field size="small" label={say("readings.question", { rule: rule.name, question: reading.question })} hint={reading.why}>
        <Select className={styles.select} size="small" value={value} onChange={(_, picked) => onChoose(picked.value)}>
          {reading.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.value === reading.chosen ? say("readings.usual", { option: option.label }) : option.label}
            </option>
          ))}
        </Select>
      </Field>
      <p className={styles.quiet}>
        {rule.clause.at} {say("why.quote", { quote: rule.clause.quote })}
      </p>
    </div>
  );
}
