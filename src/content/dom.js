// What the engine does with a thousand nodes at once: asked for one by one out of the module they would cost more than all the
// rest. The build puts this before the engine.

/** Those of a mutation observer's records that do not only tell of our own host. */
function waymarkForeign(records, host) {
  return records.filter(({ target, addedNodes, removedNodes }) => {
    const moved = [...addedNodes, ...removedNodes];
    // What a page has taken out is to be put back.
    return target !== host && (moved.length === 0 || moved.some((node) => node !== host || !node.isConnected));
  });
}

/** The element around another, out of a shadow root to its host. */
function waymarkAround(element) {
  return element.parentElement ?? element.getRootNode().host;
}

/** It is not so small that nobody sees it. */
function waymarkHasArea(element) {
  const { width, height } = element.getBoundingClientRect();
  return width > 1.5 && height > 1.5;
}

/** It flows with the text around it. */
function waymarkIsInline(element) {
  return /^(inline|contents)/.test(getComputedStyle(element).display);
}

/**
 * The questions of the form in Jotform's builder (Jotform fact §2, seen) or on its own page, each as a text: number, type, label,
 * unique name, "required" or nothing, "conditional" or nothing, then its choices, with a separator that no text has. A star after
 * the label is no part of it. What a condition may show or hide, and that submissions are encrypted, stands in the script of the form's own page (seen in saved
 * forms); the latter is told as a question without a number.
 */
function waymarkQuestions() {
  const lines = [...document.querySelectorAll("li.form-line[data-type]")];
  if (!lines.length) return lines;
  const script = [...document.scripts].map(({ text }) => text).join();
  const hidden = [...script.matchAll(/{[^{}]*"visibility":[^{}]*}/g)].map(([action]) => /"field":"(\d+)/.exec(action)?.[1]);
  const questions = lines.map((line) => {
    const named = [...line.querySelectorAll("[name]")];
    const label = line.querySelector(".form-label .inlineEditor, .form-label");
    const [, name = ""] = /^q\d+_([^[]*)/.exec(named[0]?.name) ?? [];
    const options = [...line.querySelectorAll("option"), ...named.filter(({ type }) => /^(radio|checkbox)$/.test(type))];
    const choices = options.map(({ value }) => value).filter(Boolean);
    const id = line.id.replace("id_", "");
    const required = /isRequired|jf-required/.test(line.className) ? "required" : "";
    const conditional = hidden.includes(id) ? "conditional" : "";
    return [id, line.dataset.type, label?.textContent.replace(/\*?\s*$/, "").trim() ?? "", name, required, conditional, ...choices].join("\x1f");
  });
  return script.includes("JotForm.encryptionProtocol") ? [...questions, "\x1fencrypted"] : questions;
}

/** The containers around an element that cut off what overflows them, the nearest first. */
function waymarkClips(element) {
  const clips = [];
  let held;
  for (let at = element; at; at = waymarkAround(at)) {
    const { position, overflow } = getComputedStyle(at);
    // What is fixed stands in the window, and so does what is in the top layer.
    if (held === "fixed" || (held === "absolute" && position === "static")) continue;
    if (at !== element && overflow !== "visible" && !/^(body|html)$/.test(at.localName)) clips.push(at);
    held = at.matches(":modal, :popover-open") ? "fixed" : position;
  }
  return clips;
}

/** An element as a person sees it and can press it: itself, or the label that stands for its box; nothing where that cannot be. */
function waymarkShown(element, modal) {
  const isSeen = (one) => {
    let { right, bottom } = one.getBoundingClientRect();
    let reached = !modal;
    for (let at = one; at; at = waymarkAround(at)) {
      // People press a transparent list that lies on what looks like one.
      if (getComputedStyle(at).opacity === "0" && at.localName !== "select") return false;
      reached ||= at === modal;
      right += at.scrollLeft;
      bottom += at.scrollTop;
    }
    const isOff = bottom < 0 || (right < 0 && getComputedStyle(one).direction === "ltr");
    return reached && !isOff && [one, ...waymarkClips(one)].every(waymarkHasArea);
  };
  if (isSeen(element)) return element;
  return /^(checkbox|radio)$/.test(element.type) ? [...element.labels].find(isSeen) : null;
}

/** The modal dialog, or the element that fills the screen, above all others: what is below it is inert, and so is not hit. */
function waymarkModal(roots) {
  let top;
  for (const root of roots) {
    for (const modal of root.querySelectorAll(":modal")) {
      const { x, y, width, height } = modal.getBoundingClientRect();
      if (!top || modal.contains(root.elementFromPoint(x + width / 2, y + height / 2))) top = modal;
    }
  }
  return top;
}

/** Something other than `host` lies over an element at this point of the viewport. */
function waymarkCovers(element, x, y, host) {
  const hit = element.getRootNode().elementFromPoint(x, y);
  // What stands around it is hit where the element itself lets presses through.
  return Boolean(hit) && hit !== host && !element.contains(hit) && !hit.contains(element);
}

/** How far each list has been scrolled to look further down. */
const waymarkScrolled = new WeakMap();

/** Scrolls on the lists that make only the rows that can be seen: to their end, and not against a person who scrolls back. */
function waymarkScrollOn(roots) {
  for (const root of roots) {
    for (const list of root.querySelectorAll("[role=grid], [role=treegrid], [role=table], [role=list], [role=listbox], [role=tree], table, ul, ol")) {
      const scrolls = (at) => at.scrollHeight > at.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(at).overflowY);
      let box = list;
      while (box && !scrolls(box)) box = waymarkAround(box);
      const last = [...list.querySelectorAll("[role=row], [role=option], [role=listitem], [role=treeitem], li:not([role]), tr")].pop()?.getBoundingClientRect();
      if (!box || !last) continue;
      const below = box.getBoundingClientRect().y - box.scrollTop + box.scrollHeight - last.bottom;
      if (below < 2 * last.height || box.scrollTop < waymarkScrolled.get(box) - 1) continue;
      box.scrollTop += box.clientHeight;
      waymarkScrolled.set(box, box.scrollTop);
    }
  }
}

/** Chooses one more option of a list of several. */
function waymarkMark({ options }, index) {
  options[index].selected = true;
}

/** From where the focus came into our host. */
let waymarkFocused;

function waymarkEntered({ relatedTarget }) {
  waymarkFocused = relatedTarget;
}

/** Takes back from `layer` what the page's styles enlarge `host` by, and minds from where the focus comes into it. */
function waymarkLay(host, layer) {
  layer.style.zoom = 1 / host.currentCSSZoom;
  // The same again is not added.
  host.addEventListener("focusin", waymarkEntered);
}

/** Takes our host out of the page; a focus in it goes back to where it came from. */
function waymarkTakeDown(host) {
  const focused = host.matches(":focus-within") && waymarkFocused;
  host.remove();
  if (focused) focused.focus();
}

/** What may host a shadow root of all in a tree: to ask every element for a closed one costs more than all reading. */
function waymarkHosts(root) {
  const hosts = [];
  // There are few tags and many elements, most of which no shadow root can be in.
  const kinds = new Map();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  for (let element; (element = walker.nextNode());) {
    const name = element.localName;
    if (!kinds.has(name)) {
      kinds.set(name, [/-/, /^(div|span|section|main|article|aside)$/, /^(blockquote|body|footer|h[1-6]|header|nav|p)$/].findIndex((kind) => kind.test(name)));
    }
    const kind = kinds.get(name);
    if (kind === 0 || (kind > 0 && element.shadowRoot) || (kind === 1 && !element.firstChild)) hosts.push(element);
  }
  return hosts;
}

/** Each control with the `label`s that belong to it. */
function waymarkLabels(roots) {
  const labels = new Map();
  for (const root of roots) {
    for (const label of root.querySelectorAll("label")) {
      const { control } = label;
      if (control) labels.set(control, [...labels.get(control) ?? [], label]);
    }
  }
  return labels;
}

/**
 * What tells which rows of a reading a change of the page concerns. `elements` are those of the rows, `called` has the labels of
 * those whose label is looked for around them, so many `levels` out, `others` have no row; `named` was found by its id, and more
 * may come; where one of `texts` is written something may be a row that was none. `candidates` and `headings` are selectors.
 */
function waymarkKeep(elements, called, levels, others, roots, labels, named, texts, candidates, headings) {
  const everything = { push() {}, forEach() { throw everything; } };
  const rows = new Map();
  const places = new Map();
  const states = new Map();
  const holders = new Set();
  const hostHolders = new Set();

  const parent = waymarkAround;
  const around = (node) => (node.nodeType === 1 ? node : node.parentElement ?? node.getRootNode().host);
  const hold = (element, holding) => {
    while ((element = parent(element)) && !holding.has(element)) holding.add(element);
  };
  const place = (element, row) => {
    if (!places.has(element)) places.set(element, []);
    places.get(element).push(row);
  };
  const letters = (text) => text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const wanted = texts.map(letters);
  const mentions = (node) => {
    const text = wanted.length > 0 ? letters(node.textContent) : "";
    return wanted.some((one) => text.includes(one));
  };
  const isSeen = (element) => waymarkHasArea(element) && element.checkVisibility({ visibilityProperty: true });
  /** All that makes a row of an element that has none by its markup, and what it writes as a heading. */
  const state = (element) => {
    const pointers = [element, element.parentElement].map((one) => one && getComputedStyle(one).cursor);
    const seen = [element, ...labels.get(element) ?? []].some(isSeen);
    return [seen, pointers, element.matches(headings) ? element.textContent : ""].join();
  };

  /** The places in which a label is looked for; where the text before the control is that label, none farther out. */
  const lookAround = (element, row, label) => {
    for (let level = 0, at = element; level < levels && parent(at); level += 1, at = parent(at)) {
      place(parent(at), row);
      let beside = at.previousElementSibling;
      while (beside && !beside.textContent.trim()) beside = beside.previousElementSibling;
      if (label && beside?.textContent.trim() === label) return;
    }
    let cell = element;
    while (cell && cell.localName !== "td") cell = parent(cell);
    const cells = cell?.parentElement;
    const head = cells?.closest("table")?.querySelector("tr");
    for (const at of [cells, head]) if (at) place(at, row);
  };

  elements.forEach((element, row) => {
    rows.set(element, row);
    if (!element.matches(candidates)) states.set(element, state(element));
    hold(element, holders);
    if (called[row] !== undefined) lookAround(element, row, called[row]);
  });
  for (const element of others) {
    states.set(element, state(element));
    hold(element, holders);
  }
  for (const [control, own] of labels) {
    for (const label of own) {
      hold(label, holders);
      if (rows.has(control)) place(label, rows.get(control));
      else places.set(label, everything);
    }
  }
  for (const { host } of roots) if (host) hold(host, hostHolders);

  // Said of an element these hold for all in it, or others refer to it by them.
  const farReaching = /^(id|role|for|slot|inert|aria-(disabled|hidden|label|labelledby))$/;

  return {
    /** The numbers of the rows; nothing where that cannot be told. */
    concerned(records) {
      const climbed = new Set();
      const shown = new Set();
      const passed = new Set();
      const concerned = new Set();

      const isRead = (element) => rows.has(element) || states.has(element);
      const check = (element) => {
        const unmarked = states.has(element);
        if (!isRead(element) || (unmarked && states.get(element) !== state(element))) throw everything;
        if (rows.has(element) && element.matches(candidates) === unmarked) throw everything;
        if (rows.has(element)) concerned.add(rows.get(element));
      };
      const use = (element) => places.get(element)?.forEach((row) => concerned.add(row));
      const checkWithin = (element) => {
        if (!holders.has(element) || shown.has(element)) return;
        shown.add(element);
        if (hostHolders.has(element)) throw everything;
        element.querySelectorAll(candidates).forEach(check);
        element.querySelectorAll("label").forEach(use);
      };
      const climb = (element) => {
        for (; element && !climbed.has(element); element = parent(element)) {
          climbed.add(element);
          if (rows.has(element) && states.has(element)) throw everything;
          if (isRead(element) || element.matches(candidates)) check(element);
          use(element);
        }
      };
      const news = `label, ${candidates}`;
      const isNews = (node) => mentions(node)
        || (node.nodeType === 1 && (node.localName.includes("-") || node.matches(news) || node.querySelector(news)));
      const isKnown = (node) => isRead(node) || places.has(node) || holders.has(node);

      try {
        for (const element of named) {
          hold(element, holders);
          places.set(element, everything);
        }
        for (const { target, type, attributeName, addedNodes, removedNodes, nextSibling } of records) {
          if (type === "attributes") {
            const beside = parent(target);
            if (!beside || (farReaching.test(attributeName) && isKnown(target))) throw everything;
            if (isRead(target)) check(target);
            else if (target.matches(candidates)) throw everything;
            // Style sheets may show all that is beside it in another way.
            checkWithin(beside);
            climb(beside);
          } else {
            const within = around(target);
            if ([...addedNodes].some(isNews) || [...removedNodes].some(isKnown)) throw everything;
            for (let next = nextSibling; next && !passed.has(next); next = next.nextSibling) {
              passed.add(next);
              if (isRead(next)) check(next);
              checkWithin(next);
            }
            if (!within.firstElementChild && mentions(within)) throw everything;
            climb(within);
          }
        }
        // Their labels may come from elsewhere now.
        for (const row of concerned) if (called[row]) lookAround(elements[row], row, (called[row] = ""));
        return Uint32Array.from(concerned);
      } catch {
        // Whatever it was, all is read.
        return null;
      }
    },
  };
}
