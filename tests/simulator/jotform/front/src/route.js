// The address and the view it stands for. Tabs change the address without a load.
import { useEffect, useState } from 'react';

export const settingsPanels = ['form', 'emails', 'conditions', 'thankyou', 'integrations', 'mobile', 'approval'];

// '/build/1/settings/integrations/salesforce' -> { tab: 'settings', panel: 'integrations', detail: 'salesforce' };
// a build without an address for Integrations shows the first panel there.
export function viewOf(pathname, integrationsUrl) {
  const [, , , tab, panel, detail] = pathname.split('/');
  if (tab === 'publish') {
    return { tab: 'publish' };
  }
  if (tab === 'settings') {
    const known = settingsPanels.includes(panel) && (panel !== 'integrations' || integrationsUrl === 'own');
    return known ? { tab, panel, detail: detail || null } : { tab, panel: 'form', detail: null };
  }
  return { tab: 'build' };
}

// The address of a view. Whether Integrations has an address of its own differs between builds.
export function addressOf(formId, view, integrationsUrl) {
  const root = `/build/${formId}`;
  if (view.tab === 'publish') {
    return `${root}/publish`;
  }
  if (view.tab !== 'settings') {
    return root;
  }
  const own = view.panel !== 'form' && (view.panel !== 'integrations' || integrationsUrl === 'own');
  if (!own) {
    return `${root}/settings`;
  }
  return `${root}/settings/${view.panel}${view.detail ? `/${view.detail}` : ''}`;
}

export function useView(formId, integrationsUrl, initial) {
  const [view, setView] = useState(() => initial ?? viewOf(window.location.pathname, integrationsUrl));
  useEffect(() => {
    const back = (event) => setView(event.state?.view ?? viewOf(window.location.pathname, integrationsUrl));
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, [integrationsUrl]);
  const go = (next) => {
    const address = addressOf(formId, next, integrationsUrl);
    if (address !== window.location.pathname.replace(/\/$/, '')) {
      window.history.pushState({ view: next }, '', address);
    }
    setView(next);
  };
  return [view, go];
}
