// The page that is measured: `nodes` elements with 1,500 controls among each 20,000, in forms under headings as in Setup, in
// cells with their labels before them, and texts around.
globalThis.buildPage = (nodes) => {
  const parts = ['<header><h1>Setup</h1></header><main id="main">'];
  const controls = Math.round(nodes * 0.075);
  const sections = Math.max(1, Math.round(controls / 15));
  const filler = Math.max(1, Math.round((nodes - controls * 6 - sections * 4) / sections));
  for (let section = 0; section < sections; section += 1) {
    parts.push(`<section id="section_${section}"><h2>Section ${section}</h2><table>`);
    for (let at = 0; at < 15; at += 1) {
      const name = `${section}_${at}`;
      const control = [
        `<input id="page:form:field_${name}" name="field_${name}" class="text">`,
        `<select id="choice_${name}"><option value="a">--None--</option><option value="b">Standard</option></select>`,
        `<input type="checkbox" id="tick_${name}">`,
        `<button id="press_${name}" class="btn primary">Press <b>${name}</b></button>`,
        `<a href="/${name}?setupid=x" id="link_${name}">Open ${name}</a>`,
      ][at % 5];
      parts.push(`<tr><td class="labelCol"><span>Label ${name}</span></td><td class="dataCol"><div>${control}</div></td></tr>`);
    }
    parts.push('</table><div class="text">', `<p>Some text about nothing.</p>`.repeat(filler), '</div></section>');
  }
  document.body.innerHTML = parts.join('') + '</main>';
};
