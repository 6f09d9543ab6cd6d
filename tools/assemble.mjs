// node assemble.mjs BROWSER PROFILE PACKAGES FOLDER: puts the unpacked extension together from extension/, the packages that
// wasm-pack made, the packed guides and words, and the scripts of src/content, and beside it the package for the store (FOLDER.zip). It
// fails when a file that something refers to is missing.

import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { transformSync } from "esbuild";
import { zipSync } from "fflate";

import { smallest } from "./deflate.mjs";
import { licences } from "./licences.mjs";
import { manifest } from "./manifest.mjs";
import { filesBelow, missingFiles } from "./references.mjs";
import { shorten } from "./shorten.mjs";
import { engineWithoutWasm } from "./without-wasm.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const [browser, profile, packages, folder] = process.argv.slice(2);

/** The module that wasm-pack made of a crate, and its glue. */
function shortened(crate) {
  const made = (name) => readFileSync(join(packages, crate, name));
  return shorten(made(`waymark_${crate}_bg.wasm`), made(`waymark_${crate}.js`).toString(), `./waymark_${crate}_bg.js`);
}

/** What the engine calls in the script around it. */
const dom = readFileSync(join(root, "src", "content", "dom.js"), "utf8");

/** One classic script: dom.js, wasm-bindgen's glue and the module, inside boot.js. */
async function contentScript() {
  const { module, glue } = shortened("content");
  return filled("boot.js", {
    "/* WAYMARK_DOM */": dom,
    "/* WAYMARK_GLUE */": glue,
    "/* WAYMARK_MODULE */": (await packed("content", module)).toString("base64"),
  });
}

/** The same where WebAssembly is forbidden: the module in plain JavaScript, inside boot-without-wasm.js. */
async function contentScriptWithoutWasm() {
  const engine = await engineWithoutWasm(join(packages, "content-without-wasm"));
  return filled("boot-without-wasm.js", { "/* WAYMARK_DOM */": dom, "/* WAYMARK_ENGINE */": engine });
}

/** A script of src/content with texts in the places of their marks, in as few bytes as it can be said. */
function filled(name, texts) {
  let script = readFileSync(join(root, "src", "content", name), "utf8");
  for (const [mark, text] of Object.entries(texts)) {
    if (script.split(mark).length !== 2) throw new Error(`src/content/${name} must contain ${mark} exactly once`);
    script = script.replace(mark, () => text);
  }
  return transformSync(script, { minify: true, target: "es2022" }).code;
}

/** A crate's module in gzip. */
async function packed(crate, module) {
  return profile === "shipping" ? smallest(module, join(packages, crate, "module.gz")) : gzipSync(module);
}

/** The module travels packed: zopfli leaves less of it than the package's own compression. Its glue unpacks it on the way in. */
async function copyPackage(crate) {
  const { module, glue } = shortened(crate);
  mkdirSync(join(folder, crate));
  writeFileSync(join(folder, crate, `waymark_${crate}_bg.wasm.gz`), await packed(crate, module));
  writeFileSync(join(folder, crate, `waymark_${crate}.js`), unpacking(glue, crate));
  const snippets = join(packages, crate, "snippets");
  if (existsSync(snippets)) cpSync(snippets, join(folder, crate, "snippets"), { recursive: true });
}

/** The glue of a module that is packed. */
function unpacking(glue, crate) {
  const module = `new URL('waymark_${crate}_bg.wasm', import.meta.url)`;
  const fetched = "fetch(module_or_path)";
  for (const part of [module, fetched]) {
    if (glue.split(part).length !== 2) throw new Error(`the glue of ${crate} must contain ${part} exactly once`);
  }
  const answer = "new Response(body.pipeThrough(new DecompressionStream('gzip')), { headers: { 'Content-Type': 'application/wasm' } })";
  return glue.replace(module, module.replace(".wasm", ".wasm.gz")).replace(fetched, `${fetched}.then(({ body }) => ${answer})`);
}

/** The browser itself says only what the manifest names; all other words ship packed, for our own parts. */
function keepWordsOfManifest(text) {
  const named = new Set(Array.from(text.matchAll(/__MSG_(\w+?)__/g), ([, key]) => key));
  for (const language of readdirSync(join(folder, "_locales"))) {
    const file = join(folder, "_locales", language, "messages.json");
    const messages = Object.entries(JSON.parse(readFileSync(file, "utf8")));
    writeFileSync(file, JSON.stringify(Object.fromEntries(messages.filter(([key]) => named.has(key)))));
  }
}

/** What is written for people to read goes out without what only they read: half of a script, a fifth of the style sheet. */
function shortenScripts() {
  for (const name of filesBelow(folder).filter((file) => /\.(js|css)$/.test(file))) {
    const file = join(folder, name);
    const loader = name.endsWith("css") ? "css" : "js";
    const target = loader === "css" ? "chrome123" : "es2022";
    writeFileSync(file, transformSync(readFileSync(file, "utf8"), { loader, minify: true, target }).code);
  }
}

function writePackage() {
  // A fixed date, so that equal files make equal packages.
  const options = { level: 9, mtime: new Date(1980, 0, 1) };
  const entries = filesBelow(folder).map((file) => [file, readFileSync(join(folder, file))]);
  writeFileSync(`${folder}.zip`, zipSync(Object.fromEntries(entries), options));
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const ships = (path) => !/manifest\.\w+\.json$|[\\/]guides[\\/].*\.json$/.test(path);
cpSync(join(root, "extension"), folder, { recursive: true, filter: ships });
shortenScripts();
cpSync(join(packages, "packed", browser), folder, { recursive: true });
const told = JSON.stringify(manifest(root, browser), null, 2) + "\n";
writeFileSync(join(folder, "manifest.json"), told);
keepWordsOfManifest(told);
writeFileSync(join(folder, "content.js"), await contentScript());
writeFileSync(join(folder, "content-without-wasm.js"), await contentScriptWithoutWasm());
writeFileSync(join(folder, "LICENSES"), licences(root));
await Promise.all(["background", "panel"].map(copyPackage));

const needed = ["background.js", "panel.html", "panel.js", "loader.js", "probe.js", "guides/jotform-salesforce.wire", "words/en.wire"];
const missing = missingFiles(folder, needed);
for (const { from, to } of missing) console.error(`${from} needs ${to}, which is not in ${folder}`);
if (missing.length > 0) process.exit(1);
writePackage();
