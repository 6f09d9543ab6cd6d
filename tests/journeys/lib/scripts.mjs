// Which of the extension's scripts run in which frames, seen by the browser's developer tools.

/** Records what the extension runs in a page from now on, in the order in which it comes: `[{ script, inFrame }]`. */
export async function recordScripts(browser, page) {
  const client = await browser.context.newCDPSession(page);
  const own = `chrome-extension://${browser.extension}/`;
  const scripts = [];
  client.on('Debugger.scriptParsed', ({ url, executionContextAuxData }) => {
    if (!url.startsWith(own)) return;
    scripts.push({ script: url.slice(own.length), inFrame: executionContextAuxData.frameId !== top });
  });
  const { frameTree } = await client.send('Page.getFrameTree');
  const top = frameTree.frame.id;
  await client.send('Debugger.enable');
  return scripts;
}
