// In Chromium a page's policy can forbid WebAssembly in content scripts: the engine then runs there in plain JavaScript. In Firefox
// it cannot, and the same pages are walked without looking at which form ran.
import assert from 'node:assert/strict';
import { row } from '../lib/assert.mjs';
import { inFirefox, journey } from '../lib/journey.mjs';
import { recordScripts } from '../lib/scripts.mjs';

const WASM = 'content.js';
const PLAIN = 'content-without-wasm.js';

/** Follows the guide until a permission set is saved; answers which scripts ran in the page. */
async function saveSet({ person, browser, simulator }) {
  await person.arrive();
  const scripts = inFirefox ? [] : await recordScripts(browser, person.page);
  await person.openPanel();
  await person.panel.start();
  await person.follow({ stop: (step) => step === 'open_object_settings' });
  const org = await simulator.org();
  const licence = row(org, 'PermissionSetLicense', { DeveloperName: 'SalesforceAPIIntegrationPsl' });
  row(org, 'PermissionSet', { LicenseId: licence.Id });
  return scripts;
}

/** Fails unless only that form was injected into the page itself, or into its frames, which its policy allows. */
function assertForms(scripts, { inFrame = false, allowed }) {
  if (inFirefox) return;
  const forms = new Set(scripts.filter((one) => one.inFrame === inFrame && [WASM, PLAIN].includes(one.script)).map(({ script }) => script));
  assert.deepEqual([...forms], [allowed ? WASM : PLAIN]);
}

/** Policies by the simulator's names, and whether they allow WebAssembly. */
const POLICIES = {
  none: true,
  self_only: false,
  default_none: false,
  unsafe_eval: true,
  wasm_unsafe_eval: true,
  sandbox: true,
  trusted_types: true,
};

for (const [policy, allowed] of Object.entries(POLICIES)) {
  const vary = { 'setup.page_policy': policy };
  journey(`a permission set under the policy ${policy}`, { seed: 3, start: 'classic', vary, privateWindows: false }, async (world) => {
    assertForms(await saveSet(world), { allowed });
  });
}

const FRAMES_ONLY = { 'setup.page_policy': 'self_only_in_frames', 'setup.setup_frame_host': 'same', 'setup.permission_set_list': 'classic' };

journey('a permission set where only the frame forbids WebAssembly', { seed: 2, start: 'setup', vary: FRAMES_ONLY, privateWindows: false }, async (world) => {
  const scripts = await saveSet(world);
  assertForms(scripts, { allowed: true });
  assertForms(scripts, { inFrame: true, allowed: false });
});
