// The same reading by hand in JavaScript, as an extension without a module would do it: the same rows (the benchmark compares
// them), for what the measured page has; without the rules that its elements do not need.
(() => {
  const CANDIDATES = 'input:not([type=hidden]), select, textarea, button, summary, a[href], a[onclick], [role], [contenteditable], '
    + '[tabindex], [onclick], [aria-label], h1, h2, h3, h4, h5, h6, li:not(:has(a, button, input, select, textarea))';
  const HEADINGS = 'h1, h2, h3, h4, h5, h6, legend, [role=heading], .pbSubheader';
  const FIELDS = 'input:not([type=hidden]), select, textarea, button';
  const CONTROLS = `${FIELDS}, [role=combobox], [role=textbox], [role=listbox], [tabindex='0']`;
  const ROLES = { a: 'link', button: 'button', select: 'combobox', textarea: 'textbox', li: 'listitem' };
  const INPUTS = { checkbox: 'checkbox', radio: 'radio', button: 'button', submit: 'button', reset: 'button', image: 'button', number: 'spinbutton', search: 'searchbox' };
  const VISIBLE = { visibilityProperty: true };
  const folded = (text, limit) => text.split(/\s+/).filter(Boolean).join(' ').slice(0, limit);
  const holdsControl = (element) => element.matches(CONTROLS) || element.querySelector(CONTROLS) !== null;
  const inline = (element) => /^inline|^contents/.test(getComputedStyle(element).display);

  function role(element) {
    const own = element.getAttribute('role');
    if (own) return own.toLowerCase();
    const name = element.localName;
    if (name === 'input') return INPUTS[element.type] ?? 'textbox';
    return /^h[1-6]$/.test(name) ? 'heading' : ROLES[name] ?? '';
  }

  /** What an element shows. */
  function shown(element, depth = 0) {
    let text = '';
    for (const child of (element.shadowRoot ?? element).childNodes) {
      if (child.nodeType === Node.TEXT_NODE) text += child.data;
      if (child.nodeType !== Node.ELEMENT_NODE || depth > 12 || /^(script|style|template|noscript|input|select|textarea)$/.test(child.localName)) continue;
      if (child.getAttribute('aria-hidden') === 'true' || !child.checkVisibility(VISIBLE)) continue;
      const label = child.getAttribute('aria-label');
      const own = label ?? (child.localName === 'img' ? child.alt : shown(child, depth + 1));
      text += inline(child) ? own : ` ${own} `;
    }
    return text;
  }

  function firstLine(element) {
    let text = '';
    const collect = (around) => {
      for (const child of around.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) text += child.data;
        if (child.nodeType !== Node.ELEMENT_NODE) continue;
        const block = !inline(child);
        if ((block && text.trim()) || collect(child) || (block && text.trim())) return true;
      }
      return false;
    };
    collect(element);
    return folded(text, 200);
  }

  function before(element) {
    for (let level = 0, around = element; level < 4 && around; level += 1, around = around.parentElement) {
      for (let beside = around.previousElementSibling; beside; beside = beside.previousElementSibling) {
        if (holdsControl(beside)) return '';
        const text = folded(shown(beside), 81);
        if (/[\p{L}\p{N}]/u.test(text) && beside.getAttribute('aria-hidden') !== 'true') return text.length > 80 ? '' : text;
      }
      if (/^(tr|form|fieldset|body)$/.test(around.localName) || around.getAttribute('role') === 'row') break;
    }
    return '';
  }

  function headers(element) {
    const cell = element.closest('td');
    const row = cell?.parentElement;
    if (!row || [...row.children].filter(holdsControl).length < 2) return '';
    const column = row.closest('table')?.querySelector('tr')?.children[[...row.children].indexOf(cell)];
    return column?.localName === 'th' ? `${shown(row.children[0]).trim()} ${shown(column).trim()}` : '';
  }

  function after(element) {
    for (let beside = element.nextSibling; beside; beside = beside.nextSibling) {
      if (beside.nodeType === Node.ELEMENT_NODE && holdsControl(beside)) return '';
      const text = beside.nodeType === Node.ELEMENT_NODE ? firstLine(beside) : beside.data ?? '';
      if (text.trim()) return folded(text, 80);
    }
    return '';
  }

  function read() {
    const rows = [];
    const labels = new Map();
    for (const label of document.querySelectorAll('label')) if (label.control) labels.set(label.control, [...labels.get(label.control) ?? [], label]);
    const roots = [document];
    for (const root of roots) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
      while (walker.nextNode()) if (walker.currentNode.shadowRoot) roots.push(walker.currentNode.shadowRoot);
    }
    const labelsText = (element) => (labels.get(element) ?? []).map((label) => shown(label)).join(' ');

    function name(element, own) {
      const named = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean).map((id) => element.getRootNode().getElementById(id));
      const sources = [
        () => named.map((one) => (one ? one.getAttribute('aria-label') ?? shown(one) : '')).join(' '),
        () => element.getAttribute('aria-label') ?? '',
        () => (/^(submit|reset|button)$/.test(element.type) && element.localName === 'input' ? element.value : labelsText(element)),
        () => (/^(button|link|heading|option|tab|checkbox|radio|cell)$/.test(own) ? shown(element) : ''),
        () => element.getAttribute('title') ?? '',
        () => element.getAttribute('placeholder') ?? '',
        () => (own === 'listitem' || own === '' ? shown(element) : ''),
      ];
      for (const source of sources) {
        const text = folded(source(), 200);
        if (text) return text;
      }
      return '';
    }

    function label(element, own) {
      if (/^(checkbox|radio|switch)$/.test(own)) return folded(labelsText(element) || headers(element) || after(element) || before(element), 80);
      if (/^(textbox|searchbox|combobox|listbox|spinbutton|radiogroup|group)$/.test(own)) return folded(labelsText(element) || headers(element) || before(element), 80);
      return element.firstElementChild ? firstLine(element).slice(0, 80) : '';
    }

    const isSeen = (element) => {
      if (!element.checkVisibility(VISIBLE)) return false;
      const { width, height } = element.getBoundingClientRect();
      return width > 1.5 && height > 1.5;
    };

    for (const root of roots) {
      let around = [];
      for (const element of root.querySelectorAll(`${CANDIDATES}, ${HEADINGS}`)) {
        while (around.length > 0 && !around.at(-1).element.contains(element)) around.pop();
        const outside = [];
        for (let up = element.parentElement; up && up !== around.at(-1)?.element; up = up.parentElement) outside.unshift(up);
        for (const one of outside) {
          const silent = around.at(-1)?.silent || one.matches('[aria-hidden=true], [inert]');
          const group = /^(group|region|dialog|form|radiogroup|tabpanel)$/.test(one.getAttribute('role') ?? '') ? one.getAttribute('aria-label') ?? '' : '';
          around.push({ element: one, id: one.id, silent, group, heading: null, row: null });
        }
        const heads = element.matches(HEADINGS);
        const wanted = (!heads || element.matches(CANDIDATES)) && !around.at(-1)?.silent && !element.matches('[aria-hidden=true], [inert]')
          && !element.matches('[type=password i], [autocomplete*=password], [autocomplete*=one-time-code]')
          && (isSeen(element) || (/^(radio|checkbox)$/.test(element.type) && (labels.get(element) ?? []).some(isSeen)));
        if (wanted) {
          const own = role(element);
          const section = [];
          let [open, inner] = [true, null];
          for (const one of [...around].reverse().slice(0, 14)) {
            if (section.length === 3 || (one.element.localName === 'body' && section.length > 0)) break;
            if (one.group && !section.includes(one.group)) section.push(one.group);
            if (one.heading && open) {
              one.heading.alone ??= one.heading.branch.querySelector(FIELDS) === null;
              if (inner === one.heading.branch || one.heading.alone) {
                if (!section.includes(one.heading.text)) section.push(one.heading.text);
                open = false;
              }
            }
            inner = one.element;
          }
          const listed = element.localName === 'select' ? [...element.options] : [];
          rows.push({
            element, tag: element.localName, kind: element.getAttribute('type') ?? '', role: own, name: name(element, own), label: label(element, own),
            id: element.id, nameAttribute: element.getAttribute('name') ?? '', classes: [...element.classList], title: element.getAttribute('title') ?? '',
            placeholder: element.getAttribute('placeholder') ?? '', href: element.href ?? '', section,
            withinIds: around.map(({ id }) => id).filter(Boolean).reverse().slice(0, 12), inside: around.findLast(({ row }) => row !== null)?.row ?? null,
            options: listed.map((option) => ({ value: option.value, label: folded(option.label, 200), selected: option.selected })),
            disabled: element.matches(':disabled, [aria-disabled=true], [readonly], [aria-readonly=true]'),
          });
          if (element.firstElementChild) around.push({ element, id: element.id, silent: false, group: '', heading: null, row: rows.length - 1 });
        }
        if (heads) {
          const text = folded(shown(element), 120);
          let branch = element;
          for (const one of [...around].reverse()) {
            if (one.element === element) continue;
            one.heading = { text, branch, alone: undefined };
            branch = one.element;
          }
        }
      }
    }
    rows.forEach((row, at) => { row.neighbours = [rows[at - 1], rows[at + 1]].map((beside) => beside?.name).filter(Boolean); });
    return rows;
  }

  let kept = [];
  globalThis.readers ??= {};
  globalThis.readers['plain JavaScript'] = Promise.resolve({
    read_all() {
      kept = read();
      return kept.length;
    },
    rows: () => kept.map(({ role: own, name, label, section, withinIds, inside, neighbours, options }) => [
      own, name, label, section.join(' > '), withinIds.join(' '), inside ?? '', neighbours.join(' | '), options.map(({ label: text }) => text).join(', '),
    ].join('; ')),
  });
})();
