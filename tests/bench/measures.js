// What is measured, each in milliseconds.
const timed = (needs, work, before = () => {}) => Object.assign(async (reader, run) => {
  before(run);
  document.documentElement.offsetHeight;
  const began = performance.now();
  work(reader, run);
  return performance.now() - began;
}, { needs });

async function parts(reader) {
  document.documentElement.offsetHeight;
  const durations = [];
  let all = false;
  let first = true;
  while (!all) {
    const began = performance.now();
    if (first) reader.begin();
    first = false;
    all = reader.advance(10);
    durations.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return durations;
}

/** A thousand changes of texts and classes all over the page, as a busy application makes them. */
function mutate(run) {
  const texts = document.querySelectorAll('p');
  for (let at = 0; at < 500; at += 1) {
    texts[(at * 7 + run) % texts.length].firstChild.data = `Text ${run} of ${at}`;
    texts[(at * 11 + run) % texts.length].className = `is-${run}`;
  }
}

globalThis.measures = {
  'reading anew': timed('read_all', (reader) => reader.read_all()),
  // In parts as long as the engine's own, between which the page goes on.
  'first snapshot, its reading in all': Object.assign(async (reader) => (await parts(reader)).reduce((sum, part) => sum + part), { needs: 'begin' }),
  'first snapshot, its longest part': Object.assign(async (reader) => Math.max(...await parts(reader)), { needs: 'begin' }),
  'current again after 1,000 mutations': timed('read_all', (reader) => reader.read_all(), mutate),
  'locate in an up-to-date snapshot': timed('find', (reader, run) => reader.find('button', `Press ${run}_3`, `Section ${run}`)),
};
