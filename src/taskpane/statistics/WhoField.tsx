/** Whom something is for: groups first, then persons; of many only those that the search finds. */
import { Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { foundIn, PeopleSearch } from "./PeopleSearch";
import { useStatisticsText } from "./say";
import { usePartStyles } from "./use-part-styles";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface Chooseable {
  readonly key: string;
  readonly name: string;
  readonly school: string;
}

/** More persons than these are searched, and no more are listed. */
const LISTED = 200;
const SEARCHED = 40;

interface WhoFieldProps {
  readonly label: string;
  readonly value: string;
  readonly groups: readonly Choice[];
  readonly people: readonly Chooseable[];
  readonly onChange: (value: string) => void;
}

export function WhoField({ label, value, groups, people, onChange }: WhoFieldProps) {
  const parts = usePartStyles();
  const say = useStatisticsText();
  const [search, setSearch] = useState("");
  const all = foundIn(people, search);
  const listed = all.slice(0, LISTED);
  const chosen = people.find(({ key }) => key === value);
  const shown = chosen === undefined || listed.includes(chosen) ? listed : [chosen, ...listed];
  const named = ({ name, school }: Chooseable) => (school === "" ? name : say("who.person", { name, school }));
  return (
    <>
      {people.length > SEARCHED && <PeopleSearch typed={search} onType={setSearch} />}
      <Field className={parts.field} label={label} size="small">
        <Select size="small" value={value} onChange={(_, data) => onChange(data.value)}>
          {groups.map((group) => (
            <option key={group.value} value={group.value}>
              {group.label}
            </option>
          ))}
          {shown.map((person) => (
            <option key={person.key} value={person.key}>
              {named(person)}
            </option>
          ))}
          {all.length > LISTED && <option disabled>{say("who.more", { count: all.length - LISTED })}</option>}
        </Select>
      </Field>
    </>
  );
}
