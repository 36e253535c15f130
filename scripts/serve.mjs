/**
 * Serves a folder over https on localhost, with a certificate made for the purpose and kept in the cache: it goes into no trust store.
 * Run by itself (`node scripts/serve.mjs [PORT]`) it serves dist/ and prints the address as its first line.
 */
import { createReadStream, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import { extname, join, normalize } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { cache, root } from "./setup.mjs";

const types = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".xls": "application/vnd.ms-excel",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".xml": "application/xml; charset=utf-8",
};

const validDays = 30;
const dayInMs = 24 * 60 * 60 * 1000;

/** A key and a certificate for localhost: those of the cache while they are fresh, else new ones. */
export async function certificate() {
  const file = join(cache, "localhost.json");
  if (existsSync(file) && Date.now() - statSync(file).mtimeMs < (validDays - 1) * dayInMs) return JSON.parse(readFileSync(file, "utf8"));
  const { generate } = await import("selfsigned");
  const made = await generate([{ name: "commonName", value: "localhost" }], {
    keySize: 2048,
    algorithm: "sha256",
    notAfterDate: new Date(Date.now() + validDays * dayInMs),
    extensions: [
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
        ],
      },
    ],
  });
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, JSON.stringify({ key: made.private, cert: made.cert }), { mode: 0o600 });
  return { key: made.private, cert: made.cert };
}

/** The file that an address means, or undefined where there is none inside the folder. */
function fileOf(folder, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, "https://localhost").pathname);
  } catch {
    return undefined;
  }
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder) || path.includes("\0")) return undefined;
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/** Starts the server on a port (0: any free one), with the given key and certificate or our own, and gives it with its address; rejects where the port is taken. */
export async function serve(folder, port, identity) {
  const server = createServer(identity ?? (await certificate()), (request, response) => {
    if (request.url === "/") {
      response.writeHead(302, { location: "/workbench.html" }).end();
      return;
    }
    const file = fileOf(folder, request.url ?? "");
    if (file === undefined) {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("404");
      return;
    }
    response.writeHead(200, {
      "content-type": types[extname(file).toLowerCase()] ?? "application/octet-stream",
      "content-length": statSync(file).size,
      "cache-control": "no-store",
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "localhost", resolve);
  });
  return { server, origin: `https://localhost:${server.address().port}` };
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const { origin } = await serve(join(root, "dist"), Number(argv[2] ?? 0));
  console.log(origin);
}
