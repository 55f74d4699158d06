import AssayText

/// A text in which `«` and `»` mark the places that something should find.
struct MarkedText {
  let bytes: [UInt8]
  let spans: [Span]

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var spans: [Span] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": spans.append(Span(bytes.count, bytes.count))
      case "»": spans[spans.count - 1].end = bytes.count
      default: bytes += Array(String(Character(scalar)).utf8)
      }
    }
    (self.bytes, self.spans) = (bytes, spans)
  }
}
