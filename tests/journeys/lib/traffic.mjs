// Everything that the extension's background asks of the network, seen by the browser's developer tools.
import { until } from './person.mjs';

/** Why a journey with it is walked in Chromium only. */
export const NETWORK = "what the background asks of the network is seen by Chromium's developer tools";

/** The developer tools at the running service worker: `send` tells it something, `heard` is called with what it tells. */
async function tools(browser, heard = () => {}) {
  const client = await browser.context.newCDPSession(browser.context.pages()[0]);
  const running = async () => {
    // A worker that sleeps is woken by a message.
    await browser.inExtension(() => chrome.runtime.sendMessage('wake').catch(() => {}));
    const { targetInfos } = await client.send('Target.getTargets');
    return targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(browser.extension));
  };
  const worker = await until(running, 'a running service worker');
  const { sessionId } = await client.send('Target.attachToTarget', { targetId: worker.targetId, flatten: false });
  const answered = new Set();
  client.on('Target.receivedMessageFromTarget', ({ message }) => {
    const told = JSON.parse(message);
    if (told.id) answered.add(told.id);
    heard(told);
  });
  let sent = 0;
  return async (method, params = {}) => {
    const id = sent += 1;
    await client.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
    await until(() => answered.has(id), `an answer to ${method}`);
  };
}

/** Records what the running service worker requests from now on: `url`, `headers` and `postData` of each. */
export async function recordRequests(browser) {
  const requests = [];
  const send = await tools(browser, ({ method, params }) => {
    if (method === 'Network.requestWillBeSent') requests.push(params.request);
  });
  await send('Network.enable');
  return requests;
}

/** Takes the network from the running service worker, and gives it back: answers what does so. */
export async function network(browser) {
  const send = await tools(browser);
  await send('Network.enable');
  return (there) => send('Network.emulateNetworkConditions', { offline: !there, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
}
