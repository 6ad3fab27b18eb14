'use strict';
function show(line) {
  document.querySelectorAll('.linked').forEach(old => old.classList.remove('linked'));
  line.classList.add('linked');
  const others = line.dataset.linked.split(' ').filter(Boolean).map(id => document.getElementById(id));
  others.forEach(other => other.classList.add('linked'));
  others.slice(0, 1).forEach(other => {
    const pane = other.parentElement;
    pane.scrollTop = other.offsetTop - pane.clientHeight / 3;
  });
}
document.querySelectorAll('ol li').forEach(line => line.addEventListener('click', event => {
  event.preventDefault();
  history.replaceState(null, '', '#' + line.id);
  show(line);
}));
const asked = document.getElementById(location.hash.slice(1));
if (asked?.dataset.linked !== undefined) {
  show(asked);
}
