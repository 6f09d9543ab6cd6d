// Writing cases: what their pages are made of.

/** A document around a body. */
export const wholePage = (body, { html = '', head = '' } = {}) => `<!doctype html><html lang="en" ${html}><head><meta charset="utf-8"><title>Case</title>
<style>body { margin: 0; padding: 24px; font: 16px/1.4 sans-serif; } .tall { height: 3000px; }</style>
<script>
  // What the page notices of the control that the case is about.
  window.heard = [];
  for (const kind of ['focus', 'blur', 'input', 'change', 'click']) {
    addEventListener(kind, (event) => event.composedPath()[0].matches?.('[data-goal], [data-goal] *') && heard.push(kind), true);
  }
</script>${head}</head><body>${body}</body></html>`;

/** A labelled text box; `data-goal` marks what the case is about. */
export const CITY = '<label>City <input data-goal></label>';
/** The target that it is. */
export const city = { role: 'textbox', names: { en: ['City'] } };

/** A script of the page; texts that it uses are given by name. */
export function script(source, texts = {}) {
  const given = Object.entries(texts).map(([name, text]) => `const ${name} = ${JSON.stringify(text).replaceAll('</', '<\\/')};`);
  return `<script>{ ${given.join('\n')}\n${source} }</script>`;
}

/** An element whose shadow root holds this, made by a script as pages do it. */
export function shadow(mode, INSIDE, tag = 'x-host') {
  return `<${tag}></${tag}>${script(`
    const root = document.currentScript.previousElementSibling.attachShadow({ mode: '${mode}' });
    root.innerHTML = INSIDE;`, { INSIDE })}`;
}

/** A case whose page is one document, or several: then `parts` makes them, each from `link(part, host)`. */
export function aCase(group, { name, page, parts, headers = {}, document: around, ...rest }) {
  const id = `${group}_${name}`.toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/_$/, '');
  const answer = (part, link) => {
    const body = parts ? parts[part](link) : page;
    return { contentType: 'text/html; charset=utf-8', headers, body: wholePage(body, around) };
  };
  return { id, group, name, answer, ...rest };
}
