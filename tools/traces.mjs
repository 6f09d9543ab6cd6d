// node traces.mjs PACKAGE...: fails when a package tells where it was built: the checkout's folder, the home folder, the folders of
// cargo and of the compiler's library. What is packed inside (gzip, and a module as base64 in a script) is looked into as well.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { unzipSync } from "fflate";

const isGzip = (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** The bytes and everything packed in them, as texts in which each byte is one character. */
function layers(bytes) {
  const text = Buffer.from(bytes).toString("latin1");
  const inner = isGzip(bytes) ? [gunzipSync(bytes)] : [];
  for (const [base64] of text.matchAll(/[A-Za-z0-9+/]{1000,}={0,2}/g)) {
    const decoded = Buffer.from(base64, "base64");
    if (isGzip(decoded)) inner.push(decoded);
  }
  return [text, ...inner.flatMap(layers)];
}

/** One `{ file, folder }` for each folder of `folders` that a file of the zip names. */
export function traces(zip, folders) {
  return Object.entries(unzipSync(zip)).flatMap(([file, bytes]) => {
    const texts = layers(bytes);
    return folders.filter((folder) => texts.some((text) => text.includes(folder))).map((folder) => ({ file, folder }));
  });
}

/** How the folders of this machine that a build may leave behind are written, with what follows them: a short name would be found in
 * the midst of another, and the compiler's sources have their version behind the name. */
export function foldersOfBuild(root) {
  const sysroot = execFileSync("rustc", ["--print", "sysroot"]).toString().trim();
  const cargo = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
  return [`${root}/`, `${homedir()}/`, `${cargo}/`, `${sysroot}/lib/rustlib/`, join("/usr/src", "rustc-")];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
  const folders = foldersOfBuild(root);
  const found = process.argv.slice(2).flatMap((name) => traces(readFileSync(name), folders).map((trace) => ({ name, ...trace })));
  for (const { name, file, folder } of found) console.error(`${name}: ${file} tells of ${folder}`);
  if (found.length > 0) process.exit(1);
}
