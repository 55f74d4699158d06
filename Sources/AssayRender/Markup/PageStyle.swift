/// What the style sheets of all pages have in common.
enum PageStyle {
  static let root: StaticString = """
    :root { color-scheme: light dark; }

    """

  static let tables: StaticString = """
    table { border-collapse: collapse; }
    th, td { padding: 0.3rem 0.8rem; text-align: start; vertical-align: top; }
    td { unicode-bidi: plaintext; border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
    .number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }

    """
}
