// What runs in a page's process while nothing happens in it: told by the browser's own trace.

const SECONDS = 10;
const LONG = 50_000;
const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'disabled-by-default-devtools.timeline.stack', 'blink.user_timing'];
const NAMES = {
  timers: ['TimerInstall', 'TimerFire'],
  'frame callbacks': ['RequestAnimationFrame', 'FireAnimationFrame'],
  layouts: ['Layout'],
  'calls of scripts': ['FunctionCall'],
};

/** Says what happened in so many seconds, and how much of it was the extension's. */
export async function idle(page) {
  const client = await page.context().newCDPSession(page);
  // What arriving at the step set going comes to its end: values are read again for two seconds, changes checked after one.
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const events = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const all = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.start', { traceConfig: { includedCategories: CATEGORIES }, transferMode: 'ReportEvents' });
  await new Promise((resolve) => setTimeout(resolve, SECONDS * 1_000));
  await client.send('Tracing.end');
  await all;
  const own = processOf(page, events);
  const here = events.filter(({ pid }) => pid === own);
  if (here.length === 0) throw new Error('the trace tells nothing of the page');
  const isOurs = ({ args }) => JSON.stringify(args).includes('chrome-extension://');
  for (const [what, names] of Object.entries(NAMES)) {
    const found = here.filter(({ name }) => names.includes(name));
    console.log(`idle for ${SECONDS} s: ${found.filter(isOurs).length} ${what} of the guide, ${found.length} in all`);
  }
  const long = here.filter(({ name, dur }) => /RunTask/.test(name) && dur > LONG);
  console.log(`idle for ${SECONDS} s: ${long.length} tasks of more than 50 ms`);
}

/** The process that draws the page. */
function processOf(page, events) {
  const frames = events.flatMap(({ name, args }) => (name === 'TracingStartedInBrowser' ? args.data.frames : []));
  return frames.find(({ url }) => page.url().startsWith(url) || url === page.url())?.processId;
}
