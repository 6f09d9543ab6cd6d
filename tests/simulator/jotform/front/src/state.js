// What the server wrote into the page: the account, the form, and how this build of the site looks.
// The script never runs as code, so it is there under every Content-Security-Policy.
export function pageState(document) {
  return JSON.parse(document.getElementById('app-state').textContent);
}
