// What a page can do beside its charts of lines: values of other marks, switches that act on several charts, sorted tables.
/** Bars, cells, dots: the value of the mark under the pointer, or of one that is near; arrow keys go from mark to mark. */
function readMarks({ marks, words, series }) {
  for (const { id, size, boxes } of marks.filter(m => document.getElementById(m.id))) {
    const svg = document.getElementById(id), box = fill(svg.parentElement, { tabindex: 0, role: 'group', 'aria-label': text.marks }, []);
    const tip = element('div', { class: 'tip', 'aria-hidden': 'true' }), ring = shape('rect', { class: 'ring' }), last = words.length - 1;
    let at = -1;
    const show = index => {
      const [x, y, width, height] = boxes.slice(4 * index, 4 * index + 4), [place, value, number] = words[at = index], name = series[number];
      svg.append(fill(ring, { x: x - 1, y: y - 1, width: width + 2, height: height + 2 }, []));
      tip.replaceChildren(element('b', {}, place), element('div', {}, element('span', {}, name), element('em', {}, value)));
      hang(tip, svg, size, x + width / 2, Math.max(y - 60, 0));
      return [place, name, value].filter(Boolean).join(', ');
    };
    const leave = () => { at = -1; tip.remove(); ring.remove(); };
    svg.addEventListener('pointermove', e => {
      const [px, py] = placeOf(e, svg, size), far = i => Math.hypot(Math.max(boxes[i] - px, 0, px - boxes[i] - boxes[i + 2]), Math.max(boxes[i + 1] - py, 0, py - boxes[i + 1] - boxes[i + 3]));
      const best = words.reduce((best, _, i) => far(4 * i) < far(4 * best) ? i : best, 0);
      if (far(4 * best) >= 12) leave(); else if (best !== at) show(best);
    });
    for (const [target, type] of [[svg, 'pointerleave'], [box, 'blur']]) target.addEventListener(type, leave);
    box.addEventListener('keydown', e => {
      const to = { ArrowRight: at + 1, ArrowLeft: at < 0 ? last : at - 1, Home: 0, End: last }[e.key];
      if (e.key === 'Escape') leave(); else if (to !== undefined) { e.preventDefault(); say(show(clamp(to, 0, last))); }
    });
  }
}
// --- The page ---
document.body.append(element('p', { class: 'voice', role: 'status' }));
const say = (voice => words => { voice.textContent = words ?? ''; })(document.body.lastChild);
const copy = words => navigator.clipboard.writeText(words).catch(() => {
  document.body.append(element('textarea', { class: 'voice' }, words));
  document.body.lastChild.select();
  document.execCommand('copy');
  document.body.lastChild.remove();
});
Object.values(page.charts).filter(spec => spec.marks).forEach(readMarks);
const charts = Object.entries(page.charts).filter(([id, spec]) => spec.layers && document.getElementById(id)).map(([id, spec]) => new Chart(document.getElementById(id), spec));
for (const [target, type] of [[matchMedia('(max-width: 36rem)'), 'change'], [window, 'beforeprint'], [window, 'afterprint']]) target.addEventListener(type, () => charts.forEach(c => c.draw()));
// Anything with data-series switches that series: in its own figure, or in every chart where it stands outside of one.
// With shift, or on a double click, the series is shown alone.
function turn(control, isAlone) {
  const figure = control.closest('figure'), name = control.dataset.series, all = charts.filter(chart => figure ? chart.figure === figure : chart.series.some(s => s.name === name));
  for (const chart of all) {
    const { hidden } = chart.state, others = chart.series.map(s => s.name).filter(s => s !== name), isOnly = others.every(s => hidden.has(s)) && !hidden.has(name);
    if (!isAlone && !hidden.delete(name)) hidden.add(name);
    chart.change({ hidden: isAlone ? new Set(isOnly ? [] : others) : hidden });
  }
  for (const other of (figure ?? document).querySelectorAll('[data-series]')) {
    const isOn = !all[0]?.state.hidden.has(other.dataset.series);
    if ('checked' in other) other.checked = isOn; else other.setAttribute('aria-pressed', isOn);
  }
}
for (const type of ['click', 'dblclick']) document.addEventListener(type, e => {
  const control = e.target.closest('[data-series]');
  if (control) turn(control, type === 'dblclick' || e.shiftKey);
});
// Tables: a click on a head sorts by data-value or the text: up, then down, then as it was. What has no value comes last.
for (const table of document.querySelectorAll('table.sortable')) {
  const body = table.tBodies[0], original = [...body.rows], heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    head.append(element('button', { type: 'button', class: 'sort' }, ...head.childNodes));
    head.lastChild.addEventListener('click', () => {
      const order = { ascending: 'descending', descending: 'none' }[head.ariaSort] ?? 'ascending', sign = order === 'ascending' ? 1 : -1;
      heads.forEach(other => other.removeAttribute('aria-sort'));
      if (order === 'none') return body.append(...original);
      head.setAttribute('aria-sort', order);
      const keys = new Map(original.map(row => [row, row.cells[column]?.dataset.value ?? row.cells[column]?.textContent.trim() ?? '']));
      const isNumeric = [...keys.values()].every(key => !Number.isNaN(Number(key))), compare = (a, b) => isNumeric ? a - b : a.localeCompare(b, document.documentElement.lang, { numeric: true });
      body.append(...original.toSorted((a, b) => (keys.get(a) === '') - (keys.get(b) === '') || sign * compare(keys.get(a), keys.get(b))));
    });
  });
}
