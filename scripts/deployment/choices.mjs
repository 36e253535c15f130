/**
 * What a deployer chooses: where office.js comes from, which version the manifest shows, and what goes along. Pure texts in,
 * texts out; scripts/build.mjs writes them.
 */

/** Where office.js may come from. `origin` null: from the deployer's own folder, as npm gave it. */
export const officeSources = {
  self: { origin: null, script: "office/office.js" },
  microsoft: {
    origin: "https://appsforoffice.microsoft.com",
    script: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  },
  china: {
    origin: "https://appsforoffice.cdn.partner.office365.cn",
    script: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
  },
};

/** The pane's page with office.js from there, and leave in its security policy for just that origin. */
export function withOffice(html, source) {
  const { origin, script } = officeSources[source];
  if (origin === null) return html;
  return html
    .replace('src="office/office.js"', `src="${script}"`)
    .replace("script-src 'self'", `script-src 'self' ${origin}`)
    .replace("connect-src 'self'", `connect-src 'self' ${origin}`);
}

/** A manifest version has four numbers; Excel reads functions and ribbon anew when it goes up. */
export function isVersion(text) {
  return /^\d{1,5}(?:\.\d{1,5}){3}$/.test(text);
}

export function withVersion(manifest, version) {
  return manifest.replace(/<Version>[^<]*<\/Version>/, `<Version>${version}</Version>`);
}

/** Files of dist/ that are for trying out on this machine only. */
export function isForTrying(path) {
  return path.startsWith("workbench") || path.startsWith("samples/");
}
