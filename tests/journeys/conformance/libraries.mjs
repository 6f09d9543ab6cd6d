// The real libraries that pages of the cases load, as scripts by name.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const target = fileURLToPath(new URL('../../../target/conformance/', import.meta.url));

/** React as its package has it, in modules of CommonJS, for a page: `React` and `ReactDOM`. */
function react() {
  const modules = {
    react: 'react/cjs/react.production.js', scheduler: 'scheduler/cjs/scheduler.production.js',
    'react-dom': 'react-dom/cjs/react-dom.production.js', 'react-dom/client': 'react-dom/cjs/react-dom-client.production.js',
  };
  const path = (file) => `${require.resolve('react/package.json').replace('react/package.json', '')}${file}`;
  const factories = Object.entries(modules).map(([name, file]) => `${JSON.stringify(name)}: (module, exports, require) => { ${readFileSync(path(file), 'utf8')} }`);
  return `{
    const factories = { ${factories.join(',\n')} };
    const made = {};
    const require = (name) => {
      if (!made[name]) factories[name](made[name] = { exports: {} }, made[name].exports, require);
      return made[name].exports;
    };
    window.React = require('react');
    window.ReactDOM = require('react-dom/client');
  }`;
}

/** One of the scripts that lightning/build.mjs compiles. */
function compiled(name) {
  mkdirSync(target, { recursive: true });
  execFileSync(process.execPath, [fileURLToPath(new URL('lightning/build.mjs', import.meta.url)), target], { stdio: 'inherit' });
  return readFileSync(`${target}${name}.js`, 'utf8');
}

const made = new Map();
/** The script of a library. */
export function library(name) {
  if (!made.has(name)) made.set(name, name === 'react' ? react() : compiled(name));
  return made.get(name);
}
