// Everything that the extension's background asks of the network, seen by the browser's developer tools.
import { until } from './person.mjs';

/** Records what the running service worker requests from now on: `url`, `headers` and `postData` of each. */
export async function recordRequests(browser) {
  const client = await browser.context.newCDPSession(browser.context.pages()[0]);
  const running = async () => {
    // A worker that sleeps is woken by a message.
    await browser.inExtension(() => chrome.runtime.sendMessage('wake').catch(() => {}));
    const { targetInfos } = await client.send('Target.getTargets');
    return targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(browser.extension));
  };
  const worker = await until(running, 'a running service worker');
  const { sessionId } = await client.send('Target.attachToTarget', { targetId: worker.targetId, flatten: false });
  const requests = [];
  client.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { method, params } = JSON.parse(message);
    if (method === 'Network.requestWillBeSent') requests.push(params.request);
  });
  await client.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: 1, method: 'Network.enable' }) });
  return requests;
}
