// The Lightning shell: shows what the URL names and changes the URL without a load.
'use strict';
(() => {
  const boot = JSON.parse(document.getElementById('boot').textContent);
  const content = document.getElementById('setupComponent');
  const heading = document.querySelector('.breadcrumbDetail');
  const loadingBox = document.getElementById('auraLoadingBox');
  let frame = null; // the Classic page's frame, if one is shown
  let shown = null; // the address that the frame was last known to show

  // ---- the frame --------------------------------------------------------------------------------------------

  customElements.define('force-aloha-page', class extends HTMLElement {
    hold(child) {
      const root = boot.frameRoot === 'none' ? this : this.attachShadow({ mode: boot.frameRoot });
      if (root !== this) {
        const style = document.createElement('style');
        style.textContent = ':host, .iframe-parent { display: block; height: 100%; } iframe { width: 100%; height: 100%; border: 0; }';
        root.append(style);
      }
      const parent = document.createElement('div');
      parent.className = 'iframe-parent slds-template_iframe slds-card';
      parent.append(child);
      root.append(parent);
    }
  });

  const frameUrl = (address) => {
    const url = new URL(address, boot.frameOrigin);
    const nonce = Array.from(crypto.getRandomValues(new Uint8Array(32)), (n) => n.toString(16).padStart(2, '0')).join('');
    const own = { isdtp: 'p1', sfdcIFrameOrigin: location.origin, sfdcIFrameHost: 'web', nonce, ltn_app_id: '06mSIM00000000A', clc: '1' };
    Object.entries(own).forEach(([name, value]) => url.searchParams.set(name, value));
    return url.href;
  };

  const showFrame = (address) => {
    const wrapper = document.createElement('div');
    wrapper.className = 'onesetupSetupAlohaPage oneAlohaPage';
    const page = document.createElement('force-aloha-page');
    frame = document.createElement('iframe');
    frame.id = frame.name = `vfFrameId_${Date.now()}`;
    frame.setAttribute('scrolling', 'yes');
    frame.setAttribute('allowfullscreen', 'true');
    frame.src = frameUrl(address);
    shown = address;
    page.hold(frame);
    wrapper.append(page);
    content.replaceChildren(wrapper);
  };

  // ---- addresses --------------------------------------------------------------------------------------------

  const sectionOf = (address) => {
    const { pathname, searchParams } = new URL(address, boot.frameOrigin);
    if (pathname.startsWith('/udd/PermissionSet/assignPermissionSet')) {
      if (searchParams.get('isPermsetGroup') === '1') return 'PermSetGroups';
      return boot.assignmentsSection === 'stays' ? currentSection() || 'PermSets' : 'PermSets';
    }
    if (pathname.startsWith('/udd/Licensing') || pathname.startsWith('/0PL')) return 'PermissionSetLicense';
    if (pathname.startsWith('/udd/PermissionSet') || pathname.startsWith('/0PS')) return 'PermSets';
    if (pathname.startsWith('/0PG')) return 'PermSetGroups';
    if (pathname.startsWith('/005')) return 'ManageUsers';
    if (pathname.startsWith('/00e')) return 'EnhancedProfiles';
    return currentSection() || 'SetupOneHome';
  };
  const currentSection = () => location.pathname.split('/')[3];

  const outerUrl = (address) => {
    const home = boot.nodes.find((node) => node.address === address);
    if (home) return `/lightning/setup/${home.name}/home`;
    const plain = boot.addressEncoding === 'plain' && !address.includes('?');
    return `/lightning/setup/${sectionOf(address)}/page?address=${plain ? address : encodeURIComponent(address)}`;
  };

  // ---- showing ----------------------------------------------------------------------------------------------

  // Where the page's policy requires Trusted Types, only such a policy makes markup out of text.
  const markup = window.trustedTypes?.createPolicy('aura', { createHTML: (html) => html }) ?? { createHTML: (html) => html };

  const component = async (path, options) => {
    const answer = await fetch(path, options);
    if (answer.redirected) return location.reload();
    const html = await answer.text();
    const box = document.createElement('div');
    box.className = 'lightningComponent';
    box.innerHTML = markup.createHTML(html);
    frame = shown = null;
    return content.replaceChildren(box);
  };

  const render = () => {
    const [, , area, section, page] = location.pathname.split('/');
    const node = boot.nodes.find((candidate) => candidate.name === section);
    const label = node ? node.label : section || '';
    heading.textContent = label;
    document.title = `${label} | Salesforce`;
    markTree(section);
    const address = page === 'page' ? new URLSearchParams(location.search).get('address') : node && node.address;
    if (area !== 'setup' && area !== undefined) return component('/aura/SetupOneHome');
    if (/^005/.test(page || '')) return component(`/aura/UserAccessSummary?user=${encodeURIComponent(page)}`);
    if (address) return showFrame(address);
    return component(`/aura/${section || 'SetupOneHome'}`);
  };

  const open = (url) => {
    history.pushState(null, '', url);
    render();
  };

  // ---- the tree ---------------------------------------------------------------------------------------------

  const markTree = (section) => {
    document.querySelectorAll('.onesetupNavTreeNode.selected').forEach((item) => item.classList.remove('selected'));
    const link = document.querySelector(`.onesetupNavTree a[data-node="${CSS.escape(section || '')}"]`);
    if (!link) return;
    link.closest('.onesetupNavTreeNode').classList.add('selected');
    for (let item = link.closest('ul[role=group]'); item; item = item.parentElement.closest('ul[role=group]')) {
      item.parentElement.setAttribute('aria-expanded', 'true');
    }
  };

  const findInTree = (words) => {
    const wanted = words.trim().toLowerCase();
    document.querySelectorAll('.onesetupNavTreeNode').forEach((item) => {
      const hit = wanted === '' || item.textContent.toLowerCase().includes(wanted);
      item.hidden = !hit;
      if (wanted && hit && item.hasAttribute('aria-expanded')) item.setAttribute('aria-expanded', 'true');
    });
    document.querySelectorAll('.treeHeading').forEach((title) => { title.hidden = wanted !== ''; });
  };

  // ---- what happens -----------------------------------------------------------------------------------------

  document.addEventListener('click', (event) => {
    const branch = event.target.closest('.onesetupNavTreeNode[aria-expanded] > .slds-tree__item');
    if (branch) {
      const item = branch.parentElement;
      item.setAttribute('aria-expanded', String(item.getAttribute('aria-expanded') !== 'true'));
      return;
    }
    const link = event.target.closest('[data-node], [data-address], [data-show], [data-do]');
    if (!link) return;
    event.preventDefault();
    if (link.dataset.node) open(`/lightning/setup/${link.dataset.node}/home`);
    else if (link.dataset.address) open(outerUrl(link.dataset.address));
    else if (link.dataset.do) component(`/aura/${currentSection()}?${link.dataset.do}`, { method: 'POST' });
    else component(`/aura/${currentSection()}?${link.dataset.show}`);
  });
  document.querySelector('.quickFind').addEventListener('input', (event) => findInTree(event.target.value));

  window.addEventListener('message', (event) => {
    if (!frame || event.source !== frame.contentWindow || event.origin !== boot.frameOrigin) return;
    const { kind, address, title } = event.data;
    if (kind === 'open') return open(address);
    if (kind === 'navigate') return open(outerUrl(address));
    frame.title = title;
    document.title = title.replace(/ ~ .*/, ' | Salesforce');
    if (address === shown) return undefined;
    if (boot.afterSave === 'new_frame') return open(outerUrl(address));
    shown = address;
    history.pushState(null, '', outerUrl(address));
    return undefined;
  });
  window.addEventListener('popstate', render);

  render();
  loadingBox.style.display = 'none';
})();
