import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { unzipSync, zipSync } from "fflate";

import { faults } from "../lint-package.mjs";
import { sourceArchive, sourceFiles } from "../source.mjs";
import { traces } from "../traces.mjs";

const program = fileURLToPath(new URL("../package.mjs", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));

/** A folder with these files, written in their order. */
function folder(files, prefix = "waymark-package-") {
  const made = mkdtempSync(join(tmpdir(), prefix));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(made, path)), { recursive: true });
    writeFileSync(join(made, path), text);
  }
  return made;
}

test("equal sources make equal archives, whenever and in whatever order they were written", () => {
  const one = folder({ "build.sh": "#!/bin/sh\n", "src/a.rs": "a", "src/b.rs": "b" });
  const two = folder({ "src/b.rs": "b", "src/a.rs": "a", "build.sh": "#!/bin/sh\n" }, "waymark-package-elsewhere-");
  for (const place of [one, two]) chmodSync(join(place, "build.sh"), 0o755);
  utimesSync(join(two, "src", "a.rs"), 1, 1);
  const [first, second] = [one, two].map((place) => sourceArchive(place, sourceFiles(place), "waymark"));
  assert.deepEqual(first, second);
  assert.deepEqual(Object.keys(unzipSync(first)), ["waymark/build.sh", "waymark/src/a.rs", "waymark/src/b.rs"]);
});

test("what can be run can be run once unpacked", () => {
  const place = folder({ "build.sh": "#!/bin/sh\n", README: "" });
  chmodSync(join(place, "build.sh"), 0o744);
  const archive = Buffer.from(sourceArchive(place, sourceFiles(place), "waymark"));
  const modes = [];
  // The directory of a zip: a signature, and 38 bytes on the mode of each file.
  for (let at = archive.indexOf("PK\x01\x02"); at >= 0; at = archive.indexOf("PK\x01\x02", at + 4)) {
    modes.push((archive.readUInt32LE(at + 38) >>> 16).toString(8));
  }
  assert.deepEqual(modes.sort(), ["100644", "100755"]);
});

test("what was made is no source", () => {
  const place = folder({ "target/x": "", "dist/x": "", "tools/node_modules/x": "", "tools/target.mjs": "", "src/dist/x": "" });
  assert.deepEqual(sourceFiles(place), ["src/dist/x", "tools/target.mjs"]);
});

test("the source archive has what building needs, and how it is done", () => {
  const files = sourceFiles(root);
  for (const needed of ["BUILD.md", "build.sh", "Cargo.lock", "Cargo.toml", "scripts/versions.env", "tools/package-lock.json"]) {
    assert.ok(files.includes(needed), needed);
  }
  assert.deepEqual(files.filter((path) => /node_modules|^target|^dist\//.test(path)), []);
});

test("two runs in two time zones write the same bytes", () => {
  const dist = folder({ "chromium.zip": zipSync({ "manifest.json": Buffer.from("{}") }), "firefox.zip": "x" });
  const runs = ["UTC", "Pacific/Kiritimati"].map((zone) => {
    const to = join(dist, zone.replace("/", "-"));
    execFileSync("node", [program, dist, to, "chromium", "firefox"], { env: { ...process.env, TZ: zone } });
    return to;
  });
  const [names, again] = runs.map((run) => readdirSync(run).sort());
  assert.deepEqual(names, again);
  assert.deepEqual(names.map((name) => name.replace(/-[\d.]+-/, "-")), [
    "SHA256SUMS", "waymark-chrome.zip", "waymark-firefox.xpi", "waymark-source.zip",
  ]);
  for (const name of names) {
    const [first, second] = runs.map((run) => readFileSync(join(run, name)));
    assert.ok(first.equals(second), name);
  }
});

test("a trace of the machine is found wherever it is packed", () => {
  const trace = Buffer.concat([Buffer.from("/home/jane/waymark/src/lib.rs"), Buffer.alloc(2000, "Waymark ")]);
  // What does not compress, as a module hardly does.
  const noise = Buffer.concat(Array.from({ length: 64 }, (_, at) => createHash("sha256").update(Buffer.of(at)).digest()));
  const zip = zipSync({
    "plain.js": trace,
    "module.wasm.gz": gzipSync(Buffer.concat([noise, trace])),
    "content.js": Buffer.from(`x("${gzipSync(Buffer.concat([noise, trace])).toString("base64")}")`),
    "clean.js": Buffer.from("/home/janet/waymark"),
  });
  const found = traces(zip, ["/home/jane/", "/build/"]);
  assert.deepEqual(found.map(({ file }) => file).sort(), ["content.js", "module.wasm.gz", "plain.js"]);
  assert.ok(found.every(({ folder }) => folder === "/home/jane/"));
});

test("for Firefox every fault counts, for others those that are not Firefox's alone", () => {
  const [ofFirefox, ofAll] = [{ code: "ADDON_ID_REQUIRED" }, { code: "DANGEROUS_EVAL" }];
  const answer = { errors: [ofFirefox], warnings: [ofAll] };
  assert.deepEqual(faults("firefox", answer), [ofFirefox, ofAll]);
  assert.deepEqual(faults("chromium", answer), [ofAll]);
});
