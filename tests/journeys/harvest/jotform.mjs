// Jotform's pages that the guide knows, and the right answers on them, by the simulator's own markup and English words.

// The innermost element with exactly this text, then what takes the click for it.
const pressable = (words) => new Function('h', `const words = ${JSON.stringify(words)};
  const own = h.all('button, a, [tabindex="0"]').filter((it) => words.includes(h.text(it)) && h.shown(it));
  return own;`);

const choice = (title, row) => new Function('h', `const titles = ${JSON.stringify(title)};
  const sections = h.all('h3, div').filter((it) => it.children.length === 0 && titles.includes(h.text(it)) && h.shown(it))
    .map((it) => it.closest('section') ?? it.parentElement);
  return sections.flatMap((section) => ${row ? `[...section.querySelectorAll('span')]
    .filter((it) => ${JSON.stringify(row)}.includes(h.text(it))).map((it) => it.parentElement)` : '[section]'})
    .flatMap((around) => {
      const one = around.querySelector('select, [role=combobox]');
      if (one) return [one];
      const group = around.querySelector('[role=radiogroup]');
      if (group) return [group, group.querySelector('input'), group.querySelector('label')];
      return [...around.querySelectorAll('[tabindex="0"]')].filter((it) => !['×'].includes(h.text(it))).slice(0, 1);
    });`);

const toggle = (labels) => new Function('h', `return h.all('b')
  .filter((it) => ${JSON.stringify(labels)}.includes(h.text(it)) && h.shown(it))
  .map((label) => label.closest('.grow').parentElement.querySelector('[role=switch], [tabindex="0"]'))`);

export const words = {
  authenticate: ['Authenticate'],
  next: ['Next'],
  save: ['Save', 'Save Integration'],
  action: ['Select an action', 'Choose an action'],
  object: ['Select an object', 'Salesforce object'],
  mapping: ['Match your fields', 'Map form fields'],
};

export const answers = {
  forms: { open_builder: ({ all }) => all('a[href^="/build/"]') },
  builder: { open_form_settings: ({ all }) => all('#siteNav_id_settings') },
  settings: {
    open_integrations: ({ all, text }) => all('a.navLink, button').filter((it) => /Integrations ?Connect your form/.test(text(it))),
  },
  integrations: {
    'search_salesforce/integration_search': ({ all }) => all('input').filter((it) => /integrations/i.test(it.ariaLabel ?? it.placeholder)),
    choose_salesforce: ({ all, text }) => all('b').filter((it) => text(it) === 'Salesforce').map((it) => it.parentElement),
  },
  account: { authenticate: pressable(words.authenticate) },
  action: { 'choose_action/action': choice(words.action), choose_action: pressable(words.next) },
  object: { 'choose_object/object': choice(words.object), choose_object: pressable(words.next) },
  fields: {
    'map_fields/mapping:Email': choice(words.mapping, ['Email']),
    'map_fields/mapping:Phone': choice(words.mapping, ['Phone Number']),
    'map_fields/mapping:Company': choice(words.mapping, ['Company']),
    'map_fields/mapping:Description': choice(words.mapping, ['Message']),
    'map_fields/mapping:LastName': choice(words.mapping, ['Full Name - Last Name']),
    map_fields: pressable(words.next),
  },
  options: {
    'set_toggles/update_existing': toggle(['Update an existing record', 'Update an Existing Record']),
    'set_toggles/attachments': toggle(['Attachments']),
    save_integration: pressable(words.save),
  },
};
