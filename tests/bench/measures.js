// What is measured, each in milliseconds.
const timed = (needs, work) => Object.assign(async (reader, run) => {
  document.documentElement.offsetHeight;
  const began = performance.now();
  work(reader, run);
  return performance.now() - began;
}, { needs });

globalThis.measures = {
  'reading anew': timed('read_all', (reader) => reader.read_all()),
  'locate in an up-to-date snapshot': timed('find', (reader, run) => reader.find('button', `Press ${run}_3`, `Section ${run}`)),
};
