// Which files an unpacked extension refers to and lacks.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, extname, join, normalize, relative } from "node:path";

/** Paths of all files below `folder`, in a fixed order. */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

/** One `{ from, to }` for every file that is referred to and not there. */
export function missingFiles(folder, required) {
  const found = required.map((to) => ({ from: "the extension", to }));
  for (const file of filesBelow(folder)) {
    for (const to of references(file, readFileSync(join(folder, file), "utf8"))) {
      found.push({ from: file, to: normalize(to) });
    }
  }
  return found.filter(({ to }) => !existsSync(join(folder, to)));
}

function references(file, text) {
  const beside = (path) => join(dirname(file), path);
  if (file === "manifest.json") {
    const locale = JSON.parse(text).default_locale;
    const named = captures(text, /"\/?([\w./-]+\.(?:js|html|png|svg|json|css))"/g);
    return locale ? [...named, `_locales/${locale}/messages.json`] : named;
  }
  switch (extname(file)) {
    case ".html":
      return captures(text, /(?:src|href)="([^":#]+)"/g).map(beside);
    case ".css":
      return captures(text, /(?:@import |url\()["']?([^"')#:]+)["')]/g).map(beside);
    case ".js":
      return captures(text, /(?:^|;)(?:import|export)\s*(?:[^;"']*?\bfrom\s*)?["'](\.[^"']+)["']/gm).map(beside);
    default:
      return [];
  }
}

function captures(text, pattern) {
  return [...text.matchAll(pattern)].map((match) => match[1]);
}
