import AssayText

/// What may not stand in a text of some markup as it is, and what stands there instead.
protocol MarkupEscapes {
  static func escape(_ byte: UInt8) -> StaticString?
}

/// The one way of text into markup: nothing in it can become an element, a link or a script.
///
/// Controls are made visible as in ``VisibleText``.
struct EscapedText<Escapes: MarkupEscapes> {
  /// A line made visible.
  private var visible: [UInt8] = []

  init() {}

  /// Appends the text to `out`, with `lineEnd` for each line end in it.
  mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, lineEnd: StaticString = "<br>", to out: inout [UInt8]
  ) {
    if VisibleText.isPlain(text) { return out.append(text, escaping: Escapes.escape) }
    visible.forEachLine(of: text) { index, line in
      if index > 0 { out.append(lineEnd) }
      out.append(line, escaping: Escapes.escape)
    }
  }

  /// Appends the text to `out`, with `lineEnd` for each line end in it.
  mutating func append(_ text: String, lineEnd: StaticString = "<br>", to out: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, lineEnd: lineEnd, to: &out) }
  }
}
