// Registers every listener synchronously, as a service worker must, and hands what happens over to Rust once it is ready.

import init, * as background from "./background/waymark_background.js";

const api = globalThis.browser ?? globalThis.chrome;
let ready;

/** Calls one of Rust's functions as soon as it can; most of what wakes this worker is none of Rust's business. */
function tell(name, ...values) {
  ready ??= init();
  return ready.then(() => background[name](...values)).catch((error) => console.warn("Waymark:", error.message));
}

/** A tab shows another page. The browser tells the address only of pages on which Waymark may work. */
function loaded(tab) {
  if (tab.url) tell("tabLoaded", tab);
}

/** Opens the panel beside a tab. Browsers allow that only within the user's click, so it does not wait for Rust. */
function openPanel(tab, more = "") {
  if (api.sidePanel) {
    api.sidePanel.setOptions({ tabId: tab, path: `panel.html?tab=${tab}${more}`, enabled: true });
    return api.sidePanel.open({ tabId: tab });
  }
  return api.sidebarAction?.open();
}

function tryToOpenPanel(tab) {
  Promise.resolve()
    .then(() => openPanel(tab))
    .catch((error) => console.warn("Waymark: the panel did not open:", error.message));
}

/**
 * A pop-up that does not say who opened it, once for each tab that may have: Firefox names an opener in the same window only. Those
 * in front, with the same session; whether a guide runs in one of them, Rust knows.
 */
async function withOpeners({ id, windowId, openerTabId }) {
  if (!api.sidebarAction || openerTabId !== undefined) return [];
  try {
    if ((await api.windows.get(windowId)).type !== "popup") return [];
    const inFront = await api.tabs.query({ active: true, windowType: "normal" });
    // Only now: it may have got its address on the way.
    const popup = await api.tabs.get(id);
    const isAlike = (tab) => tab.incognito === popup.incognito && tab.cookieStoreId === popup.cookieStoreId;
    return inFront.filter(isAlike).map((tab) => ({ ...popup, openerTabId: tab.id }));
  } catch {
    // It has gone in between.
    return [];
  }
}

api.runtime.onMessage.addListener((message, sender, reply) => {
  if (message?.pressed === "open-panel" && sender.tab) openPanel(sender.tab.id)?.catch(() => {});
  if (message?.pressed === "save-page" && sender.tab) openPanel(sender.tab.id, "&facts")?.catch(() => {});
  tell("message", message, sender, reply);
  return true;
});
// Each engine holds a port, by which it notices at once that the extension is reloaded, and we that its frame is gone; nothing
// is said through it.
api.runtime.onConnect.addListener(({ sender, onDisconnect }) => {
  if (sender?.tab) onDisconnect.addListener(() => tell("frameLeft", sender.tab.id, sender.frameId));
});
api.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === "install") api.tabs.create({ url: api.runtime.getURL("panel.html?welcome") });
  tell("installed");
});
api.runtime.onStartup.addListener(() => tell("started"));
api.tabs.onCreated.addListener(async (tab) => {
  tell("tabOpened", tab);
  for (const opened of await withOpeners(tab)) tell("tabOpened", opened);
});
api.tabs.onUpdated.addListener((id, { status }, tab) => {
  if (status === "complete") loaded(tab);
});
api.tabs.onRemoved.addListener((tab) => tell("tabClosed", tab));
api.tabs.onActivated.addListener(({ tabId }) => tell("tabShown", tabId));
api.windows?.onFocusChanged.addListener((window) => {
  if (window >= 0) tell("windowShown", window);
});
// Pages that were loaded while nobody listened: before the extension came, or while it was reloaded.
api.tabs.query({}).then((tabs) => tabs.forEach(loaded));
api.action.setBadgeBackgroundColor({ color: "#4f46e5" });
api.action.onClicked.addListener((tab) => tryToOpenPanel(tab.id));
