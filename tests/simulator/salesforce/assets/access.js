// Ticking a permission ticks what it needs, and taking one away takes what needs it. No event is raised.
'use strict';
(() => {
  // Read, Create, Edit, Delete, View All, Modify All, View All Fields: the places of what each needs.
  const needs = [[], [0], [0], [0, 2], [0], [0, 2, 3, 4], [0]];
  const boxesIn = (part) => [...part.querySelectorAll('input[type=checkbox]')];

  const settle = (boxes, needsOf, changed) => {
    const place = boxes.indexOf(changed);
    boxes.forEach((box, other) => {
      if (changed.checked && needsOf[place].includes(other)) box.checked = true;
      if (!changed.checked && needsOf[other].includes(place)) box.checked = false;
    });
  };
  document.addEventListener('change', ({ target }) => {
    if (target.type !== 'checkbox') return;
    if (target.closest('.objectPermissions')) settle(boxesIn(target.closest('table')), needs, target);
    else settle(boxesIn(target.closest('tr')), [[], [0]], target);
  });
})();
