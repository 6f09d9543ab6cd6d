// node build.mjs FOLDER: compiles the real Lightning base components into one script, and synthetic shadow into another, unless
// they are there: it takes 20 s.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [folder] = process.argv.slice(2);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const version = createHash('sha256').update(['entry.js', 'build.mjs', '../../package-lock.json'].map((path) => readFileSync(here(path))).join('')).digest('hex');
const stamp = `${folder}/lightning.version`;

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== version) {
  const { rollup } = await import('rollup');
  const { default: lwc } = await import('@lwc/rollup-plugin');
  const constants = { 'import.meta.env.SSR': 'false', 'process.env.NODE_ENV': '"production"' };
  const inline = {
    name: 'constants',
    transform: (code) => ({ code: Object.entries(constants).reduce((text, [name, value]) => text.replaceAll(name, value), code), map: null }),
  };
  const compile = async (name, input) => {
    const plugins = [inline, lwc({ rootDir: here('.'), modules: [{ npm: 'lightning-base-components' }] })];
    const bundle = await rollup({ input, onwarn() {}, plugins });
    const { output } = await bundle.generate({ format: 'iife', inlineDynamicImports: true });
    writeFileSync(`${folder}/${name}.js`, output[0].code);
  };
  await compile('lightning', here('entry.js'));
  await compile('synthetic-shadow', fileURLToPath(import.meta.resolve('@lwc/synthetic-shadow')));
  writeFileSync(stamp, version);
}
