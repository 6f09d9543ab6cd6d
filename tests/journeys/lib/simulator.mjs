// The simulated sites as a process: start, ask, stop.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const program = process.env.WAYMARK_SIMULATOR ?? `${repository}target/debug/waymark-simulator`;

/** Starts the simulator; resolves once it serves. `vary` pins variations, `org` is a start state's file. */
export async function startSimulator({ seed = 1, org, vary = {} } = {}) {
  const options = ['--port', '0', '--seed', String(seed)];
  if (org) options.push('--org', org);
  for (const [key, value] of Object.entries(vary)) options.push('--vary', `${key}=${value}`);
  const child = spawn(program, options, { stdio: ['ignore', 'pipe', 'inherit'] });
  const kill = () => child.kill('SIGTERM');
  process.once('exit', kill);
  const lines = createInterface({ input: child.stdout });
  const first = await new Promise((resolve, reject) => {
    lines.once('line', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the simulator ended with ${code} before it served`)));
  });
  const served = JSON.parse(first);
  const ask = async (path, body) => {
    const answer = await fetch(`${served.control}${path}`, body && {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    const text = await answer.text();
    return text ? JSON.parse(text) : undefined;
  };
  return {
    ...served,
    /** All tables of the org: object name → rows. */
    org: () => ask('/org'),
    /** Jotform's account. */
    jotform: () => ask('/jotform'),
    /** Mails sent by the org. */
    mail: () => ask('/mail'),
    /** REST requests seen. */
    requests: () => ask('/requests'),
    /** Makes the org misbehave. */
    fault: (...faults) => ask('/faults', faults),
    /** Does one of the control interface's actions, for example `install_app`. */
    operate: (action, operation) => ask(`/org/${action}`, operation),
    stop: () => new Promise((resolve) => {
      process.off('exit', kill);
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', resolve);
      kill();
    }),
  };
}
