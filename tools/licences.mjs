// The licence texts of the crates that are compiled into what ships; a text that several share stands once.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

const roots = ["waymark-background", "waymark-content", "waymark-panel"];

/** The contents of LICENSES for the workspace at `root`. */
export function licences(root) {
  const metadata = JSON.parse(
    execFileSync("cargo", ["metadata", "--format-version=1", "--locked", "--filter-platform=wasm32-unknown-unknown"], {
      cwd: root,
      maxBuffer: 1 << 28,
    }),
  );
  const crates = shippedPackages(metadata);
  const names = crates.map((crate) => `${crate.name} ${crate.version}: ${crate.license}`);
  names.push("the Rust standard library: MIT OR Apache-2.0");
  const holders = new Map();
  for (const crate of crates) {
    const text = licenceText(dirname(crate.manifest_path));
    if (text) holders.set(text, [...(holders.get(text) ?? []), crate.name]);
  }
  const texts = [...holders].map(([text, crates]) => `${"-".repeat(80)}\n${crates.join(", ")}\n\n${text}`);
  return `Waymark contains:\n\n${names.join("\n")}\n\n${texts.join("\n")}`;
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
