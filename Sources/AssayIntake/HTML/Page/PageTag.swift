import CHTML

/// What an element is to the reading of a page.
enum PageTag: UInt8 {
  /// Goes on with the line it stands in.
  case inline
  /// Begins and ends a block.
  case block
  case paragraph, heading1, heading2, heading3, heading4, heading5, heading6
  case bulletList, numberedList, item, term, definition
  case quote, preformatted, lineBreak, rule
  case table, row, cell, headCell, tableCaption
  /// Raised or lowered within its line, and what is struck out.
  case raised, lowered, struck
  /// What a reader fills in.
  case form
  case anchor, article, main, header, footer, aside, navigation, figureCaption
  case html, head, body, title, meta, link, script, time
  /// Never has text of the page.
  case silent

  /// The level of a heading, or 0.
  var headingLevel: Int {
    self.rawValue >= PageTag.heading1.rawValue && self.rawValue <= PageTag.heading6.rawValue
      ? Int(rawValue - PageTag.heading1.rawValue) + 1 : 0
  }

  /// Whether what stands before and behind it is not of one line with it.
  var isBlock: Bool {
    switch self {
    case .inline, .anchor, .time, .lineBreak, .silent, .meta, .link, .script, .title, .raised,
      .lowered, .struck:
      false
    default: true
    }
  }

  /// The one of an element of the library.
  static func of(_ element: GumboElement) -> PageTag {
    let index = Int(element.tag.rawValue)
    guard element.tag_namespace == GUMBO_NAMESPACE_HTML else { return .silent }
    return index < known.count ? known[index] : .inline
  }

  private static let known: [PageTag] = {
    var table = [PageTag](repeating: .inline, count: Int(GUMBO_TAG_LAST.rawValue) + 1)
    for (tag, names) in names {
      for name in names.split(separator: " ") {
        table[Int(gumbo_tag_enum(String(name)).rawValue)] = tag
      }
    }
    table[Int(GUMBO_TAG_UNKNOWN.rawValue)] = .inline
    return table
  }()

  private static let names: [(PageTag, String)] = [
    (
      .block,
      "div section address center dir dl fieldset figure hgroup legend menu details summary "
        + "tbody thead tfoot frameset"
    ),
    (.paragraph, "p"), (.heading1, "h1"), (.heading2, "h2"), (.heading3, "h3"),
    (.heading4, "h4"), (.heading5, "h5"), (.heading6, "h6"), (.bulletList, "ul"),
    (.numberedList, "ol"), (.item, "li"), (.term, "dt"), (.definition, "dd"),
    (.quote, "blockquote"), (.preformatted, "pre listing xmp plaintext"), (.lineBreak, "br"),
    (.rule, "hr"), (.table, "table"), (.row, "tr"), (.cell, "td"), (.headCell, "th"),
    (.anchor, "a"), (.article, "article"), (.main, "main"), (.header, "header"),
    (.footer, "footer"), (.aside, "aside"), (.navigation, "nav"), (.figureCaption, "figcaption"),
    (.html, "html"), (.head, "head"), (.body, "body"), (.title, "title"), (.meta, "meta"),
    (.link, "link"), (.script, "script"), (.time, "time"), (.form, "form"),
    (.tableCaption, "caption"),
    (.raised, "sup"), (.lowered, "sub"), (.struck, "del s strike"),
    (
      .silent,
      "style noscript template iframe object embed applet canvas audio video map svg math button "
        + "input select textarea option optgroup datalist noembed noframes dialog progress meter"
    ),
  ]
}
