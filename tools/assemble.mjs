// node assemble.mjs BROWSER PACKAGES FOLDER: puts the unpacked extension together from extension/, the packages that
// wasm-pack made, and src/content/boot.js. It fails when a file that something refers to is missing.

import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const [browser, packages, folder] = process.argv.slice(2);
const read = (path) => readFileSync(path, "utf8");

/** `overlay` laid over `base`: objects are merged, a null takes a key away, anything else replaces. */
function merge(base, overlay) {
  if (!isObject(base) || !isObject(overlay)) return overlay;
  const merged = { ...base };
  for (const [key, value] of Object.entries(overlay)) {
    if (value === null) delete merged[key];
    else merged[key] = merge(base[key], value);
  }
  return merged;
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function manifest() {
  const parts = ["base", browser].map((name) => JSON.parse(read(join(root, "extension", `manifest.${name}.json`))));
  const version = read(join(root, "Cargo.toml")).match(/\[workspace\.package\][^[]*?\nversion = "([^"]+)"/)[1];
  return { ...merge(...parts), version };
}

/** One classic script: wasm-bindgen's glue and the module, inside boot.js. */
function contentScript() {
  const glue = read(join(packages, "content", "waymark_content.js"));
  const module = gzipSync(readFileSync(join(packages, "content", "waymark_content_bg.wasm")), { level: 9 });
  const marks = { "/* WAYMARK_GLUE */": glue, "/* WAYMARK_MODULE */": module.toString("base64") };
  return Object.entries(marks).reduce((script, [mark, text]) => {
    if (script.split(mark).length !== 2) throw new Error(`src/content/boot.js must contain ${mark} exactly once`);
    return script.replace(mark, () => text);
  }, read(join(root, "src", "content", "boot.js")));
}

function filesBelow(path) {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath ?? entry.path, entry.name)));
}

/** Every [file, file it refers to] of the manifest, the HTML pages and the static imports of our own modules. */
function* references() {
  const text = JSON.stringify(manifest());
  for (const [, path] of text.matchAll(/"([\w./-]+\.(?:js|html|png|svg|json|css))"/g)) yield ["manifest.json", path];
  for (const file of filesBelow(folder)) {
    const pattern = { html: /(?:src|href)="([^":#]+)"/g, js: /^import [^;]*?["'](\.[^"']+)["']/gm }[file.split(".").pop()];
    if (!pattern || file === "content.js") continue;
    for (const [, path] of read(join(folder, file)).matchAll(pattern)) yield [file, join(dirname(file), path)];
  }
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
cpSync(join(root, "extension"), folder, {
  recursive: true,
  filter: (path) => !/manifest\.\w+\.json$/.test(path),
});
writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest(), null, 2) + "\n");
for (const crate of ["background", "panel"]) {
  for (const file of [`waymark_${crate}.js`, `waymark_${crate}_bg.wasm`]) {
    cpSync(join(packages, crate, file), join(folder, crate, file));
  }
  if (existsSync(join(packages, crate, "snippets"))) {
    cpSync(join(packages, crate, "snippets"), join(folder, crate, "snippets"), { recursive: true });
  }
}
writeFileSync(join(folder, "content.js"), contentScript());

const required = ["background.js", "panel.html", "panel.js", "loader.js"].map((path) => ["the extension", path]);
const missing = [...required, ...references()].filter(([, path]) => !existsSync(join(folder, path)));
if (missing.length > 0) {
  for (const [file, path] of missing) console.error(`${file} needs ${path}, which is not in ${folder}`);
  process.exit(1);
}
