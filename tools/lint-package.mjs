// node lint-package.mjs BROWSER FOLDER: `web-ext lint` on an unpacked extension; fails on any error or warning. It knows Firefox's rules
// only, so that for another browser what concerns nothing but Firefox is left out.

import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What the linter says of every manifest that is not Firefox's. */
const ofFirefoxOnly = new Set([
  "ADDON_ID_REQUIRED",
  "MISSING_DATA_COLLECTION_PERMISSIONS",
  "BACKGROUND_SERVICE_WORKER_NOFALLBACK",
  "MANIFEST_PERMISSIONS",
]);

/** The errors and warnings of the linter's answer that count for a browser. */
export function faults(browser, { errors, warnings }) {
  return [...errors, ...warnings].filter(({ code }) => browser === "firefox" || !ofFirefoxOnly.has(code));
}

/** One fault as a line. */
export function line({ _type, code, message, file, line }) {
  return `${_type}: ${code} ${[file, line].filter(Boolean).join(":")} ${message}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [browser, folder] = process.argv.slice(2);
  const program = join(dirname(fileURLToPath(import.meta.url)), "web-ext", "node_modules", ".bin", "web-ext");
  const options = ["lint", "--source-dir", folder, "--output", "json", "--no-config-discovery", "--no-input"];
  const { stdout, stderr, error } = spawnSync(program, options, { encoding: "utf8", maxBuffer: 1 << 26 });
  if (error || !stdout.startsWith("{")) throw new Error(`web-ext did not lint: ${error ?? stderr}`);
  const answer = JSON.parse(stdout);
  const found = faults(browser, answer);
  for (const fault of found) console.error(line(fault));
  const left = answer.errors.length + answer.warnings.length - found.length;
  console.log(`${browser}: ${found.length} errors and warnings, ${answer.notices.length} notices, ${left} of Firefox's own left out`);
  if (found.length > 0) process.exit(1);
}
