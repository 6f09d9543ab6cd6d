// The licence texts of the crates that are compiled into what ships; a text that several share stands once.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** It comes with the compiler, and is in no list of dependencies. */
const library = { name: "rust-std", version: "(the Rust standard library)", license: "MIT OR Apache-2.0", authors: ["The Rust Project Contributors"] };

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
THE SOFTWARE.`;

const roots = ["waymark-background", "waymark-content", "waymark-panel"];

/** The contents of LICENSES for the workspace at `root`. */
export function licences(root) {
  const metadata = JSON.parse(
    execFileSync("cargo", ["metadata", "--format-version=1", "--locked", "--filter-platform=wasm32-unknown-unknown"], {
      cwd: root,
      maxBuffer: 1 << 28,
    }),
  );
  const crates = [...shippedPackages(metadata), library];
  const names = crates.map((crate) => `${crate.name} ${crate.version}: ${crate.license}`);
  const holders = new Map();
  for (const crate of crates) {
    const text = textOf(crate);
    holders.set(text, [...(holders.get(text) ?? []), `${crate.name} ${crate.version}`]);
  }
  const texts = [...holders].map(([text, crates]) => `${"-".repeat(80)}\n${crates.join(", ")}\n\n${text}`);
  return `Waymark contains:\n\n${names.join("\n")}\n\n${texts.join("\n")}`;
}

/** What a crate's own package has, and where it has none the text of the licence with the crate's authors. */
export function textOf(crate) {
  const own = crate.manifest_path ? licenceText(dirname(crate.manifest_path)) : null;
  if (own) return own;
  if (!/\bMIT\b/.test(crate.license)) throw new Error(`${crate.name} has no licence text, and is not under MIT`);
  return `MIT License\n\nCopyright (c) ${crate.authors.join(", ") || `the authors of ${crate.name}`}\n\n${mit}\n`;
}

/** What the shipped crates link, workspace and build-time crates left out, by name. */
export function shippedPackages({ packages, resolve }) {
  const packageOf = new Map(packages.map((entry) => [entry.id, entry]));
  const nodeOf = new Map(resolve.nodes.map((node) => [node.id, node]));
  const open = packages.filter((entry) => roots.includes(entry.name)).map((entry) => entry.id);
  const seen = new Set(open);
  while (open.length > 0) {
    for (const dependency of nodeOf.get(open.pop()).deps) {
      const links = dependency.dep_kinds.some((kind) => kind.kind === null);
      if (!links || seen.has(dependency.pkg) || isProcedureMacro(packageOf.get(dependency.pkg))) continue;
      seen.add(dependency.pkg);
      open.push(dependency.pkg);
    }
  }
  return [...seen]
    .map((id) => packageOf.get(id))
    .filter((entry) => entry.source !== null)
    .sort((a, b) => a.name.localeCompare(b.name));
}

function isProcedureMacro(entry) {
  return entry.targets.some((target) => target.kind.includes("proc-macro"));
}

// MIT is the shorter one where there is a choice.
function licenceText(folder) {
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|unlicense)/i.test(name)).sort();
  const file = files.find((name) => /mit/i.test(name)) ?? files[0];
  return file ? readFileSync(join(folder, file), "utf8").trim() + "\n" : null;
}
