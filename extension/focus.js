// Where the focus goes when what had it is gone: pressing a button often takes that button away. It goes to what has come in its
// place, so that nobody who works by keyboard or by ear is thrown back to the start.

const controls = "button:not(:disabled), summary, a[href], input, select";

/** What had the focus last, with all around it. */
let around = [];

function heir() {
  const place = around.find((element) => element.isConnected);
  if (place.localName === "body" || place.matches(".panel, .guide")) return document.querySelector("main");
  return place.querySelector("[role=alertdialog]") ?? [...place.querySelectorAll(controls)].find((one) => one.checkVisibility()) ?? place;
}

document.addEventListener("focusin", ({ target }) => {
  around = [];
  for (let at = target; at; at = at.parentElement) around.push(at);
});

new MutationObserver(() => {
  const [last] = around;
  if (!last || last.isConnected || document.activeElement !== document.body) return;
  const next = heir();
  if (!next?.matches(controls)) next?.setAttribute("tabindex", "-1");
  next?.focus();
}).observe(document.body, { childList: true, subtree: true });
