// What the page of a comparison can do beyond page.js, which stands before it: another x axis for all curves at once, and
// groups and single runs on and off. A chart's `axes` are the x axes to choose from, `axis` the one it was drawn with; a
// layer's `on` is its list of places in `xs` on each of them, or null. A layer with a `group` is one run of that group.
{
const toggle = (words, attributes, ...children) => element('button', { type: 'button', 'aria-pressed': true, title: text.switch, ...attributes }, ...children, words);
const isOn = button => button.getAttribute('aria-pressed') === 'true';
// --- The x axis ---
const movable = charts.filter(chart => chart.axes);
/** Draws every curve over the axis of that name. */
function choose(key) {
  for (const chart of movable) {
    const index = chart.axes.findIndex(axis => axis.key === key);
    for (const layer of chart.layers) {
      const list = layer.on?.[index], places = list == null ? [] : positions(chart.xs[list]);
      if (layer.at) layer.at[0] = places[0] ?? NaN; else layer.places = places;
    }
    const ends = chart.layers.flatMap(layer => layer.at ? [layer.at[0]] : [layer.places[0], layer.places.at(-1)]).filter(finite);
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    Object.assign(chart, { x: { kind: 'linear', title: chart.axes[index].title }, isMoved: index !== chart.axis, isWhole: chart.series.every(s => s.places.every(Number.isInteger)) });
    for (const view of chart.views) {
      view.drawnX ??= view.x;
      view.x = chart.isMoved && low < high ? [low, high] : view.drawnX;
    }
    chart.leave();
    chart.change({ zoom: null });
  }
}
if (movable.length > 0) {
  const bar = element('div', { class: 'tools axes', role: 'group', 'aria-label': text.xAxis }, element('span', {}, text.xAxis));
  movable[0].axes.forEach((axis, index) => bar.append(toggle(axis.title, { 'data-axis': axis.key, 'aria-pressed': index === movable[0].axis, title: text.xAxis })));
  bar.addEventListener('click', e => {
    const button = e.target.closest('button');
    if (!button) return;
    choose(button.dataset.axis);
    for (const other of bar.querySelectorAll('button')) other.setAttribute('aria-pressed', other === button);
  });
  document.querySelector('#curves h2').after(bar);
}
// --- Single runs, by group ---
const ofRuns = charts.filter(chart => chart.layers.some(layer => layer.group));
const runsOf = (chart, group) => chart.layers.filter(layer => layer.group === group).map(layer => layer.name);
/** Shows in its buttons what of a chart is switched on: a group is on while one of its runs is. */
function mark(chart) {
  const { hidden } = chart.state;
  for (const button of chart.figure.querySelectorAll('.runs button')) {
    const names = button.dataset.runs ? runsOf(chart, button.dataset.runs) : [button.dataset.series];
    button.setAttribute('aria-pressed', names.some(name => !hidden.has(name)));
  }
}
function show(chart, names, isShown) {
  const { hidden } = chart.state;
  for (const name of names) if (isShown) hidden.delete(name); else hidden.add(name);
  chart.change({ hidden });
  mark(chart);
}
for (const chart of ofRuns) {
  const list = element('div', { class: 'runs' }, element('p', { class: 'hint' }, text.singleRuns));
  for (const group of new Set(chart.layers.map(layer => layer.group))) {
    const own = chart.layers.filter(layer => layer.group === group);
    const all = toggle(group, { 'data-runs': group }, chart.key(own[0]));
    all.addEventListener('click', () => show(chart, runsOf(chart, group), !isOn(all)));
    const each = own.map(layer => toggle(layer.label, { 'data-series': layer.name, title: layer.name, 'aria-label': layer.name }));
    list.append(element('div', { class: 'tools', role: 'group', 'aria-label': `${text.runsOf} ${group}` }, all, ...each));
  }
  chart.views[0].box.parentElement.append(list);
}
// --- Groups, in their table: a switch for every curve of a group ---
for (const row of document.querySelectorAll('tr[data-group]')) {
  const name = row.dataset.group, head = row.cells[0], layer = charts.flatMap(chart => chart.layers).find(l => l.name === name || l.group === name);
  if (!layer) continue;
  const key = head.querySelector('.key') ?? element('span', { class: 'key context', 'aria-hidden': 'true' });
  head.prepend(toggle('', { class: 'switch', 'data-series': name, 'aria-label': `${text.show}: ${name}` }, key));
}
// After page.js has switched the series: the runs of a group follow it.
for (const type of ['click', 'dblclick']) document.addEventListener(type, e => {
  const control = e.target.closest('[data-series]');
  if (!control) return;
  if (!control.closest('figure')) for (const chart of ofRuns) for (const button of document.querySelectorAll('.switch')) {
    const names = runsOf(chart, button.dataset.series), isShown = names.some(name => !chart.state.hidden.has(name));
    if (names.length > 0 && isShown !== isOn(button)) show(chart, names, isOn(button));
  }
  ofRuns.forEach(mark);
});
// Charts that were folded away are drawn as they are looked at by now.
for (const details of document.querySelectorAll('details')) details.addEventListener('toggle', () => charts.filter(chart => details.contains(chart.figure)).forEach(chart => chart.draw()));
}
