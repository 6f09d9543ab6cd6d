// What is measured, each in milliseconds. `needs` names what a reader must have for it.
const timed = (needs, work, before = () => {}) => Object.assign(async (reader, run) => {
  before(reader, run);
  document.documentElement.offsetHeight;
  const records = observer.takeRecords();
  const began = performance.now();
  if (work(reader, run, records) === false) throw new Error(`${needs} did not do what is measured`);
  return performance.now() - began;
}, { needs });

const observer = new MutationObserver(() => {});
observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });

/** Reads in parts as long as the engine's own, between which the page goes on. */
async function parts(reader) {
  document.documentElement.offsetHeight;
  const durations = [];
  let all = false;
  let first = true;
  while (!all) {
    const began = performance.now();
    if (first) reader.begin();
    // The engine stops here too unless the page is small.
    else all = reader.advance(10);
    first = false;
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

/** The same, and of these fifty at labels and around controls. */
function mutateControls(run) {
  mutate(run);
  const labels = document.querySelectorAll('.labelCol > span');
  for (let at = 0; at < 25; at += 1) {
    labels[(at * 37 + run) % labels.length].firstChild.data = `Label ${run} of ${at}`;
    labels[(at * 53 + run) % labels.length].closest('tr').lastChild.firstChild.className = `is-${run}`;
  }
}

const current = (mutating) => timed('catch_up', (reader, run, records) => reader.catch_up(records), (reader, run) => {
  reader.read_all();
  observer.takeRecords();
  mutating(run);
});

globalThis.measures = {
  'reading all': timed('read_all', (reader) => { reader.read_all(); }),
  'first snapshot in parts, in all': Object.assign(async (reader) => (await parts(reader)).reduce((sum, part) => sum + part), { needs: 'begin' }),
  'first snapshot in parts, the longest': Object.assign(async (reader) => Math.max(...await parts(reader)), { needs: 'begin' }),
  'current after 1,000 mutations': current(mutate),
  'current after 1,000 mutations, 50 at controls': current(mutateControls),
  'locate': timed('find', (reader, run) => reader.find('button', `Press ${run}_3`, `Section ${run}`) >= 0),
};
