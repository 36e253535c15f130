/**
 * The arrows between the folders of src, as DESIGN draws them. Each folder names what it may import; all else is refused.
 *   values ← policy ← rules ← functions ← check;  table → values, policy;  check → table;
 *   excel, files, commands, cli, taskpane stand above check. A ribbon command does what the pane's button does, so commands sees taskpane;
 *   of taskpane only the entry file sees commands.
 */
const mayImport = {
  values: [],
  policy: ["values"],
  rules: ["policy", "values"],
  functions: ["rules", "policy", "values"],
  table: ["policy", "values"],
  check: ["functions", "rules", "policy", "values", "table"],
  excel: ["check", "functions", "rules", "policy", "values", "table"],
  files: ["check", "functions", "rules", "policy", "values", "table"],
  commands: ["taskpane", "excel", "check", "functions", "rules", "policy", "values", "table"],
  cli: ["files", "check", "functions", "rules", "policy", "values", "table"],
  taskpane: ["commands", "excel", "files", "check", "functions", "rules", "policy", "values", "table"],
  workbench: [],
};

const arrows = Object.entries(mayImport).map(([folder, others]) => ({
  name: `${folder}-imports`,
  comment: `src/${folder} may import ${others.length === 0 ? "no other folder of src" : others.join(", ")}`,
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: { path: "^src/", pathNot: `^src/(${[folder, ...others].join("|")})/` },
}));

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: "no-circle",
      comment:
        "two files that need each other are one file, or lack a third; types alone may point both ways. The objects of the simulated Excel give each other out, as Excel's do",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/workbench/objects/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "react-in-the-pane-only",
      comment: "nothing below src/taskpane knows React",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/taskpane/" },
      to: { path: "node_modules/(react|react-dom|react-intl|@fluentui|@tanstack/react-virtual)/" },
    },
    {
      name: "univer-in-the-workbench-only",
      comment: "the add-in knows no grid",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/workbench/" },
      to: { path: "node_modules/@univerjs/" },
    },
    {
      name: "host-free",
      comment: "the rules, functions and checks run in Excel, in a browser and in Node alike",
      severity: "error",
      from: { path: "^src/(values|policy|rules|functions|table|check)/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "nothing-unresolved",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-developer-packages-in-the-product",
      comment: "the grid of the workbench is the exception: it is a test and try-out host",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/workbench/" },
      to: { dependencyTypes: ["npm-dev"], pathNot: "node_modules/@types/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
