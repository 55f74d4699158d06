/// Where a walk through prose is.
struct ProseState {
  var isInHeading = false
  /// Where the words of the last heading begin on the page.
  var headingStart = 0
  /// The words of the last heading so far.
  var words: [UInt8] = []
  var isInLink = false
  var isInPicture = false

  /// How the columns of the table are aligned.
  var alignments: [UInt8] = []
  var cell = 0
  var isInHead = false
  var hasBody = false
}

extension MarkdownNode.Kind {
  var isPicture: Bool {
    if case .image = self { true } else { false }
  }
}

extension ReportBody {
  /// A table that the author wrote.
  mutating func append(table node: MarkdownNode, _ isEntered: Bool, _ state: inout ProseState) {
    guard isEntered else {
      page.markup(state.hasBody ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n")
      return
    }
    (state.alignments, state.hasBody) = (node.alignments, false)
    proseTableCount += 1
    page.markup(
      "<div class=\"scroll wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"prose.")
    page.number(proseTableCount)
    page.markup("\">\n<table>\n<caption class=\"unseen\" id=\"prose.")
    page.number(proseTableCount)
    page.markup("\">A table")
    if let heading = outline.entries.last {
      page.markup(", in ")
      page.text(heading.words)
    }
    page.markup("</caption>\n")
  }

  mutating func append(rowOfHead isHead: Bool, _ isEntered: Bool, _ state: inout ProseState) {
    guard isEntered else { return page.markup(isHead ? "</tr>\n</thead>\n" : "</tr>\n") }
    (state.isInHead, state.cell) = (isHead, 0)
    if !isHead, !state.hasBody {
      page.markup("<tbody>\n")
      state.hasBody = true
    }
    page.markup(isHead ? "<thead>\n<tr>" : "<tr>")
  }

  mutating func appendCell(_ isEntered: Bool, _ state: inout ProseState) {
    guard isEntered else { return page.markup(state.isInHead ? "</th>" : "</td>") }
    let alignment =
      state.alignments.indices.contains(state.cell) ? state.alignments[state.cell] : 0
    state.cell += 1
    page.markup(state.isInHead ? "<th scope=\"col\"" : "<td")
    switch alignment {
    case UInt8(ascii: "r"): page.markup(" class=\"number\">")
    case UInt8(ascii: "c"): page.markup(" class=\"center\">")
    default: page.markup(">")
    }
  }
}
