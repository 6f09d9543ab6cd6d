// Classic pages: buttons that lead somewhere, and word to the Lightning page around the frame.
'use strict';
(() => {
  const shell = document.body.dataset.shell;
  const framed = Boolean(shell) && window.parent !== window;
  const ownParameters = ['isdtp', 'sfdcIFrameOrigin', 'sfdcIFrameHost', 'nonce', 'ltn_app_id', 'clc'];

  // The address of a page as Lightning's own URL names it: without the frame's parameters.
  const address = (url) => {
    const plain = new URL(url, location.href);
    ownParameters.forEach((name) => plain.searchParams.delete(name));
    return plain.pathname + plain.search;
  };
  const tell = (kind, url) => window.parent.postMessage({ kind, address: address(url), title: document.title }, shell);
  const go = (url) => (framed ? tell('navigate', url) : location.assign(url));

  const here = (query) => {
    const url = new URL(location.href);
    new URLSearchParams(query).forEach((value, name) => url.searchParams.set(name, value));
    return url.href;
  };
  const post = (query) => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action: here(query) });
    document.body.append(form);
    form.submit();
  };
  const press = ({ href, open, show, do: action }) => {
    if (href) return go(href);
    if (open) return window.parent.postMessage({ kind: 'open', address: open }, shell);
    return action ? post(action) : location.assign(`${location.pathname}?${show}`);
  };

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-href], [data-open], [data-show], [data-do]');
    if (button) return press(button.dataset);
    const link = event.target.closest('a[href]');
    if (!link || !framed || link.target || !link.getAttribute('href').startsWith('/')) return undefined;
    event.preventDefault();
    return go(link.href);
  });
  if (framed) tell('loaded', location.href);
})();
