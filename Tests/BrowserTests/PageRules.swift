/// Rules of accessibility, checked in the browser on the page as it is drawn; after those of WCAG 2.2 that a program can
/// check (axe-core's names in brackets).
enum PageRules {
  /// A function body that returns a sentence for each broken rule.
  static let script = #"""
    const faults = [], all = s => [...document.querySelectorAll(s)];
    const say = (node, rule) => faults.push(`${rule}: ${node.outerHTML.slice(0, 120)}`);
    const isSeen = n => n.checkVisibility() && n.getBoundingClientRect().width > 0;
    const name = n => (n.getAttribute('aria-label') ?? '') + (n.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id)?.textContent ?? '').join('') + n.textContent + (n.title ?? '');
    // [html-has-lang] [document-title] [meta-viewport] [landmark-one-main] [region]
    if (!document.documentElement.lang) faults.push('no language');
    if (!document.title) faults.push('no title');
    for (const tag of ['main', 'h1']) if (all(tag).length !== 1) faults.push(`${all(tag).length} ${tag}`);
    for (const node of document.body.children) if (!node.matches('header,main,footer,nav,script,.skip,[role=status]')) say(node, 'outside of landmarks');
    for (const node of all('nav,section,[role=group],[role=region]')) if (!name(node).trim()) say(node, 'region without a name');
    // [heading-order]
    all('h1,h2,h3,h4').reduce((level, h) => { const next = Number(h.tagName[1]); if (next > level + 1) say(h, 'skips a level'); return next; }, 0);
    // [duplicate-id] [aria-valid-attr-value]
    const ids = all('[id]').map(n => n.id);
    ids.filter((id, i) => ids.indexOf(id) !== i).forEach(id => faults.push(`twice: ${id}`));
    for (const node of all('[aria-labelledby]')) for (const id of node.getAttribute('aria-labelledby').split(' ')) if (!document.getElementById(id)) say(node, 'label is missing');
    // [svg-img-alt] [button-name] [link-name] [label]
    for (const node of all('svg')) if (node.getAttribute('aria-hidden') !== 'true' && !(node.getAttribute('role') === 'img' && name(node).trim())) say(node, 'picture without words');
    for (const node of all('a,button')) if (!name(node).trim()) say(node, 'control without a name');
    for (const node of all('input')) if (!node.labels?.length && !node.getAttribute('aria-label')) say(node, 'field without a label');
    // [th-has-data-cells] [scope-attr-valid] [scrollable-region-focusable]
    for (const table of all('table')) if (!table.querySelector('th[scope]')) say(table, 'table without heads');
    for (const node of all('th')) if (!['col', 'row'].includes(node.scope)) say(node, 'head without scope');
    for (const node of all('*')) if (/auto|scroll/.test(getComputedStyle(node).overflowX) && node !== document.documentElement && node.tabIndex < 0) say(node, 'scrolls without focus');
    // [target-size]
    for (const node of all('button,input')) if (isSeen(node)) { const b = node.getBoundingClientRect(); if (node.type !== 'range' && !node.matches('.sort') && Math.min(b.width, b.height) < 24) say(node, 'small target'); }
    // [color-contrast] Text against the nearest background; large text may have less.
    const rgb = c => (c.match(/[\d.]+/g) ?? []).map(Number);
    const light = c => c.slice(0, 3).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
    for (const node of all('body *')) {
      if (node.closest('script,style,title,desc,.voice,.skip') || ![...node.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) || !isSeen(node)) continue;
      const style = getComputedStyle(node), isText = node.tagName === 'text';
      let ground = node;
      while (ground && (rgb(getComputedStyle(ground).backgroundColor)[3] ?? 1) === 0) ground = ground.parentElement;
      const [a, b] = [light(rgb(isText ? style.fill : style.color)), light(rgb(getComputedStyle(ground ?? document.body).backgroundColor))];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), size = parseFloat(style.fontSize);
      if (ratio < (size >= 24 || size >= 18.66 && style.fontWeight >= 700 ? 3 : 4.5)) say(node, `contrast ${ratio.toFixed(2)}`);
    }
    return faults;
    """#
}
