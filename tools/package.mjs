// node package.mjs DIST FOLDER BROWSER...: puts into FOLDER what goes to the stores: of each browser the packed extension of DIST (the
// zip that assemble.mjs has made), the source archive, and SHA256SUMS of them all. Equal files make equal packages: no date, no order of
// the disk and no time zone is in them.

import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { version } from "./manifest.mjs";
import { sourceArchive, sourceFiles } from "./source.mjs";

/** What each browser's store takes: what its package is called and how it ends. */
const stores = { chromium: ["chrome", "zip"], firefox: ["firefox", "xpi"] };

/** The name of a browser's package. */
export function packageName(root, browser) {
  const [name, ending] = stores[browser] ?? [browser, "zip"];
  return `waymark-${version(root)}-${name}.${ending}`;
}

/** Writes the packages into `folder`, which is made anew; gives their names. */
export function writePackages(root, dist, folder, browsers) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const names = browsers.map((browser) => {
    const name = packageName(root, browser);
    copyFileSync(join(dist, `${browser}.zip`), join(folder, name));
    return name;
  });
  const top = `waymark-${version(root)}`;
  names.push(`${top}-source.zip`);
  writeFileSync(join(folder, names.at(-1)), sourceArchive(root, sourceFiles(root), top));
  const sums = names.map((name) => `${createHash("sha256").update(readFileSync(join(folder, name))).digest("hex")}  ${name}\n`);
  writeFileSync(join(folder, "SHA256SUMS"), sums.join(""));
  return names;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
  const [dist, folder, ...browsers] = process.argv.slice(2);
  for (const name of writePackages(root, dist, folder, browsers)) console.log(join(folder, name));
}
