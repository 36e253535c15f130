/**
 * How the tests run: everything of test/ but the browser's own, in Node; the pane's components in jsdom.
 * One engine (swc) for build and tests. The browser tests have their own file: jest.e2e.config.cjs.
 */
const swc = (parser) => [
  "@swc/jest",
  {
    swcrc: false,
    sourceMaps: "inline",
    jsc: { target: "es2022", parser, transform: { react: { runtime: "automatic" } } },
  },
];

/** Packages that ship as ES modules only: Jest needs them as CommonJS. */
const modulesOnly = [
  "intl-messageformat",
  "react-intl",
  "@formatjs",
  "fast-check",
  "pure-rand",
  "@univerjs",
  "lodash-es",
  "nanoid",
  "rbush",
  "kdbush",
  "quickselect",
];

const common = {
  rootDir: __dirname,
  transform: {
    "\\.tsx$": swc({ syntax: "typescript", tsx: true }),
    "\\.ts$": swc({ syntax: "typescript", tsx: false }),
    "\\.m?js$": swc({ syntax: "ecmascript" }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${modulesOnly.join("|")})/)`],
  moduleFileExtensions: ["ts", "tsx", "js", "mjs", "json"],
};

module.exports = {
  maxWorkers: 2,
  projects: [
    {
      ...common,
      displayName: "node",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", "/test/taskpane/", "/test/e2e/"],
    },
    {
      ...common,
      displayName: "pane",
      testEnvironment: "jsdom",
      testEnvironmentOptions: { customExportConditions: ["node", "require", "default"] },
      testMatch: ["<rootDir>/test/taskpane/**/*.test.{ts,tsx}"],
      setupFiles: ["<rootDir>/test/setup/pane.ts"],
    },
  ],
};
