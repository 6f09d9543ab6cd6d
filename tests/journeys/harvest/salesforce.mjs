// The org's pages that the guide knows: how each is reached, and which of its controls are the right answers. Everything in here
// is known of the simulator, by its own markup and its English words; nothing is found as Waymark finds it.

/** What leads on from the tree of Setup, the sidebar and Classic's home, wherever they stand. */
const leads = {
  // The node's leaf where it can be seen, else the branch that holds it; in Classic every link to the list.
  open_permission_sets: ({ all, shown }) => {
    const links = all('a[data-node="PermSets"], a[href*="setupid=PermSets"]').filter(shown);
    if (links.length) return links.flatMap((link) => [link, link.closest('[role=treeitem]')]);
    return all('li.level1[aria-label="Users"]').filter(shown);
  },
  open_users: ({ all, shown }) => {
    const links = all('.onesetupNavTree a[data-node^="ManageUsers"], a[href*="setupid=ManageUsers"]').filter(shown);
    if (links.length) return links.flatMap((link) => [link, link.closest('[role=treeitem]')]);
    return all('li.level1[aria-label="Users"]').filter(shown);
  },
  // Where the leaf can be seen the branch is only the way to it: neither is there when both are gone.
  'open_permission_sets/way': ({ all, shown }) => all('li.level1[aria-label="Users"]')
    .filter(() => all('.onesetupNavTree a[data-node="PermSets"]').some(shown)),
  'open_users/way': ({ all, shown }) => all('li.level1[aria-label="Users"]')
    .filter(() => all('.onesetupNavTree a[data-node^="ManageUsers"]').some(shown)),
  open_apps_usage: ({ all, shown }) => all('.onesetupNavTree a[data-node="ConnectedAppsUsage"], a[href*="setupid=ConnectedAppsUsage"]').filter(shown)
    .flatMap((link) => [link, link.closest('[role=treeitem]')]),
};

// The first button of each row of buttons.
const submit = ({ all }) => all('.pbButton, .pbBottomButtons').map((row) => row.querySelector('input[type=submit]'));

const byId = (id) => new Function('h', `return h.all('#${id}')`);
const user = (step, names) => Object.fromEntries(names.map(([field, id]) => [`${step}/${field}`, byId(id)]));

const userFields = [['user_licence', 'user_license_id'], ['profile', 'Profile'], ['active', 'active']];

const row = (table, label, cell) => new Function('h', `return h.all('table.${table} tbody tr')
  .filter((row) => h.text(row.cells[0]) === ${JSON.stringify(label)}).map((row) => row.cells[${cell}].querySelector('input'))`);

const fields = [['Email', 'Email'], ['Phone', 'Phone'], ['Description', 'Description']];

/**
 * The pages of one org in the order in which they are visited. `kind` is the guide's page of the frame that holds the content,
 * `classic` its address, `setup` the section of Lightning's Setup that shows it, `ready` what it has once it is there.
 */
export function salesforcePages({ set, person }) {
  const access = `/${set}?s=EntityPermissions`;
  return [
    { name: 'home', kind: 'other-salesforce', only: 'classic', classic: '/home/home.jsp', ready: '#setupLink',
      answers: { open_setup: ({ all }) => all('a[href="/setup/forcecomHomepage.apexp"]') } },
    { name: 'setup-home', kind: 'setup-home', setup: 'SetupOneHome', home: true, classic: '/setup/forcecomHomepage.apexp',
      ready: '.recentSetup, .card' },
    { name: 'setup-home-open', kind: 'setup-home', setup: 'SetupOneHome', home: true, only: 'lightning', ready: '.card', open: ['Users'] },
    { name: 'setup-home-apps', kind: 'setup-home', setup: 'SetupOneHome', home: true, only: 'lightning', ready: '.card',
      open: ['Apps', 'Connected Apps'] },
    { name: 'permission-sets', kind: 'permission-set-list', setup: 'PermSets', home: true, classic: '/0PS?setupid=PermSets',
      ready: 'input[name=new], .listHead button',
      answers: { new_permission_set: ({ all }) => all('.subNav input[name=new], .listHead button') } },
    { name: 'new-permission-set', kind: 'new-permission-set', setup: 'PermSets', classic: '/udd/PermissionSet/newPermissionSet.apexp',
      ready: 'input[id$=":permSetLabelInput"]',
      answers: {
        'fill_permission_set/permission_set_label': ({ all }) => all('input[id$=":permSetLabelInput"]'),
        'fill_permission_set/permission_set_name': ({ all }) => all('input[id$=":permSetDevNameInput"]'),
        'fill_permission_set/licence': ({ all }) => all('.detailList select'),
        save_permission_set: submit,
      } },
    { name: 'permission-set', kind: 'permission-set', setup: 'PermSets', classic: `/${set}`, ready: '.settingsList',
      answers: { open_object_settings: ({ all }) => all('a[href*="s=EntityPermissions"]') } },
    { name: 'object-settings', kind: 'object-settings', setup: 'PermSets', classic: access, ready: 'table.list',
      answers: { open_object: ({ all, text }) => all('table.list a').filter((link) => text(link) === 'Leads') } },
    { name: 'object-permissions', kind: 'object-permissions', setup: 'PermSets', classic: `${access}&o=Lead`, ready: '.objectPermissions',
      answers: { edit_access: submit } },
    { name: 'object-permissions-edit', kind: 'object-permissions', setup: 'PermSets', classic: `${access}&o=Lead`, ready: '.objectPermissions',
      press: '.pbButton input[type=submit]', then: '.objectPermissions input',
      answers: {
        'grant_access/object_read': row('objectPermissions', 'Read', 1),
        'grant_access/object_create': row('objectPermissions', 'Create', 1),
        'grant_access/object_edit': row('objectPermissions', 'Edit', 1),
        ...Object.fromEntries(fields.flatMap(([item, label]) => [
          [`grant_access/field_read:${item}`, row('fieldPermissions', label, 1)],
          [`grant_access/field_edit:${item}`, row('fieldPermissions', label, 2)],
        ])),
        save_access: submit,
      } },
    { name: 'users', kind: 'user-list', setup: 'ManageUsers', enhanced: 'ManageUsersLightning', home: true,
      classic: '/005?isUserEntityOverride=1&setupid=ManageUsers', ready: 'input[name=new], .listHead button',
      answers: { new_user: ({ all }) => all('.subNav input[name=new], .listHead button') } },
    { name: 'new-user', kind: 'new-user', setup: 'ManageUsers', classic: '/005/e', ready: '#name_lastName',
      answers: {
        ...user('fill_user', [['first_name', 'name_firstName'], ['last_name', 'name_lastName'], ['email', 'Email'], ...userFields,
          ['notify', 'new_password'], ['alias', 'Alias'], ['username', 'Username'], ['nickname', 'CommunityNickname']]),
        save_user: ({ all }) => all('input[name=save]'),
      } },
    { name: 'edit-user', kind: 'edit-user', setup: 'ManageUsers', classic: `/${person}/e?noredirect=1`, ready: '#name_lastName',
      answers: { ...user('mend_user', userFields), save_mended_user: ({ all }) => all('input[name=save]') } },
    { name: 'user', kind: 'user', setup: 'ManageUsers', classic: `/${person}?noredirect=1&isUserEntityOverride=1`, ready: '.bRelatedList',
      answers: {
        open_edit_assignments: ({ all }) => all('[id$="_RelatedPermsetAssignmentList"] input[name=editPermSetAssignments]'),
        unfreeze_user: ({ all, text }) => all('input[name=freeze]').filter((button) => text(button) === 'Unfreeze'),
      } },
    { name: 'assignments', kind: 'edit-assignments', setup: 'PermSets', classic: `/udd/PermissionSet/assignPermissionSet.apexp?userId=${person}`,
      ready: '.duelingListBox[data-dueling]',
      answers: {
        'choose_permission_set/enabled_permission_sets': ({ all, shown }) => all('select[id$=":backingList_a"]').filter(shown),
        'choose_permission_set/add': ({ all, shown }) => all('a[id$=":backingList_add"]').filter(shown),
        'choose_permission_set/chosen': ({ all, shown }) => all('select[id$=":backingList_s"]').filter(shown),
        save_assignment: submit,
      } },
    { name: 'assignments-continue', kind: 'edit-assignments', setup: 'PermSets', vary: 'continue_after_save',
      classic: `/udd/PermissionSet/assignPermissionSet.apexp?userId=${person}`, ready: '.duelingListBox[data-dueling]',
      press: '.pbButton input[type=submit]', then: 'input[id$=":continue"]',
      answers: { save_assignment: ({ all }) => all('input[id$=":continue"]') } },
  ].map((page) => ({ ...page, answers: { ...leads, ...page.answers } }));
}

/** Connected Apps OAuth Usage: only after Jotform's app was tried, and before it is installed. */
export const appsPage = {
  name: 'apps-usage', kind: 'connected-apps-usage', setup: 'ConnectedAppsUsage', home: true,
  classic: '/setup/connectedAppsUsage.apexp', ready: '.lightningTable button',
  answers: {
    ...leads,
    install_app: ({ all, text }) => all('.lightningTable tbody tr').filter((row) => text(row.cells[0]) === 'Jotform')
      .map((row) => row.querySelector('.actions button')),
  },
};

/** Salesforce asks whether Jotform may act for the one who is signed in. */
export const allowAnswers = { allow: ({ all }) => all('#oaapprove') };
