// Renders the builder to a string, as a browser would show it first.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const front = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

// Everything a test needs of the front end, with the JSX turned into JavaScript.
export async function frontEnd() {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        export { Builder } from './src/Builder.jsx';
        export { labelled } from './src/wizard/labelled.jsx';
        export { soup } from './src/wizard/soup.jsx';
        export { sowClasses } from './src/sc.js';
        export { addressOf, viewOf } from './src/route.js';
        export { matching } from './src/catalogue.js';
        export { default as texts } from '../../languages/tables/jotform.json';
        export { createElement } from 'react';
        export { createRoot } from 'react-dom/client';
        export { renderToStaticMarkup } from 'react-dom/server';`,
      resolveDir: front,
      loader: 'jsx',
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    jsx: 'automatic',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  const folder = await mkdtemp(path.join(front, 'node_modules', '.rendered-'));
  const file = path.join(folder, 'front.mjs');
  try {
    await writeFile(file, outputFiles[0].text);
    return await import(pathToFileURL(file));
  } finally {
    await rm(folder, { recursive: true });
  }
}

export const plain = {
  integrations_url: 'own', build_tab_id: 'site_nav', tab_role: 'tab', active_mark: 'both', settings_list: 'named', stage_class: 'named',
  card_markup: 'button', search_markup: 'labelled', wizard_markup: 'labelled', wizard_shape: 'stepwise', wizard_place: 'stage',
  action_control: 'native', object_control: 'native', mapping_control: 'native', wording: 'help_page', unmapped_required: 'refuse',
  match_fields: 'fixed', after_save: 'list', rerender: 'keeps', search_delay_ms: 150, language: 'en', class_seed: 1,
};

export const types = [
  'control_fullname', 'control_email', 'control_phone', 'control_address', 'control_textbox', 'control_textarea', 'control_number',
  'control_spinner', 'control_dropdown', 'control_radio', 'control_checkbox', 'control_datetime', 'control_birthdate', 'control_time',
  'control_fileupload', 'control_signature', 'control_hidden', 'control_rating', 'control_scale', 'control_slider', 'control_matrix',
];

// A form with one question of each type, numbered from 20.
export function formOf(kinds) {
  const questions = kinds.map((type, place) => ({
    qid: 20 + place, type, name: type.replace('control_', ''), text: `Question ${place}`, required: place % 2 === 0,
    options: ['Red', 'Blue'], rows: ['Row 1'],
  }));
  return { id: '240001234567890', title: 'Every type', questions, sources: [] };
}
