/// How the page of a review looks.
enum ReviewStyle {
  static let css = """
    :root {
      color-scheme: light dark;
      --paper: #ffffff; --wash: #f6f8fa; --ink: #1f2328; --muted: #59636e; --rule: #d1d9e0; --link: #0a5a94;
      --new: #0b6b45; --new-wash: #e4f4ec; --old: #a3201d; --old-wash: #fcebea; --spot: #d6248a;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: #171b21; --wash: #20262d; --ink: #e6edf3; --muted: #9aa5b1; --rule: #39424d; --link: #6cb6ff;
        --new: #5fd3a0; --new-wash: #14301f; --old: #ff9a92; --old-wash: #3b1a1a; --spot: #e5399b;
      }
    }
    *, *::before, *::after { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
    body {
      margin: 0 auto; max-width: 84rem; padding: 0 clamp(1rem, 4vw, 2.5rem) 4rem;
      background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
      font: 400 1rem/1.55 Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans CJK KR", sans-serif;
    }
    h1, h2, h3, h4, p, pre, figure, ol, fieldset { margin: 0; padding: 0; border: 0; }
    a { color: var(--link); text-decoration: none; }
    a:hover { text-decoration: underline; text-underline-offset: 0.2em; }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 3px; border-radius: 3px; }
    code, pre { font-family: ui-monospace, "SF Mono", "JetBrains Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; }
    header { padding-top: clamp(1.5rem, 5vw, 3.5rem); }
    .eyebrow, .source, figcaption, .hint { color: var(--muted); font-size: 0.875rem; }
    h1 { font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.5rem); font-weight: 650; line-height: 1.15; letter-spacing: -0.025em; }
    .verdict { margin-top: 1rem; font-size: 1.25rem; line-height: 1.5; }
    header .hint { margin-top: 0.5rem; }
    nav ol { list-style: none; margin-top: 1.5rem; padding-block: 0.75rem; border-block: 1px solid var(--rule); columns: 24rem; column-gap: 2.5rem; }
    nav li { display: flex; justify-content: space-between; gap: 1rem; padding-block: 0.25rem; break-inside: avoid; }
    nav span { color: var(--muted); font-size: 0.875rem; white-space: nowrap; }
    section { margin-top: 3rem; padding-top: 1.5rem; border-top: 1px solid var(--rule); }
    nav + section { border-top: 0; }
    h2 { font-size: 1.375rem; font-weight: 630; line-height: 1.25; letter-spacing: -0.018em; }
    h3 { margin-top: 1.5rem; font-size: 1rem; font-weight: 600; }
    h4 { margin-top: 1rem; font-size: 0.875rem; font-weight: 500; color: var(--muted); }
    .reason { white-space: pre-line; font-size: 0.9375rem; }
    .problem { margin-top: 0.5rem; padding: 0.5rem 0.75rem; border-radius: 0.375rem; background: var(--old-wash); color: var(--old); }
    fieldset { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-top: 0.75rem; font-size: 0.875rem; }
    legend { position: absolute; left: -99rem; }
    label { display: inline-flex; align-items: center; gap: 0.375rem; padding-block: 0.25rem; cursor: pointer; }
    input { accent-color: var(--link); margin: 0; }
    .row { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); gap: 1rem; margin-top: 0.75rem; }
    .row:has(> :only-child) { grid-template-columns: minmax(0, 52rem); }
    .frame { position: relative; width: fit-content; max-width: 100%; line-height: 0; }
    .row img { max-width: 100%; height: auto; box-shadow: 0 0 0 1px var(--rule); }
    figcaption { padding-bottom: 0.25rem; }
    figcaption span { white-space: nowrap; font-variant-numeric: tabular-nums; }
    .spot { position: absolute; border: 2px solid var(--spot); pointer-events: none; }
    .pictures:not(:has([value="all"]:checked)):has(:checked) .row { grid-template-columns: minmax(0, 1fr); }
    .pictures:has([value="0"]:checked) figure:not(.p0),
    .pictures:has([value="1"]:checked) figure:not(.p1),
    .pictures:has([value="2"]:checked) figure:not(.p2) { display: none; }
    .details { display: grid; grid-template-columns: repeat(3, minmax(0, 16rem)); gap: 1rem; margin-top: 0.5rem; }
    .details img { display: block; width: 100%; height: auto; image-rendering: pixelated; box-shadow: 0 0 0 2px var(--spot); }
    .lines { margin-top: 0.75rem; border: 1px solid var(--rule); border-radius: 0.375rem; overflow-x: auto; max-height: 32rem; font-size: 0.8125rem; line-height: 1.6; overflow-wrap: normal; }
    .lines ins, .lines del { display: block; width: fit-content; min-width: 100%; padding-right: 0.75rem; text-decoration: none; }
    .lines ins { background: var(--new-wash); color: var(--new); }
    .lines del { background: var(--old-wash); color: var(--old); }
    .lines b { display: inline-block; width: 3.5rem; padding-right: 0.75rem; text-align: right; font-weight: 400; color: var(--muted); user-select: none; }
    section > .hint { margin-top: 1.25rem; }
    .command { background: var(--wash); border: 1px solid var(--rule); border-radius: 0.375rem; user-select: all; }
    pre.command { margin-top: 0.375rem; padding: 0.5rem 0.75rem; white-space: pre-wrap; font-size: 0.875rem; }
    code.command { padding: 0.1rem 0.375rem; }
    @media print { .command, .lines { break-inside: avoid; } fieldset { display: none; } }

    """
}
