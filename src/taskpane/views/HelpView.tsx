/** 帮助: what the add-in does and does not do, the keys, and the words it uses. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useSay } from "../shell/session-context";

const useStyles = makeStyles({
  heading: { margin: "4px 0 0", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, display: "flex", flexDirection: "column", gap: "8px" },
  word: { fontWeight: tokens.fontWeightSemibold },
  what: { margin: 0 },
});

const promises = ["reads", "kept", "undo", "private"] as const;
const keys = ["move", "locate", "open", "back", "regions"] as const;
const words = ["logic", "experience", "unknown", "not-checked", "verdicts", "reading", "pack", "credited"] as const;

export function HelpView() {
  const styles = useStyles();
  const say = useSay();
  return (
    <>
      {promises.map((one) => (
        <p key={one} className={styles.what}>
          {say(`help.${one}`)}
        </p>
      ))}
      <h3 className={styles.heading}>{say("help.keys")}</h3>
      <Explained ids={keys} family="key" />
      <h3 className={styles.heading}>{say("help.words")}</h3>
      <Explained ids={words} family="word" />
    </>
  );
}

type Explainable = { readonly family: "key"; readonly ids: typeof keys } | { readonly family: "word"; readonly ids: typeof words };

function Explained(list: Explainable) {
  const styles = useStyles();
  const say = useSay();
  const entries =
    list.family === "key"
      ? list.ids.map((id) => [say(`key.${id}`), say(`key.${id}.what`)] as const)
      : list.ids.map((id) => [say(`word.${id}`), say(`word.${id}.what`)] as const);
  return (
    <dl className={styles.list}>
      {entries.map(([word, what]) => (
        <div key={word}>
          <dt className={styles.word}>{word}</dt>
          <dd className={styles.what}>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
