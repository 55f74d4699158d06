import AssayText

/// Whether bytes are a message or a mailbox of messages.
enum MailRecognizer {
  /// - Parameter isNamed: whether the name of the file says that it is mail; one header line that
  ///   messages have is then enough, two are needed otherwise.
  static func isMail(_ bytes: [UInt8], named isNamed: Bool) -> Bool {
    var rest = bytes.prefix(1 << 14)
    if isMailboxLine(rest) { rest = rest.drop { $0 != 0x0A }.dropFirst() }
    var known = 0
    for line in rest.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(100) {
      let line = line.last == 0x0D ? line.dropLast() : line
      guard let first = line.first else { break }
      if first == 0x20 || first == 0x09 {
        guard known > 0 else { return false }
        continue
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      else { break }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      if headers.contains(name) { known += 1 }
    }
    return known >= (isNamed ? 1 : 2)
  }

  /// `From somebody@example.org Mon Jun  5 14:20:00 2023`, with which a message of a mailbox begins.
  static func isMailboxLine(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.starts(with: Array("From ".utf8)) else { return false }
    let line = bytes.prefix { $0 != 0x0A }.split { $0 <= 0x20 }
    guard line.count >= 6 else { return false }
    return line.suffix(6).contains { $0.count >= 4 && $0.contains(UInt8(ascii: ":")) }
  }

  private static let headers: Set<String> = [
    "from", "to", "cc", "subject", "date", "received", "message-id", "mime-version",
    "return-path", "delivered-to", "content-type", "reply-to", "in-reply-to", "references",
    "list-id", "sender", "x-mailer", "user-agent",
  ]
}
