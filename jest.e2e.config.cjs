/**
 * The tests that drive a browser over dist/ (test/e2e/*.e2e.ts): one at a time, with patience.
 * They run as plain Node code through the same engine as the others.
 */
const { projects } = require("./jest.config.cjs");
const [node] = projects;

module.exports = {
  ...node,
  displayName: "e2e",
  testMatch: ["<rootDir>/test/e2e/**/*.e2e.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  globalSetup: "<rootDir>/test/e2e/start.ts",
  globalTeardown: "<rootDir>/test/e2e/stop.ts",
  maxWorkers: 1,
  testTimeout: 60000,
};
