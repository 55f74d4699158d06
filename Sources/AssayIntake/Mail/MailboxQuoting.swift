import AssayText

/// How the lines of a message are told from those that begin one in a mailbox: each that begins with
/// `From ` has a `>` before it, and one more for each that it had.
enum MailboxQuoting {
  /// The body as it was sent; `nil` if it has no such line.
  static func undone(_ body: ArraySlice<UInt8>) -> TracedText? {
    guard let first = body.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    var quotes: [Int] = []
    var place = first
    while place < body.endIndex {
      let isLineStart = place == body.startIndex || body[place - 1] == 0x0A
      if isLineStart, body[place] == UInt8(ascii: ">"),
        body[place...].drop(while: { $0 == UInt8(ascii: ">") }).starts(with: mark)
      {
        quotes.append(place)
      }
      guard let end = body[place...].firstIndex(of: 0x0A) else { break }
      place = end + 1
    }
    guard !quotes.isEmpty else { return nil }
    var text = TracedText(capacity: body.count)
    body.withUnsafeBufferPointer { bytes in
      var start = 0
      for quote in quotes.map({ $0 - body.startIndex }) + [bytes.count] {
        let piece = UnsafeBufferPointer(rebasing: bytes[start..<quote])
        text.append(piece, verbatimAt: body.startIndex + start)
        start = min(quote + 1, bytes.count)
      }
    }
    return text
  }

  private static let mark = Array("From ".utf8)
}
