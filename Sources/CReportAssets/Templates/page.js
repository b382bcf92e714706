// What a page can do beyond being read: values under the pointer, series on and off, smoothing, logarithmic axes, zoom, sorting, copying.
// Charts were drawn before; they are drawn anew only while they are looked at in another way. ChartData.swift tells the form of their data.
'use strict';
const source = document.getElementById('chart-data');
const page = source ? JSON.parse(source.textContent) : { charts: {}, text: {} }, text = page.text;
const finite = Number.isFinite, clamp = (v, low, high) => Math.min(Math.max(v, low), high);
const fill = (node, attributes, children) => {
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
};
const element = (name, attributes = {}, ...children) => fill(document.createElement(name), attributes, children);
const shape = (name, attributes = {}) => fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, []);
const superscript = n => (n < 0 ? '⁻' : '') + [...String(Math.abs(n))].map(d => '⁰¹²³⁴⁵⁶⁷⁸⁹'[d]).join('');
const signed = s => s.replace('-', '−');
const grouped = s => s.replace(/^(-?\d+)/, d => d.replace(/\B(?=(\d{3})+$)/g, ','));
/** A measured value with four significant digits, as in the text of the page. */
function measured(v, size = Math.abs(v)) {
  if (!finite(v)) return v > 0 ? '∞' : v < 0 ? '−∞' : 'NaN';
  if (v !== 0 && (size >= 1e7 || size < 0.99995e-4)) return signed(v.toExponential(3).replace(/e(.*)/, (_, power) => '·10' + superscript(Number(power))));
  if (Number.isInteger(v)) return signed(grouped(String(v)));
  return signed(grouped(v.toFixed(clamp(3 - Math.floor(Math.log10(Number(size.toPrecision(4)))), 0, 8))));
}
const moment = seconds => new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ').replace(' 00:00:00', '');
/** The labels of an axis: as many decimals as its closest pair needs, k and M for large numbers, 3·10⁻⁴ for small ones. */
function labels(values, isEven) {
  if (!isEven) return values.map(v => labels([v], true)[0]);
  const largest = Math.max(...values.map(Math.abs));
  const decimals = list => [...Array(12).keys()].find(n => list.every(v => Math.abs(v - Number(v.toFixed(n))) <= 1e-9 * Math.abs(v))) ?? 12;
  const power = Math.floor(Math.log10(largest * (1 + 1e-12))), isPower = largest > 0 && (largest < 1e-3 || largest >= 1e15);
  const [scale, unit] = isPower ? [10 ** power, '·10' + superscript(power)] : [[1e12, 'T'], [1e9, 'G'], [1e6, 'M'], [1e3, 'k']].find(([s]) => largest >= Math.max(s, 1e4)) ?? [1, ''];
  const n = decimals(values.map(v => v / scale));
  return values.map(v => v === 0 ? '0' : (signed((v / scale).toFixed(n)) + unit).replace(/^1·/, ''));
}
// --- Ticks: steps of 1, 2 or 5 times a power of ten, as near as can be to as many as wanted; logarithmic at 1, 2 and 5 ---
function linearTicks([low, high], wanted, isCovering) {
  const power = 10 ** Math.floor(Math.log10((high - low) / wanted)), far = step => Math.abs(Math.log((high - low) / step / (wanted - 1)));
  const step = [1, 2, 5, 10].map(factor => factor * power).reduce((a, b) => far(b) < far(a) ? b : a);
  const [first, last] = isCovering ? [Math.floor(low / step + 1e-6), Math.ceil(high / step - 1e-6)] : [Math.ceil(low / step - 2e-6), Math.floor(high / step + 2e-6)];
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
function logTicks([low, high], wanted) {
  const first = Math.floor(Math.log10(low)), powers = Array.from({ length: Math.ceil(Math.log10(high)) - first + 1 }, (_, i) => first + i);
  const at = digits => powers.flatMap(e => digits.map(d => Number(`${d}e${e}`))).filter(v => v >= low * (1 - 1e-9) && v <= high * (1 + 1e-9));
  const decades = at([1]), all = at([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  if (decades.length > wanted) return { major: decades.filter((_, i) => i % Math.ceil(decades.length / wanted) === 0), minor: decades };
  const some = [[1, 2, 5], [1, 3]].map(at).find(m => m.length >= 3 && m.length <= (decades.length < 3 ? Math.max(wanted, 5) : wanted));
  return { major: some ?? (decades.length >= 2 ? decades : linearTicks([low, high], clamp(wanted, 3, 6), false)), minor: all };
}
function timeTicks([low, high], wanted) {
  const sizes = [1, 2, 5, 10, 15, 30].flatMap(n => [n, n * 60]).concat([1, 2, 3, 6, 12, 24, 48, 168, 720, 8760].map(n => n * 3600)).sort((a, b) => a - b);
  const step = sizes.find(s => (high - low) / s <= wanted) ?? sizes.at(-1) * Math.ceil((high - low) / sizes.at(-1) / wanted);
  const values = Array.from({ length: wanted + 2 }, (_, i) => (Math.ceil(low / step) + i) * step).filter(v => v <= high);
  return { values, labels: values.map(v => new Date(v * 1000).toISOString().slice(...step < 60 ? [11, 19] : step < 86400 ? [11, 16] : [0, 10]).replace('T', ' ')) };
}
function niceDomain(kind, [low, high], wanted) {
  if (kind === 'log') {
    const steps = v => [1, 2, 5, 10].map(d => Number(`${d}e${Math.floor(Math.log10(v))}`));
    const ends = [steps(low).findLast(s => s <= low * (1 + 1e-9)) ?? low, steps(high).find(s => s >= high * (1 - 1e-9)) ?? high];
    return ends[0] < ends[1] ? ends : [low / 2, high * 2];
  }
  if (low === high) return [low - (Math.abs(low) / 10 || 1), high + (Math.abs(high) / 10 || 1)];
  const values = linearTicks([low, high], wanted, true);
  return [Math.min(values[0], low), Math.max(values.at(-1), high)];
}
/** TensorBoard's moving average: begins at 0 and is divided by what its weights add up to; what is no number stays. */
function smoothed(values, weight) {
  if (weight === 0 || values.every(v => v === values[0])) return values;
  let last = 0, count = 0;
  return values.map(v => finite(v) ? (last = last * weight + (1 - weight) * v) / (1 - weight ** ++count) : v);
}
/** Places on an x axis: first, step and count; the first and then the differences; or the values themselves. */
const positions = x => x.values ?? x.steps?.map((sum => step => sum += step)(0)) ?? Array.from({ length: x.count }, (_, i) => x.from + i * x.by);
/** The index of the value that is nearest, in values that rise. */
function nearest(values, wanted) {
  let [low, high] = [0, values.length - 1];
  while (high - low > 1) { const middle = (low + high) >> 1; if (values[middle] < wanted) low = middle; else high = middle; }
  return Math.abs(values[high] - wanted) < Math.abs(values[low] - wanted) ? high : low;
}
const placeOf = (e, svg, size) => { const r = svg.getBoundingClientRect(); return [(e.clientX - r.left) * size[0] / r.width, (e.clientY - r.top) * size[1] / r.height]; };
/** Hangs a tip over a drawing: beside a place, where there is more room. */
function hang(tip, svg, size, place, top) {
  svg.parentElement.append(tip);
  const room = svg.clientWidth, scale = room / size[0], middle = place * scale, own = tip.offsetWidth;
  Object.assign(tip.style, { left: clamp(middle > room / 2 ? middle - own - 12 : middle + 12, 0, Math.max(0, room - own)) + 'px', top: top * scale + 'px' });
}
/** One drawing of a chart, wide or narrow: finds the parts of its SVG and draws them for other domains. */
class View {
  constructor(chart, spec) {
    Object.assign(this, { chart, ...spec, svg: document.getElementById(spec.id), box: document.getElementById(spec.id).parentElement });
    const copies = nodes => [...nodes].map(n => n.cloneNode(true));
    this.parts = Object.fromEntries(['grid', 'baseline', 'x-axis', 'y-axis', 'legend'].map(r => [r, this.svg.querySelector(`[data-role="${r}"]`)]).filter(p => p[1]));
    this.original = Object.values(this.parts).map(node => ({ node, original: copies(node.children) }));
    const free = [...this.svg.querySelectorAll('[data-role="marks"]>g,[data-role="marked points"]>g')];
    const take = role => free.splice(free.findIndex(g => g.dataset.role === role) >>> 0, 1)[0];
    this.groups = chart.layers.map(layer => ({ layer, node: take(layer.role) })).filter(g => g.node).map(g => ({ ...g, original: copies(g.node.children) }));
    this.svg.append(this.hover = shape('g', { class: 'hover', 'aria-hidden': 'true' }));
  }
  get isShown() { return this.box.offsetParent !== null; }
  fraction(kind, [low, high], v) { return kind === 'log' ? Math.log(v / low) / Math.log(high / low) : (v - low) / (high - low); }
  px(v) { return this.plot[0] + this.plot[2] * this.fraction(this.chart.x.kind, this.now.x, v); }
  py(v) { return this.plot[1] + this.plot[3] * (1 - this.fraction(this.now.kind, this.now.y, v)); }
  valueAt(place, kind, [low, high]) { return kind === 'log' ? low * (high / low) ** place : low + (high - low) * place; }
  /** Restores Plot's drawing, or draws for another look: { x, y, kind } are the domains and the kind of the y axis. */
  draw() {
    const { state } = this.chart, now = this.now = this.chart.domains(this);
    for (const { node, original } of [...this.original, ...this.groups]) node.replaceChildren(...original.map(n => n.cloneNode(true)));
    for (const { node, layer } of this.groups) node.style.display = state.hidden.has(layer.name) ? 'none' : '';
    if (now.isOriginal && state.smoothing === 0 && state.hidden.size === 0) return;
    if (!now.isOriginal) { this.drawYAxis(); this.drawXAxis(); }
    for (const group of this.groups) this.drawLayer(group);
    this.drawLegend();
  }
  path(x, y) {
    const isShown = i => finite(y[i]) && (this.now.kind !== 'log' || y[i] > 0) && (this.chart.x.kind !== 'log' || x[i] > 0);
    const place = i => `${this.px(x[i]).toFixed(2)} ${clamp(this.py(y[i]), -1e4, 1e4).toFixed(2)}`;
    // A single point between gaps is a dot: a line without length with round ends.
    return x.map((_, i) => !isShown(i) ? '' : isShown(i - 1) ? 'L' + place(i) : `M${place(i)}h0`).join('');
  }
  drawLayer({ node, layer }) {
    const paths = [...node.querySelectorAll('path')], [left, top, width, height] = this.plot, x = layer.places, weight = this.chart.state.smoothing;
    if (layer.at) {
      const [x, y] = [this.px(layer.at[0]), this.py(layer.at[1])], box = paths[0].getBBox(), isIn = x >= left - 5 && x <= left + width + 5 && y >= top - 5 && y <= top + height + 5;
      paths[0].setAttribute('transform', `translate(${x - box.x - box.width / 2} ${y - box.y - box.height / 2})`);
      paths[0].style.display = isIn ? '' : 'none';
    } else if (layer.rule) {
      const [axis, value] = layer.rule, at = axis === 'x' ? this.px(value) : this.py(value);
      const isIn = axis === 'x' ? at >= left && at <= left + width : at >= top && at <= top + height;
      paths[0].setAttribute('d', !isIn ? '' : axis === 'x' ? `M${at} ${top}v${height}` : `M${left} ${at}h${width}`);
    }
    if (layer.low) {
      const low = smoothed(layer.low, weight), high = smoothed(layer.high, weight), isLog = this.now.kind === 'log';
      const order = x.map((_, i) => i).filter(i => finite(low[i]) && finite(high[i]) && (!isLog || high[i] > 0));
      const place = (i, v) => `${this.px(x[i]).toFixed(2)} ${(isLog && v <= 0 ? top + height : clamp(this.py(v), -1e4, 1e4)).toFixed(2)}`;
      const places = order.map(i => place(i, high[i])).concat(order.toReversed().map(i => place(i, low[i])));
      paths.shift().setAttribute('d', places.length > 0 ? 'M' + places.join('L') + 'Z' : '');
    }
    const line = paths.shift();
    if (!layer.y || !line) return;
    paths.forEach(dot => dot.remove());
    if (weight > 0) line.before(fill(line.cloneNode(), { d: this.path(x, layer.y), 'stroke-opacity': 0.25, 'stroke-width': 1 }, []));
    line.setAttribute('d', this.path(x, layer.smooth()));
  }
  /** Replaces the labels of an axis; its title, the last text, stays. */
  label(role, title, entries) {
    const texts = [...this.parts[role]?.querySelectorAll('text') ?? []].slice(0, title ? -1 : undefined);
    texts.forEach(t => t.remove());
    for (const [place, words] of texts.length > 0 ? entries : []) this.parts[role].prepend(fill(texts[0].cloneNode(), place, [words]));
  }
  drawYAxis() {
    const [left, , width, height] = this.plot, wanted = clamp(Math.round(height / 40), 3, 100), isLog = this.now.kind === 'log';
    const ticks = isLog ? logTicks(this.now.y, wanted) : { major: linearTicks(this.now.y, wanted, false), minor: [] };
    const across = v => `M${left} ${Math.round(this.py(v) * 2) / 2 + 0.125}h${width}`;
    const line = (v, opacity) => shape('path', { class: 'll-s-grid', fill: 'none', 'stroke-width': 0.75, 'stroke-opacity': opacity, d: across(v) });
    this.parts.grid?.replaceChildren(...ticks.major.map(v => line(v, 1)), ...ticks.minor.filter(v => !ticks.major.includes(v)).map(v => line(v, 0.45)));
    const texts = labels(ticks.major, !isLog);
    this.label('y-axis', this.chart.y.title, ticks.major.map((v, i) => [{ y: this.py(v) + 4 }, texts[i]]));
    const isIn = !isLog && this.now.y[0] <= 0 && this.now.y[1] >= 0;
    this.parts.baseline?.querySelector('path')?.setAttribute('d', isIn ? across(0) : '');
  }
  drawXAxis() {
    const [left, top, width, height] = this.plot, wanted = clamp(Math.round(width / 80), 3, 100), kind = this.chart.x.kind;
    const all = { log: d => logTicks(d, wanted).major, linear: d => linearTicks(d, wanted, false), time: d => timeTicks(d, wanted).values }[kind](this.now.x);
    const values = this.chart.isWhole && all.some(Number.isInteger) ? all.filter(Number.isInteger) : all;
    const texts = kind === 'time' ? timeTicks(this.now.x, wanted).labels : labels(values, kind !== 'log');
    this.parts['x-axis']?.querySelector('path')?.setAttribute('d', values.map(v => `M${this.px(v).toFixed(2)} ${top + height}v4`).join(''));
    if (this.chart.isMoved) this.parts['x-axis'].querySelector('text:last-of-type').textContent = this.chart.x.title;
    this.label('x-axis', this.chart.x.title, values.map((v, i) => [{ x: this.px(v) }, texts[i]]));
  }
  /** Pales the names of hidden series, and moves names at the line ends to where their lines now end. */
  drawLegend() {
    const [left, top, width, height] = this.plot, right = left + width, bottom = top + height, { hidden } = this.chart.state;
    const named = words => this.chart.series.find(s => s.name === words) ?? this.chart.series.find(s => words.endsWith('…') && s.name.startsWith(words.slice(0, -1)));
    const entries = [...this.parts.legend?.querySelectorAll('text') ?? []].map(label => ({ label, key: label.previousElementSibling, layer: named(label.textContent) })).filter(e => e.layer);
    const isAtEnds = entries.some(e => Number(e.label.getAttribute('x')) > right), gap = 14.3;
    for (const { label, key, layer } of entries) for (const node of [label, key]) if (node) node.style.opacity = !hidden.has(layer.name) ? '' : isAtEnds ? 0 : 0.3;
    if (!isAtEnds) return;
    const shown = entries.filter(e => !hidden.has(e.layer.name)).map(e => {
      const values = e.layer.smooth(), last = e.layer.places.findLastIndex((x, i) => x <= this.now.x[1] && finite(values[i]) && (this.now.kind !== 'log' || values[i] > 0));
      return { ...e, y: last < 0 ? bottom : clamp(this.py(values[last]), top, bottom) };
    }).sort((a, b) => a.y - b.y);
    shown.forEach((e, i) => e.at = Math.max(e.y - gap / 4, i > 0 ? shown[i - 1].at + gap : top));
    shown.toReversed().forEach((e, i, all) => e.at = Math.min(e.at, i > 0 ? all[i - 1].at - gap : bottom + gap / 2));
    for (const { label, key, y, at } of shown) {
      label.setAttribute('y', at + 4);
      key?.setAttribute('d', `M${right + 3} ${y}C${right + 8} ${y} ${right + 8} ${at} ${right + 13} ${at}`);
    }
  }
}
/** A figure with its drawings, its controls and how it is looked at. */
class Chart {
  constructor(figure, spec) {
    Object.assign(this, spec, { figure, at: null });
    this.state = { smoothing: 0, isLog: spec.y.kind === 'log', zoom: null, hidden: new Set() };
    for (const layer of this.layers) {
      layer.places = layer.x === undefined ? [] : positions(spec.xs[layer.x]);
      let weight = 0, values = layer.y;
      layer.smooth = () => weight === this.state.smoothing ? values : values = smoothed(layer.y, weight = this.state.smoothing);
    }
    this.isWhole = (this.series = this.layers.filter(layer => layer.y)).every(s => s.places.every(Number.isInteger));
    this.views = spec.views.filter(v => document.getElementById(v.id)).map(v => new View(this, v));
    this.views.forEach(view => this.listen(view));
    this.tools();
    this.draw();
  }
  get shown() { return this.series.filter(s => s.places.length > 0 && !this.state.hidden.has(s.name)); }
  /** The domains of a drawing: those that it was made with, or others for what is switched on and zoomed to. */
  domains(view) {
    const { zoom, isLog, hidden } = this.state, kind = isLog ? 'log' : this.y.kind === 'log' ? 'linear' : this.y.kind;
    const isOriginal = !zoom && !this.isMoved && hidden.size === 0 && kind === this.y.kind, x = zoom?.x ?? view.x;
    if (isOriginal || zoom?.y) return { x, y: zoom?.y ?? view.y, kind, isOriginal };
    const isIn = (v, at) => finite(v) && at >= x[0] && at <= x[1] && (kind !== 'log' || v > 0);
    const values = this.layers.filter(l => !hidden.has(l.name)).flatMap(l => [l.y, l.low, l.high].flatMap(list => list?.filter((v, i) => isIn(v, l.places[i])) ?? []));
    const [low, high] = values.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [Infinity, -Infinity]);
    return { x, y: low > high ? view.y : niceDomain(kind, [low, high], clamp(Math.round(view.plot[3] / 40), 3, 100)), kind };
  }
  draw() {
    this.views.filter(v => v.isShown).forEach(v => v.draw());
    this.reset.hidden = !this.state.zoom;
    if (this.at !== null) this.point(this.at);
  }
  change(state) { Object.assign(this.state, state); this.draw(); }
  point(x, view = this.views.find(v => v.isShown), y = null) {
    if (!view || this.shown.length === 0) return;
    this.at = this.shown.map(s => s.places[nearest(s.places, x)]).reduce((a, b) => Math.abs(b - x) < Math.abs(a - x) ? b : a);
    const row = (s, i) => ({ s, x: s.places[i], raw: s.y[i], value: s.smooth()[i], name: s.name || this.y.title || '' }), rows = this.shown.map(s => row(s, nearest(s.places, this.at)));
    const far = row => y === null || !finite(row.value) ? 0 : Math.abs(view.py(row.value) - y);
    const listed = rows.length > 12 ? rows.toSorted((a, b) => far(a) - far(b)).slice(0, 12).sort((a, b) => b.value - a.value) : rows;
    const [left, top, width, height] = view.plot, place = clamp(view.px(this.at), left, left + width);
    const dots = listed.map(row => ({ ...row, y: view.py(row.value) })).filter(row => row.x === this.at && row.y >= top - 1 && row.y <= top + height + 1);
    view.hover.replaceChildren(shape('path', { class: 'll-s-axis', d: `M${place} ${top}v${height}` }), ...dots.map(row => shape('circle', { cx: place, cy: row.y, r: 3.5, style: `fill:${this.color(row.s)}` })));
    const position = `${this.x.title ?? 'x'} ${this.x.kind === 'time' ? moment(this.at) : measured(this.at)}`, value = row => measured(row.value) + (this.state.smoothing > 0 ? ` (${measured(row.raw)})` : '');
    (this.tip ??= element('div', { class: 'tip', 'aria-hidden': 'true' })).replaceChildren(element('b', {}, position), ...listed.map(row => element('div', {}, this.key(row.s), element('span', {}, row.name), element('em', {}, value(row)))));
    hang(this.tip, view.svg, view.size, place, top);
    return [position, ...listed.map(row => `${row.name} ${value(row)}`)].join(', ');
  }
  leave() {
    this.at = this.tip?.remove() ?? null;
    for (const view of this.views) view.hover.replaceChildren();
  }
  color(layer) {
    const path = this.views[0].groups.find(g => g.layer === layer)?.original.find(n => n.getAttribute('stroke-width')), role = path?.getAttribute('class')?.match(/ll-s-([\w-]+)/)?.[1];
    return role ? `var(--ll-${role})` : path?.getAttribute('stroke') ?? 'currentColor';
  }
  key(layer) { return element('i', { class: 'key', style: `background:${this.color(layer)}` }); }
  listen(view) {
    const { box, svg } = view, [left, top, width, height] = view.plot, right = left + width, pointers = new Map();
    let start = null, pinch = null;
    const place = e => placeOf(e, svg, view.size);
    const xAt = px => view.valueAt(clamp((px - left) / width, 0, 1), this.x.kind, view.now.x);
    const yAt = py => view.valueAt(clamp(1 - (py - top) / height, 0, 1), view.now.kind, view.now.y);
    const fingers = () => [...pointers.values()].map(p => p[0]).sort((a, b) => a - b);
    /** The box that was dragged; one that is nearly flat is as high as the plot. */
    const selection = ([x0, y0], [x1, y1]) => {
      const [a, b] = [x0, x1].map(x => clamp(x, left, right)).sort((a, b) => a - b);
      const [c, d] = Math.abs(y1 - y0) < 16 ? [top, top + height] : [y0, y1].map(y => clamp(y, top, top + height)).sort((a, b) => a - b);
      return { x: a, y: c, width: b - a, height: d - c };
    };
    const on = {
      pointerdown: e => {
        if (e.button !== 0) return;
        pointers.set(e.pointerId, place(e));
        pinch = pointers.size === 2 ? fingers().map(xAt) : null;
        start = e.pointerType === 'mouse' ? place(e) : null;
        if (start) svg.setPointerCapture(e.pointerId);
        this.point(xAt(place(e)[0]), view, place(e)[1]);
      },
      pointermove: e => {
        if (pointers.has(e.pointerId)) pointers.set(e.pointerId, place(e));
        if (pinch && pointers.size === 2) {
          const [a, b] = fingers(), scale = (pinch[1] - pinch[0]) / Math.max(b - a, 10);
          return this.change({ zoom: { x: [Math.max(view.x[0], pinch[0] - (a - left) * scale), Math.min(view.x[1], pinch[1] + (right - b) * scale)] } });
        }
        this.point(xAt(place(e)[0]), view, place(e)[1]);
        if (start) view.hover.append(shape('rect', { class: 'zoom', ...selection(start, place(e)) }));
      },
      pointerup: e => {
        const area = start && selection(start, place(e)), x = area && [xAt(area.x), xAt(area.x + area.width)];
        on.pointercancel(e);
        if (area?.width >= 6) this.change({ zoom: area.height < height ? { x, y: [yAt(area.y + area.height), yAt(area.y)] } : { x } });
      },
      pointercancel: e => { start = pinch = null; pointers.delete(e.pointerId); },
      pointerleave: e => { if (e.pointerType === 'mouse' && !start) this.leave(); },
      dblclick: () => this.change({ zoom: null }),
    };
    for (const [type, act] of Object.entries(on)) svg.addEventListener(type, act);
    fill(box, { tabindex: 0, role: 'group', 'aria-label': text.keys }, []).addEventListener('blur', () => this.leave());
    box.addEventListener('keydown', e => {
      const places = [...new Set(this.shown.flatMap(s => s.places))].filter(x => x >= view.now.x[0] && x <= view.now.x[1]).sort((a, b) => a - b);
      const now = this.at === null ? -1 : nearest(places, this.at), last = places.length - 1, step = e.shiftKey ? 10 : 1;
      const to = { ArrowRight: now + step, ArrowLeft: now < 0 ? last : now - step, Home: 0, End: last }[e.key];
      const middle = this.at ?? (view.now.x[0] + view.now.x[1]) / 2, factor = { '+': 0.5, '=': 0.5, '-': 2 }[e.key];
      if (to !== undefined && last >= 0) say(this.point(places[clamp(to, 0, last)], view));
      else if (factor) {
        const x = view.now.x.map(v => clamp(middle + (v - middle) * factor, ...view.x));
        this.change({ zoom: x[0] === view.x[0] && x[1] === view.x[1] ? null : { x } });
      } else if (e.key === 'Escape') { this.leave(); this.change({ zoom: null }); } else return;
      e.preventDefault();
    });
  }
  tools() {
    const named = [...new Set(this.series.filter(s => !s.group && !s.isContext).map(s => s.name))].filter(Boolean), bar = element('div', { class: 'tools', role: 'group', 'aria-label': text.tools });
    const button = (words, act, attributes = {}) => {
      bar.append(element('button', { type: 'button', ...attributes }, ...[words].flat()));
      if (act) bar.lastChild.addEventListener('click', e => act(e.currentTarget));
      return bar.lastChild;
    };
    if (named.length > 1 && named.length <= 12) for (const name of named) button([this.key(this.series.find(s => s.name === name)), name], null, { 'data-series': name, 'aria-pressed': true, title: text.switch });
    const shown = element('output', {}, '0.00'), slider = element('input', { type: 'range', min: 0, max: 0.99, step: 0.01, value: 0 });
    slider.addEventListener('input', () => { shown.textContent = Number(slider.value).toFixed(2); this.change({ smoothing: Number(slider.value) }); });
    if (this.isOverSteps && this.series.some(s => s.y.length > 2)) bar.append(element('label', {}, text.smoothing, slider, shown));
    if (this.series.some(s => s.y.some(v => v > 0))) button(text.logarithmic, b => {
      this.change({ isLog: !this.state.isLog, zoom: this.state.zoom && { x: this.state.zoom.x } });
      b.setAttribute('aria-pressed', this.state.isLog);
    }, { 'aria-pressed': this.state.isLog });
    button(text.copy, () => copy(this.table()).then(() => say(text.copied)), { title: text.copyHint });
    this.reset = button(text.reset, () => { this.change({ zoom: null }); this.views.find(v => v.isShown)?.box.focus(); }, { title: text.resetHint });
    this.views[0].box.parentElement.append(bar);
  }
  /** What is drawn of the series that are switched on, as text with tabs: a row a place. */
  table() {
    const rows = new Map(this.shown.flatMap(s => s.places.map(x => [x, []])));
    this.shown.forEach((s, column) => s.places.forEach((x, i) => { rows.get(x)[column] = s.y[i] ?? NaN; }));
    const head = [this.x.title ?? 'x', ...this.shown.map(s => s.name || this.y.title || 'y')];
    return [head, ...[...rows].sort((a, b) => a[0] - b[0]).map(([x, values]) => [x, ...head.slice(1).map((_, i) => values[i] ?? '')])].map(r => r.join('\t')).join('\n');
  }
}
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
