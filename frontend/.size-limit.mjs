// React stays at 19.2 for these limits: the view transitions of 19.3, which no page uses, cost 9 kB.
// What a browser loads before it can show the first page: the entry, the chunks of that page, and all that they import.
import { readFileSync } from "node:fs";

function initial(app, ...lazy) {
  const dist = `${app}/dist`;
  const manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, "utf8"));
  const files = new Set();
  const take = (key) => {
    const chunk = manifest[key];
    if (!chunk) {
      throw new Error(`${app} has no chunk ${key}, expected one of ${Object.keys(manifest)}`);
    }
    if (!files.has(chunk.file)) {
      files.add(chunk.file);
      (chunk.imports ?? []).forEach(take);
    }
  };
  ["index.html", ...lazy].forEach(take);
  return [...files].map((file) => `${dist}/${file}`);
}

export default [
  {
    name: "shop, first page",
    path: initial("customer-web"),
    limit: "130 kB",
    gzip: true,
  },
  {
    name: "desk, first page",
    path: initial("admin-panel"),
    limit: "200 kB",
    gzip: true,
  },
];
