/**
 * From now on pages write Lead in its link in another way, so that in a language that nobody knows neither words nor address tell
 * the guide which object it is.
 */
export async function disguiseLead({ context }) {
  await context.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      for (const link of document.querySelectorAll('a[href$="&o=Lead"]')) link.href = link.href.replace(/Lead$/, '%4Cead');
    });
  });
}
