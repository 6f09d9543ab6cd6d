// The same reading in plain JavaScript: what an extension written by hand would do.
(() => {
  const CONTROLS = 'input:not([type=hidden]), select, textarea, button, summary, a[href], a[onclick], [role], [contenteditable], '
    + '[tabindex], [onclick], [aria-label], h1, h2, h3, h4, h5, h6, li:not(:has(a, button, input, select, textarea))';
  const HEADINGS = 'h1, h2, h3, h4, h5, h6, legend, [role=heading], .pbSubheader';
  const ROLES = { A: 'link', BUTTON: 'button', SELECT: 'combobox', TEXTAREA: 'textbox', H1: 'heading', H2: 'heading', LI: 'listitem' };
  const folded = (text) => text.split(/\s+/).filter(Boolean).join(' ').slice(0, 200);
  let rows = [];

  function role(element) {
    const own = element.getAttribute('role');
    if (own) return own;
    if (element.localName === 'input') return { checkbox: 'checkbox', radio: 'radio', button: 'button', submit: 'button' }[element.type] ?? 'textbox';
    return ROLES[element.tagName] ?? '';
  }

  function name(element) {
    const by = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean).map((id) => document.getElementById(id)?.innerText ?? '').join(' ');
    return folded(by || element.getAttribute('aria-label') || [...element.labels ?? []].map((label) => label.innerText).join(' ')
      || (/^(A|BUTTON|H\d|LI)$/.test(element.tagName) ? element.textContent : '') || element.title || element.placeholder || '');
  }

  function before(element) {
    let around = element;
    for (let level = 0; level < 4 && around; level += 1) {
      for (let sibling = around.previousElementSibling; sibling; sibling = sibling.previousElementSibling) {
        if (sibling.matches(CONTROLS) || sibling.querySelector('input, select, textarea, button')) return '';
        const text = folded(sibling.textContent);
        if (text) return text;
      }
      if (around.localName === 'tr') break;
      around = around.parentElement;
    }
    return '';
  }

  globalThis.reader = Promise.resolve({
    read_all() {
      rows = [];
      let heading = '';
      for (const element of document.querySelectorAll(`${CONTROLS}, ${HEADINGS}`)) {
        if (element.closest('[aria-hidden=true], [inert]') || !element.checkVisibility({ visibilityProperty: true })) continue;
        const box = element.getBoundingClientRect();
        if (box.width < 2 || box.height < 2) continue;
        const ids = [];
        for (let up = element.parentElement; up; up = up.parentElement) if (up.id) ids.push(up.id);
        if (element.matches(HEADINGS)) heading = folded(element.textContent);
        rows.push({
          tag: element.localName, kind: element.getAttribute('type') ?? '', role: role(element), name: name(element), label: before(element),
          id: element.id, nameAttribute: element.getAttribute('name') ?? '', classes: [...element.classList], title: element.title ?? '',
          placeholder: element.getAttribute('placeholder') ?? '', href: element.href ?? '', section: [heading], withinIds: ids,
          options: [...element.options ?? []].map((option) => ({ value: option.value, label: option.label, selected: option.selected })),
          disabled: element.matches(':disabled, [aria-disabled=true], [readonly]'), element,
        });
      }
      return rows.length;
    },
  });
})();
