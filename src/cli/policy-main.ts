/** npm run policy -- …: only what touches the machine stands here. */
import { readFile, writeFile } from "./disk";
import { runPolicy } from "./policy";

const out = (text: string) => void process.stdout.write(text);
const error = (text: string) => void process.stderr.write(text);

void runPolicy(process.argv.slice(2), { readFile, writeFile, out, error }).then((code) => {
  process.exitCode = code;
});
