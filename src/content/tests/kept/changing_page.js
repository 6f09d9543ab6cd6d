// A page of everything that rows are read from, and changes of every kind that a page makes, drawn from a seed.
const random = () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};
const number = (below) => Math.floor(random() * below);
const one = (list) => list[number(list.length)];

const WORDS = ['Name', 'Email', 'Licence', 'Profile', 'Save', 'press this', 'Last 7 days', '', 'Users', '*'];
const CLASSES = ['gone', 'unseen', 'block', 'hand', 'before', 'plain', 'gone plain', ''];
const TAGS = ['span', 'b', 'div', 'p', 'input', 'button', 'label', 'h3', 'a', 'li', 'select', 'legend', 'i'];
const ATTRIBUTES = {
  'aria-label': WORDS, title: WORDS, placeholder: WORDS, 'aria-hidden': ['true', 'false'], role: ['button', 'group', 'listbox', 'none', 'option'],
  id: ['a', 'b', 'c', 'd'], for: ['a', 'b', 'c'], 'aria-labelledby': ['a', 'b', 'a c'], 'aria-controls': ['d', 'b'], disabled: [''],
  type: ['text', 'checkbox', 'button', 'password', 'hidden'], tabindex: ['0', '-1'], href: ['/x', '/y'], name: ['n', 'm'], hidden: [''], 'data-busy': ['1'],
  style: ['display: none', 'display: block', 'visibility: hidden', 'cursor: pointer', ''], class: CLASSES, inert: [''],
};

stage.innerHTML = `<style>
  .gone { display: none } .unseen { visibility: hidden } .block { display: block } .hand { cursor: pointer } .before + * { display: none }
  .before ~ .plain { visibility: hidden } [data-busy] > b { display: none }
</style>` + Array.from({ length: 3 }, (_, part) => `
  <section><h2>Part <b>${part}</b></h2><fieldset><legend>Group ${part}</legend>
    <table><tr><th>Object</th><th>Read</th><th>Edit</th></tr>
      <tr><td>Leads</td><td><input type=checkbox></td><td><input type=checkbox></td></tr></table>
    <table><tr><td class=labelCol><span>Label <i>${part}</i></span></td><td><div><input name=n${part}></div></td></tr>
      <tr><td>Kind</td><td><select><option>One</option><option>Two</option></select></td></tr></table>
    <p><label for=f${part}>Belongs <b>to</b></label> <input id=f${part}></p><p><label>Around <input type=checkbox> it</label></p></fieldset>
    <div role=group aria-label="Choice ${part}"><span id=a${part}>Said</span> <input aria-labelledby="a${part} b${part}"><em id=b${part}>elsewhere</em>
      <span role=radio tabindex=0>First</span><span role=radio tabindex=0>Second</span></div>
    <button>Press <b>it</b><span class=gone>secretly</span></button><a href="/${part}">Open <i>${part}</i></a><div class=hand><span>press this</span></div>
    <ul><li>Item</li><li><a href="/i">Item</a></li></ul><div><p>Text</p><p>More <b>text</b></p></div></section>`).join('');

const elements = () => [...stage.querySelectorAll(':not(style)')];
const texts = () => {
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT, (node) => (node.parentNode.localName === 'style' ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
};
const told = (element) => `<${element.localName} id="${element.id}" class="${element.className}"> in <${element.parentNode?.localName}>`;
const made = () => {
  const element = document.createElement(one(TAGS));
  if (random() < 0.7) element.textContent = one(WORDS);
  if (random() < 0.3) element.className = one(CLASSES);
  return element;
};

const CHANGES = [
  () => { const text = one(texts()); text.data = one(WORDS); return `text ${text.data} in ${told(text.parentNode)}`; },
  () => { const text = one(texts()); text.data = one(WORDS); return `text ${text.data} in ${told(text.parentNode)}`; },
  () => { const element = one(elements()); element.className = one(CLASSES); return `class of ${told(element)}`; },
  () => { const element = one(elements()); element.classList.toggle('plain'); return `class of ${told(element)}`; },
  () => {
    const [element, name] = [one(elements()), one(Object.keys(ATTRIBUTES))];
    const value = random() < 0.3 ? null : one(ATTRIBUTES[name]);
    if (value === null) element.removeAttribute(name); else element.setAttribute(name, value);
    return `${name}=${value} of ${told(element)}`;
  },
  () => { const [around, added] = [one(elements()), made()]; around.insertBefore(added, one([null, ...around.childNodes])); return `${told(added)} "${added.textContent}"`; },
  () => { const around = one(elements()); around.append(one(WORDS)); return `text at the end of ${told(around)}`; },
  () => { const [one1, other] = [one(elements()), one(elements())]; if (!one1.contains(other)) other.append(one1); return `moved ${told(one1)}`; },
  () => { const element = one(elements().slice(-20)); const what = `removed ${told(element)}`; if (stage.children.length > 2) element.remove(); return what; },
];

const observer = new MutationObserver(() => {});
observer.observe(stage, { subtree: true, childList: true, characterData: true, attributes: true });
return () => {
  const what = Array.from({ length: 1 + number(3) }, () => one(CHANGES)()).join('; ');
  return [what, observer.takeRecords()];
};
