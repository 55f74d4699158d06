import AssayEngine
import AssayText

/// Where words of a document come from, in lines for people.
struct OriginView {
  private let origin: DocumentOrigin

  init(_ origin: DocumentOrigin) { self.origin = origin }

  /// The lines, each with its end.
  var text: String {
    var lines: [String] = []
    if let words = origin.words { lines.append("“\(words)”") }
    var place = origin.document
    if let span = origin.span, origin.words != nil {
      place += "  bytes \(span.start) to \(span.end)"
      if let passage = origin.passage {
        place += ", paragraph \(passage.paragraph), sentence \(passage.sentence)"
      }
    }
    lines.append("document  \(place)")
    if let snapshot = origin.snapshot {
      var place = snapshot + (origin.form.map { "  (\($0))" } ?? "")
      if let found = origin.origin {
        place += "  bytes \(found.span.start) to \(found.span.end)"
        if let page = found.page { place += ", page \(page)" }
      }
      lines.append("snapshot  \(place)")
    }
    if let excerpt = origin.excerpt { lines.append("          \(excerpt)") }
    lines.append(state)
    return lines.map { VisibleText.of($0) + "\n" }.joined()
  }

  private var state: String {
    switch origin.state {
    case .itself: "The document itself is what was captured: the source has no snapshot."
    case .derived:
      origin.words != nil && origin.origin == nil
        ? "The snapshot gives this document again; where these words stand in it is not known."
        : "The snapshot gives this document again, byte for byte."
    case .edited:
      "The snapshot gives another text: the document was edited, or made by another version."
        + (origin.words == nil
          ? "" : origin.origin == nil ? " It lacks these words." : " These words are in both.")
    }
  }
}
