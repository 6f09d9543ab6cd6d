// Moves options between the two sides of a dueling list; a hidden field carries what is enabled.
'use strict';
document.querySelectorAll('[data-dueling]').forEach((box) => {
  const part = (suffix) => document.getElementById(`${box.dataset.dueling}:backingList_${suffix}`);
  const carrier = box.querySelector('input[type=hidden]');
  const remember = () => {
    carrier.value = [...part('s').options].map((option) => option.value).filter(Boolean).join(',');
  };
  const move = (from, to) => {
    const chosen = [...from.selectedOptions].filter((option) => option.value);
    if (chosen.length === 0) return;
    to.querySelector('option[value=""]')?.remove();
    chosen.forEach((option) => { to.append(option); option.selected = false; });
    if (from.options.length === 0) from.append(new Option('--None--', ''));
    remember();
  };
  const onClick = (suffix, act) => part(suffix).addEventListener('click', (event) => { event.preventDefault(); act(); });
  onClick('add', () => move(part('a'), part('s')));
  onClick('remove', () => move(part('s'), part('a')));
  part('a').addEventListener('dblclick', () => move(part('a'), part('s')));
  part('s').addEventListener('dblclick', () => move(part('s'), part('a')));
});
