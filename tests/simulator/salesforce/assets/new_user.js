// The new user page's own script: fills fields from each other on blur and refills Profile after a licence
// change. It sets values as Salesforce's does: without raising any event.
'use strict';
(() => {
  const field = (id) => document.getElementById(id);
  const form = field('editPage');
  const profilesByLicense = JSON.parse(field('profilesByLicense').textContent);
  const fillIfEmpty = (id, value) => { if (field(id).value === '') field(id).value = value; };

  const fillAlias = () => {
    const last = field('name_lastName').value.trim();
    if (last === '') return;
    fillIfEmpty('Alias', (field('name_firstName').value.trim().slice(0, 1) + last.slice(0, 4)).toLowerCase());
  };
  field('name_firstName').addEventListener('blur', fillAlias);
  field('name_lastName').addEventListener('blur', fillAlias);
  field('Email').addEventListener('blur', () => {
    const email = field('Email').value.trim();
    if (email === '') return;
    fillIfEmpty('Username', email);
    fillIfEmpty('CommunityNickname', email.split('@')[0].slice(0, 40));
  });

  let refill;
  field('user_license_id').addEventListener('change', () => {
    clearTimeout(refill);
    refill = setTimeout(() => {
      const none = field('Profile').options[0];
      const profiles = profilesByLicense[field('user_license_id').value] || [];
      field('Profile').replaceChildren(none, ...profiles.map(([id, name]) => new Option(name, id)));
      field('Profile').value = '';
    }, Number(form.dataset.refill));
  });
  if (form.dataset.alert) form.addEventListener('submit', () => alert('The new user will be notified by email.'));
})();
