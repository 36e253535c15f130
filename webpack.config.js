/**
 * What goes to dist/: the add-in (one page for pane, ribbon and functions: the shared runtime), the workbench, which shares
 * nothing with it but the origin, the worker that reads files, and the plain ES5 script for an Excel too old for either.
 */
const { join } = require("node:path");
const { BannerPlugin } = require("webpack");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");

const src = (...parts) => join(__dirname, "src", ...parts);
const dist = join(__dirname, "dist");
const officeJs = join(__dirname, "node_modules", "@microsoft", "office-js", "dist");

/** The syntax that the browsers know in which Excel 2021, 365 and the web run their add-ins. */
const target = "es2020";

/**
 * Nothing leaves the machine: the page may speak to its own origin only. Fluent UI and the grid write their styles at run time, hence
 * 'unsafe-inline' for styles; scripts get no such leave.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const swc = (parser, to) => ({
  loader: "swc-loader",
  options: { swcrc: false, jsc: { target: to, parser, transform: { react: { runtime: "automatic" } } } },
});

const rules = (to) => [
  { test: /\.tsx$/, use: swc({ syntax: "typescript", tsx: true }, to) },
  { test: /\.ts$/, use: swc({ syntax: "typescript" }, to) },
  { test: /\.css$/, use: ["style-loader", "css-loader"] },
];

const page = (template, filename, chunks) =>
  new HtmlPlugin({
    template,
    filename,
    chunks,
    templateParameters: { contentSecurityPolicy },
    inject: "body",
    scriptLoading: "defer",
    minify: false,
  });

/** office.js and what it loads by itself in Excel: the host's part and the texts. Copied at build time, as it is; never committed. */
const officeFiles = [
  "office.js",
  "o15apptofilemappingtable.js",
  "es6-promise.js",
  "custom-functions-runtime.js",
  "excel{,-web,-win32,-mac,-ios,-winrt}-1*.js",
  "excel{webapp,ios}-1*.js",
  "telemetry/*.js",
  "ariatelemetry/*.js",
  "*/office_strings.js",
];

const common = (env) => ({
  mode: env.development ? "development" : "production",
  devtool: env.development ? "source-map" : false,
  context: __dirname,
  resolve: { extensions: [".ts", ".tsx", ".mjs", ".js", ".json"] },
  performance: { hints: false },
  cache: env.development
    ? { type: "memory" }
    : { type: "filesystem", cacheDirectory: join(__dirname, "node_modules", ".cache", "kaohe", "webpack") },
  stats: "errors-warnings",
});

const addIn = (env) => ({
  ...common(env),
  name: "add-in",
  entry: { taskpane: src("taskpane", "index.tsx") },
  target: ["web", target],
  output: { path: dist, filename: "[name].js", chunkFilename: "part-[name].js", hashFunction: "sha256" },
  module: { rules: rules(target) },
  plugins: [
    page(src("taskpane", "taskpane.html"), "taskpane.html", ["taskpane"]),
    new CopyPlugin({
      patterns: [
        { from: "assets/icons/*.png", to: "icons/[name][ext]" },
        { from: "assets/samples", to: "samples", noErrorOnMissing: true },
        ...officeFiles.map((from) => ({
          from,
          context: officeJs,
          to: "office/[path][name][ext]",
          info: { minimized: true },
          globOptions: { ignore: ["**/*.debug.js"] },
        })),
      ],
    }),
  ],
});

/**
 * The program of the worker that reads files. A page that was opened straight from a folder may not start a worker from a file, so the
 * script only defines a function, whose text the pane (src/taskpane/reader.ts) gives to the worker.
 */
const reader = (env) => ({
  ...common(env),
  name: "reader",
  entry: { reader: src("files", "reader.ts") },
  target: ["webworker", target],
  devtool: false,
  output: { path: dist, filename: "[name].js", uniqueName: "reader", hashFunction: "sha256" },
  module: { rules: rules(target) },
  plugins: [
    new BannerPlugin({ banner: "function kaoheReader() {", raw: true }),
    new BannerPlugin({ banner: "}", raw: true, footer: true }),
  ],
});

const workbench = (env) => ({
  ...common(env),
  name: "workbench",
  entry: { workbench: src("workbench", "page", "main.ts") },
  target: ["web", "es2022"],
  output: { path: dist, filename: "[name].js", chunkFilename: "workbench-[name].js", uniqueName: "workbench", hashFunction: "sha256" },
  module: { rules: rules("es2022") },
  // Served from this machine only: minutes of packing would save nothing.
  optimization: { minimize: false },
  plugins: [page(src("workbench", "page", "workbench.html"), "workbench.html", ["workbench"])],
});

const legacy = (env) => ({
  ...common(env),
  name: "legacy",
  entry: { unsupported: src("taskpane", "legacy", "unsupported.ts") },
  target: ["web", "es5"],
  devtool: false,
  output: { path: dist, filename: "[name].js", hashFunction: "sha256" },
  module: { rules: rules("es5") },
});

module.exports = (env = {}) => [addIn(env), reader(env), workbench(env), legacy(env)];
