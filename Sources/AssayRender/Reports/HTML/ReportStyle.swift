/// The style sheet of a report.
///
/// Lengths follow the size that the reader has set for text; the typefaces are those of the system.
enum ReportStyle {
  /// The page, its columns, and prose.
  static let page: StaticString = """
    :root {
      --ink: #1b1b1b; --soft: #55595e; --paper: #fff; --shade: #f5f5f2; --line: #d9d9d4;
      --link: #0b4f8a; --mark: #ffef9e; --mark-ink: #1b1b1b; --edge: rgb(0 0 0 / 0.16); --measure: 40rem;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
      --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, "Noto Serif", \
    "Liberation Serif", serif;
      --mono: ui-monospace, "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ink: #e8e8e8; --soft: #a9adb3; --paper: #161616; --shade: #212223; --line: #3c3e40;
        --link: #8fc1f3; --mark: #5a4a00; --mark-ink: #fff6d0;
        --edge: rgb(0 0 0 / 0.9);
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
    body {
      margin: 0; color: var(--ink); background: var(--paper); font: 1.125rem/1.6 var(--serif);
      overflow-wrap: break-word; text-rendering: optimizeLegibility;
    }
    .page { max-width: 92rem; margin: 0 auto; padding: 2rem clamp(1rem, 4vw, 3.5rem) 4rem; }
    main { min-width: 0; }
    main > *, .notes > *, footer > * { max-width: var(--measure); }
    main > .wide, main > .notes { max-width: none; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; font-weight: 650; }
    h1 { font-size: clamp(1.75rem, 1.3rem + 2.2vw, 2.6rem); margin: 0 0 1.5rem; letter-spacing: -0.01em; }
    h2 { font-size: 1.5rem; margin: 3.25rem 0 0.9rem; }
    h3 { font-size: 1.2rem; margin: 2.25rem 0 0.6rem; }
    h4, h5, h6 { font-size: 1rem; margin: 1.75rem 0 0.5rem; }
    p, ul, ol, blockquote, pre { margin: 0 0 1.1rem; }
    p { text-wrap: pretty; unicode-bidi: plaintext; hanging-punctuation: first; }
    ul, ol { padding-inline-start: 1.6rem; }
    li > p:last-child, li > ul, li > ol { margin-bottom: 0.25rem; }
    blockquote { padding-inline-start: 1.2rem; border-inline-start: 3px solid var(--line); }
    blockquote > :last-child { margin-bottom: 0; }
    hr { border: 0; border-top: 1px solid var(--line); margin: 2.5rem 0; }
    a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
    a:hover { text-decoration-thickness: 2px; }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
    code, pre { font-family: var(--mono); font-size: 0.82em; }
    pre {
      padding: 0.9rem 1.1rem; background: var(--shade); border-radius: 4px; overflow-x: auto;
      line-height: 1.5; white-space: pre;
    }
    pre code { font-size: 1em; }
    sup { font: 0.7em/0 var(--sans); vertical-align: 0.5em; white-space: nowrap; }
    sup a, .refs a, .back { text-decoration: none; }
    :target { background: var(--shade); box-shadow: -3px 0 0 var(--link); scroll-margin-top: 1rem; }
    main:target, h1:target, h2:target, h3:target { background: none; box-shadow: none; }
    .picture { color: var(--soft); font-style: italic; }
    .skip { position: absolute; left: -100vw; padding: 0.5rem 1rem; background: var(--paper); z-index: 3; }
    .skip:focus { left: 0.5rem; top: 0.5rem; }
    .unseen {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap;
    }
    summary { cursor: pointer; }
    nav { font: 0.9rem/1.45 var(--sans); margin-bottom: 2rem; }
    nav summary { font-weight: 600; padding: 0.35rem 0; }
    nav ul { list-style: none; padding: 0; margin: 0.4rem 0 0; }
    nav ul ul { padding-inline-start: 1rem; margin: 0; }
    nav a { display: block; padding: 0.2rem 0; color: var(--soft); text-decoration: none; }
    nav a:hover { color: var(--link); text-decoration: underline; }
    @media (min-width: 70rem) {
      .page:has(nav) {
        display: grid; grid-template-columns: 15rem minmax(0, 1fr); column-gap: 4rem;
        padding-top: 4rem;
      }
      nav { position: sticky; top: 2rem; align-self: start; max-height: calc(100vh - 4rem); overflow-y: auto; }
      nav summary { list-style: none; pointer-events: none; }
      nav summary::-webkit-details-marker { display: none; }
      nav details::details-content { content-visibility: visible; block-size: auto; }
      .page:has(nav) footer { grid-column: 2; }
    }

    """

  /// Tables, charts, statements, notes, and the end.
  static let parts: StaticString = """
    .scroll {
      overflow-x: auto; margin: 0 0 1.1rem;
      background:
        linear-gradient(to right, var(--paper) 1.5rem, transparent) left / 3rem 100% no-repeat local,
        linear-gradient(to left, var(--paper) 1.5rem, transparent) right / 3rem 100% no-repeat local,
        linear-gradient(to right, var(--edge), transparent) left / 0.7rem 100% no-repeat scroll,
        linear-gradient(to left, var(--edge), transparent) right / 0.7rem 100% no-repeat scroll;
    }
    .rows, .scroll > table { font: 0.88rem/1.45 var(--sans); font-variant-numeric: tabular-nums; }
    .scroll > table { min-width: min(100%, var(--measure)); margin: 0.75rem 0 0.25rem; }
    caption {
      text-align: start; caption-side: top; padding: 0 0 0.5rem; color: var(--soft);
      font: 0.9rem/1.4 var(--sans); position: sticky; left: 0;
    }
    caption b { color: var(--ink); font-weight: 650; margin-inline-end: 0.35em; }
    th { font-weight: 600; vertical-align: bottom; border-bottom: 2px solid var(--ink); white-space: nowrap; }
    th, td { padding: 0.4rem 1.25rem 0.4rem 0; }
    td { border-top: 1px solid var(--line); min-width: 5.5rem; }
    .rows td { min-width: 0; white-space: nowrap; }
    .rows td.words { white-space: normal; min-width: 15rem; max-width: 32rem; overflow-wrap: anywhere; }
    tbody tr:first-child td { border-top: 0; }
    tbody tr:last-child td { border-bottom: 1px solid var(--line); }
    th.number, td.number { padding: 0.4rem 1.25rem 0.4rem 0.75rem; text-align: end; min-width: 0; }
    .rows td.refs { white-space: normal; font-size: 0.8rem; min-width: 4.5rem; max-width: 12rem; }
    .source .date { white-space: nowrap; }
    .center { text-align: center; }
    th button {
      all: unset; cursor: pointer; display: inline-block; box-sizing: border-box;
      padding-inline-end: 1.1em; margin-inline-end: -1.1em; position: relative;
    }
    th.number button { margin-inline-end: 0; padding-inline: 1.1em 0; }
    th button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    th button::after { content: "↕"; position: absolute; inset-inline-end: 0; color: var(--soft); opacity: 0; }
    th.number button::after { inset-inline: 0 auto; }
    th button:hover::after, th button:focus-visible::after { opacity: 1; }
    th[aria-sort=ascending] button::after { content: "↑"; opacity: 1; }
    th[aria-sort=descending] button::after { content: "↓"; opacity: 1; }
    .below, .none, .remark { font: 0.9rem/1.45 var(--sans); color: var(--soft); }
    .remark { border-inline-start: 3px solid var(--link); padding-inline-start: 0.9rem; }
    .statement { margin: 1.75rem 0 0.5rem; font: 0.82rem/1.5 var(--sans); color: var(--soft); }
    .statement summary { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
    .statement summary code { font-size: 0.95em; margin-inline-start: 0.5em; }
    .statement[open] summary code { display: none; }
    .statement pre { margin: 0.4rem 0 0.75rem; color: var(--ink); font-size: 1em; white-space: pre-wrap; }
    .below code, .none code, .remark code, caption code, footer code, .trail code { font-size: 0.95em; }
    .output { font-size: 0.78rem; }
    figure { margin: 1rem 0 1.75rem; }
    .chart > .scroll { margin: 0 0 0.25rem -1rem; }
    .chart svg { display: block; height: auto; min-width: 38rem; max-width: 100%; }
    .chart .assay { font-family: var(--sans); }
    .data { font: 0.85rem/1.5 var(--sans); }
    .data summary { color: var(--soft); }
    .notes > ol { padding: 0; margin: 0; list-style: none; counter-reset: note; }
    .notes li {
      counter-increment: note; position: relative; padding: 0.9rem 0 0.9rem 2.75rem;
      border-top: 1px solid var(--line); font-size: 1rem; line-height: 1.5;
      content-visibility: auto; contain-intrinsic-size: auto 10rem;
    }
    .notes li::before {
      content: counter(note); position: absolute; inset-inline-start: 0; width: 2.1rem;
      text-align: end; color: var(--soft); font: 0.85rem/1.75 var(--sans);
      font-variant-numeric: tabular-nums;
    }
    .notes p { margin: 0 0 0.35rem; }
    .notes .source { color: var(--soft); font: 0.88rem/1.5 var(--sans); }
    .quote { margin: 0.4rem 0; }
    .quote summary > span { font: 0.82rem/1.5 var(--sans); color: var(--soft); margin-inline-start: 0.5em; }
    .quote[open] summary q { display: none; }
    .quote[open] summary > span, .quote summary > span:first-child { margin-inline-start: 0; }
    .notes q { quotes: "“" "”" "‘" "’"; font-style: italic; }
    .notes blockquote { margin: 0.5rem 0 0.75rem; }
    mark { background: var(--mark); color: var(--mark-ink); padding: 0.05em 0.1em; border-radius: 2px; }
    .notes .trail { font: 0.8rem/1.5 var(--sans); color: var(--soft); margin: 0; }
    .back { padding: 0 0.2em; }
    footer {
      max-width: var(--measure); margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line);
      font: 0.82rem/1.6 var(--sans); color: var(--soft);
    }
    footer p { font-weight: 600; margin: 0 0 0.25rem; }
    footer ul { list-style: none; padding: 0; margin: 0; }
    #tip {
      position: absolute; z-index: 2; max-width: min(26rem, calc(100vw - 2rem)); padding: 0.75rem 1rem;
      background: var(--paper); border: 1px solid var(--line); border-radius: 6px;
      box-shadow: 0 4px 18px rgb(0 0 0 / 0.18); font: 0.88rem/1.45 var(--sans);
    }
    #tip p { margin: 0 0 0.3rem; }
    #tip p + p { color: var(--soft); margin: 0; }

    """

  /// On paper: everything open, nothing to press.
  static let paper: StaticString = """
    @media print {
      :root {
        color-scheme: light; --ink: #000; --soft: #444; --paper: #fff; --shade: #f5f5f2;
        --line: #bbb; --link: #000; --mark: #ffef9e; --mark-ink: #000;
      }
      @page { margin: 20mm 18mm; }
      html { font-size: 9.3pt; }
      body { line-height: 1.45; }
      .page, .page:has(nav) { display: block; max-width: none; padding: 0; }
      main > *, .notes > *, footer, footer > * { max-width: none; }
      nav, .skip, .data, #tip, .back { display: none; }
      h1, h2, h3, h4, h5, h6 { break-after: avoid; }
      p, li { orphans: 3; widows: 3; }
      thead { display: table-header-group; }
      tr, figure, .statement, .notes li { break-inside: avoid; }
      caption, .statement { break-after: avoid; }
      .scroll, pre { overflow: visible; }
      .scroll { background: none; }
      pre { white-space: pre-wrap; border: 1px solid var(--line); }
      .rows { font-size: 8pt; }
      .rows th, .rows td { white-space: normal; min-width: 0; padding-inline-end: 0.7rem; }
      .rows td.words { min-width: 9rem; max-width: none; }
      .rows td.date, .rows td.number { white-space: nowrap; }
      th button, th.number button { display: inline; position: static; padding: 0; margin: 0; }
      th button::after { display: none; }
      .chart svg { min-width: 0; width: auto; max-width: 100%; }
      main .chart .assay { color: #1b1b1b; }
      main .chart .paper { fill: #fff; }
      main .chart .halo { stroke: #fff; }
      .notes li { content-visibility: visible; }
      details::details-content { content-visibility: visible; block-size: auto; }
      summary { list-style: none; }
      summary::-webkit-details-marker { display: none; }
      .quote summary q, .statement summary code { display: none; }
      .quote summary > span { margin: 0; }
      a { text-decoration: none; }
      main p > a[href^=http]::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
      .notes .source > a { font-size: 0; }
      .notes .source > a::after { content: attr(href); font-size: 0.88rem; overflow-wrap: anywhere; }
      mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }

    """
}
