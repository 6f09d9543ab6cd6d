// The extension's manifest: manifest.base.json, what differs per browser laid over it, and the workspace's version.

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The manifest for `browser`, from the sources below `root`. */
export function manifest(root, browser) {
  const [base, overlay] = ["base", browser].map((name) =>
    JSON.parse(readFileSync(join(root, "extension", `manifest.${name}.json`), "utf8")),
  );
  return { ...merge(base, overlay), version: version(root) };
}

/** `overlay` laid over `base`: objects are merged, a null takes a key away, anything else replaces. */
export function merge(base, overlay) {
  if (!isObject(base) || !isObject(overlay)) return overlay;
  const merged = { ...base };
  for (const [key, value] of Object.entries(overlay)) {
    if (value === null) delete merged[key];
    else merged[key] = merge(base[key], value);
  }
  return merged;
}

/** The version that the workspace's Cargo.toml gives to all crates. */
export function version(root) {
  const found = /\[workspace\.package\][^[]*?\nversion = "([^"]+)"/.exec(readFileSync(join(root, "Cargo.toml"), "utf8"));
  if (!found) throw new Error("Cargo.toml has no version in [workspace.package]");
  return found[1];
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
