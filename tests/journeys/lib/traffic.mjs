// Everything that the extension's background asks of the network, seen by the browser's developer tools.

/** Records the addresses that the running service worker requests from now on. */
export async function recordTraffic(browser) {
  const client = await browser.context.newCDPSession(browser.context.pages()[0]);
  const { targetInfos } = await client.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(browser.extension));
  const { sessionId } = await client.send('Target.attachToTarget', { targetId: worker.targetId, flatten: false });
  const addresses = [];
  client.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { method, params } = JSON.parse(message);
    if (method === 'Network.requestWillBeSent') addresses.push(params.request.url);
  });
  await client.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: 1, method: 'Network.enable' }) });
  return addresses;
}
