/**
 * The reports as one web page: nothing is loaded from elsewhere, every text is escaped, ID numbers are masked, and it
 * prints on A4.
 */
import type { Report } from "../check/report";
import { sayReport, type PolicyNames, type SaidFinding, type SaidReport } from "./lines";
import { say, type TextId } from "./say";

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, " ");
}

const STYLE = `
:root { color-scheme: light; }
body { font: 14px/1.6 "Microsoft YaHei", "PingFang SC", "Noto Sans SC", sans-serif; margin: 24px auto; max-width: 1000px; padding: 0 16px; color: #1b1a19; }
h1 { font-size: 20px; margin: 0 0 4px; } h2 { font-size: 16px; margin: 24px 0 4px; overflow-wrap: anywhere; }
p { margin: 2px 0; } .quiet { color: #605e5c; font-size: 12px; }
.verdict { font-size: 16px; font-weight: 600; border-left: 4px solid #605e5c; padding-left: 8px; }
table { border-collapse: collapse; width: 100%; margin: 8px 0 16px; } caption { text-align: left; font-weight: 600; padding: 8px 0 4px; }
th, td { border: 1px solid #8a8886; padding: 4px 6px; vertical-align: top; text-align: left; overflow-wrap: anywhere; } th { background: #f3f2f1; }
.signatures { margin-top: 32px; white-space: pre-wrap; }
@media print { body { margin: 0; max-width: none; font-size: 11px; } thead { display: table-header-group; } tr { break-inside: avoid; } section + section { break-before: page; } }
@page { size: A4 landscape; margin: 12mm; }
`.trim();

const COLUMNS: readonly TextId[] = [
  "column.number",
  "column.place",
  "column.subject",
  "column.message",
  "column.value",
  "column.expected",
  "column.clause",
];

function row({ place, subject, message, value, expected, clause, explanation }: SaidFinding, index: number): string {
  const said = explanation === "" ? message : `${message}\n${explanation}`;
  const cells = [String(index + 1), place, subject, said, value, expected, clause];
  return `<tr>${cells.map((cell) => `<td>${escape(cell).replaceAll("\n", "<br>")}</td>`).join("")}</tr>`;
}

function table({ level, findings }: SaidReport["groups"][number]): string {
  const head = COLUMNS.map((id) => `<th scope="col">${escape(say(id))}</th>`).join("");
  return `<table><caption>${escape(level)} ${String(findings.length)}</caption><thead><tr>${head}</tr></thead><tbody>\n${findings.map(row).join("\n")}\n</tbody></table>`;
}

function section({ file, verdict, advice, problem, counts, context, groups, closing }: SaidReport): string {
  const head = `<h2>${escape(file)}</h2>\n<p class="verdict">${escape(verdict)}</p>`;
  if (problem !== null) return `<section>\n${head}\n<p>${escape(problem)}</p>\n</section>`;
  const quiet = (line: string) => `<p class="quiet">${escape(line)}</p>`;
  const body = groups.length === 0 ? [`<p>${escape(say("report.none"))}</p>`] : groups.map(table);
  const summary = `<p>${escape(advice)} ${escape(counts)}</p>`;
  return ["<section>", head, summary, ...context.map(quiet), ...body, ...closing.map(quiet), "</section>"].join("\n");
}

export function asHtml(reports: readonly Report[], names: PolicyNames, asOf: string): string {
  const title = escape(say("report.title"));
  const sections = reports.map((report) => section(sayReport(report, names))).join("\n");
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
${STYLE}
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="quiet">${escape(say("report.made", { date: asOf }))}</p>
${sections}
<p class="signatures">${escape(say("report.signatures"))}</p>
</main>
</body>
</html>
`;
}
