/** Finding persons in a long list by what was typed: a part of the name or of the school. */
import { Input } from "@fluentui/react-components";
import { useStatisticsText } from "./say";

/** Those whose name or school holds what was typed. */
export function foundIn<T extends { readonly name: string; readonly school: string }>(people: readonly T[], search: string): readonly T[] {
  const wanted = search.trim();
  return wanted === "" ? people : people.filter(({ name, school }) => name.includes(wanted) || school.includes(wanted));
}

export function PeopleSearch({ typed, onType }: { readonly typed: string; readonly onType: (text: string) => void }) {
  const say = useStatisticsText();
  return (
    <Input
      size="small"
      type="search"
      aria-label={say("who.search")}
      placeholder={say("who.search")}
      value={typed}
      onChange={(_, { value }) => onType(value)}
    />
  );
}
