// The script of pages with charts: this, chart.js and page.js, one after the other. Here: what the page was given, numbers as text, axes.
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
