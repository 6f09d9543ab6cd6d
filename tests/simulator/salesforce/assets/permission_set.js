// The API Name follows the label when the user leaves it, as long as it is empty. No event is raised.
'use strict';
(() => {
  const ending = (suffix) => document.querySelector(`[id$=":${suffix}"]`);
  const label = ending('permSetLabelInput');
  const apiName = ending('permSetDevNameInput');
  const asApiName = (text) =>
    text.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '').replace(/^(?=\d)/, 'X').slice(0, 80);
  label.addEventListener('blur', () => {
    if (apiName.value === '') apiName.value = asApiName(label.value);
  });
})();
