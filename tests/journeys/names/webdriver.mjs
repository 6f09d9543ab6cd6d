// The two commands of WebDriver that tell an element's role and name, asked of the chromedriver that belongs to the Chromium.
import { spawn } from 'node:child_process';
import { program } from '../lib/browser.mjs';

/** The property that stands for an element in WebDriver's answers. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** A browser of its own, driven by commands. */
export async function openDriver() {
  const driver = spawn(process.env.CHROMEDRIVER ?? 'chromedriver', ['--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise((resolve, reject) => {
    driver.on('error', reject);
    driver.on('exit', (code) => reject(new Error(`chromedriver ended with ${code}`)));
    driver.stdout.on('data', (said) => {
      const [, port] = /successfully on port (\d+)/.exec(said) ?? [];
      if (port) resolve(port);
    });
  });
  const command = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.message}`);
    return value;
  };
  const chromium = { binary: program, args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'] };
  const { sessionId } = await command('POST', '/session', { capabilities: { alwaysMatch: { 'goog:chromeOptions': chromium } } });
  const session = `/session/${sessionId}`;
  return {
    /** `{role, name}` of every element of a page's own tree, in order. */
    async rolesAndNames(url) {
      await command('POST', `${session}/url`, { url });
      const said = [];
      for (const { [ELEMENT]: id } of await command('POST', `${session}/elements`, { using: 'css selector', value: '*' })) {
        const [role, name] = [await command('GET', `${session}/element/${id}/computedrole`), await command('GET', `${session}/element/${id}/computedlabel`)];
        said.push({ role, name });
      }
      return said;
    },
    async close() {
      await command('DELETE', session);
      driver.kill();
    },
  };
}
