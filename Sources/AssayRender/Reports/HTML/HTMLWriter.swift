/// HTML as it is written: markup of ours, and text that can never become markup.
struct HTMLWriter {
  /// What has been written.
  private(set) var bytes: [UInt8] = []
  private var escaped = HTMLText()

  /// Appends tags of ours.
  mutating func markup(_ tags: StaticString) { bytes.append(tags) }

  /// Appends text, a line end in it as `lineEnd`.
  mutating func text(_ text: String, lineEnd: StaticString = " ") {
    escaped.append(text, lineEnd: lineEnd, to: &bytes)
  }

  /// Appends text, a line end in it as `lineEnd`.
  mutating func text(_ text: UnsafeBufferPointer<UInt8>, lineEnd: StaticString = " ") {
    escaped.append(text, lineEnd: lineEnd, to: &bytes)
  }

  /// Appends a number.
  mutating func number(_ number: Int) {
    if 0..<10 ~= number {
      bytes.append(UInt8(ascii: "0") + UInt8(number))
    } else {
      bytes.append(contentsOf: String(number).utf8)
    }
  }

  /// Appends a sentence of ours, in which every second piece between backticks is code.
  mutating func sentence(_ sentence: String) {
    for (index, words) in sentence.codeSpans.enumerated() {
      markup(index % 2 == 1 ? "<code>" : "")
      text(String(words))
      markup(index % 2 == 1 ? "</code>" : "")
    }
  }

  /// Appends what another writer has written.
  mutating func append(_ other: HTMLWriter) { bytes.append(contentsOf: other.bytes) }

  /// Appends markup that another renderer has made.
  mutating func append(markup: [UInt8]) { bytes.append(contentsOf: markup) }

  /// Puts what another writer has written at a place of this one.
  mutating func insert(_ other: HTMLWriter, at place: Int) {
    bytes.insert(contentsOf: other.bytes, at: place)
  }

  /// Takes away the spaces at the end, and a line end behind text; one behind a tag may be that of
  /// a block.
  mutating func removeSpaces() {
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    guard bytes.last == UInt8(ascii: "\n"), let text = bytes.dropLast().last,
      text != UInt8(ascii: ">")
    else { return }
    bytes.removeLast()
  }
}
