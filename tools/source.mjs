// The sources as an archive, with which somebody else can make the same packages (BUILD.md tells how).

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";

import { filesBelow } from "./references.mjs";

/** What is made and not written: as in .gitignore. */
const made = (path) => /^(target|dist)\/|(^|\/)node_modules\//.test(path);

/** Paths of all sources below `root`: what git knows there, and where there is no git (as in an unpacked archive) all that was not made. */
export function sourceFiles(root) {
  if (!existsSync(join(root, ".git"))) return filesBelow(root).filter((path) => !made(path));
  const listed = execFileSync("git", ["ls-files", "-z"], { cwd: root, maxBuffer: 1 << 26 }).toString();
  return listed.split("\0").filter((path) => path !== "" && existsSync(join(root, path))).sort();
}

/** These files in a zip, below the folder `top`; what can be run stays so, and nothing else of the disk's is kept. */
export function sourceArchive(root, files, top) {
  // A fixed date, and Unix as the system that made it, so that the modes count.
  const options = { level: 9, mtime: new Date(1980, 0, 1), os: 3 };
  const mode = (path) => (statSync(path).mode & 0o100 ? 0o100755 : 0o100644);
  const entry = (file) => [readFileSync(join(root, file)), { ...options, attrs: mode(join(root, file)) << 16 }];
  return zipSync(Object.fromEntries(files.map((file) => [`${top}/${file}`, entry(file)])), options);
}
