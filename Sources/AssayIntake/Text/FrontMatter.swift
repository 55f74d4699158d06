import AssayModel
import AssayText

/// The lines between two `---` at the top of a text, which say what it is.
///
/// Of YAML, what such lines have in practice is read: `name: value`, a value in quotes, and a list as
/// `[a, b]` or as lines with `-`. Names that are unknown are passed over.
struct FrontMatter {
  private(set) var details = IntakeDocument.Details()
  /// How many bytes it takes, the line below it included.
  let length: Int

  /// `nil` if the text does not begin so.
  init?(_ text: [UInt8]) {
    guard text.starts(with: Array("---\n".utf8)) else { return nil }
    var start = 4
    var lines: [String] = []
    var isClosed = false
    while start < text.count, lines.count < 200 {
      let end = ByteSearch.first(0x0A, in: text, start..<text.count) ?? text.count
      let line = String(decoding: text[start..<min(end, start + 4000)], as: UTF8.self)
      start = min(end + 1, text.count)
      let bare = PlainWords.collapsed(line)
      if bare == "---" || bare == "..." {
        isClosed = true
        break
      }
      lines.append(line)
    }
    guard isClosed, lines.contains(where: { Self.member($0) != nil }) else { return nil }
    while start < text.count, text[start] == 0x0A { start += 1 }
    length = start
    read(lines)
  }

  private mutating func read(_ lines: [String]) {
    var values: [(name: String, items: [String])] = []
    for line in lines {
      let bare = PlainWords.collapsed(line)
      if bare.hasPrefix("- "), !values.isEmpty {
        values[values.count - 1].items.append(Self.unquoted(String(bare.dropFirst(2))))
      } else if let (name, value) = Self.member(line) {
        values.append((name, Self.items(value)))
      }
    }
    for (name, items) in values where !items.isEmpty {
      details.set(name, items.joined(separator: ", "))
    }
  }

  private static func member(_ line: String) -> (name: String, value: String)? {
    guard let first = line.utf8.first, first > 0x20, let colon = line.firstIndex(of: ":") else {
      return nil
    }
    let name = line[..<colon]
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "_-".contains($0) }) else {
      return nil
    }
    return (name.lowercased(), PlainWords.collapsed(line[line.index(after: colon)...]))
  }

  private static func items(_ value: String) -> [String] {
    if value.isEmpty { return [] }
    if value.hasPrefix("["), value.hasSuffix("]") {
      return value.dropFirst().dropLast().split(separator: ",")
        .map { unquoted(PlainWords.collapsed($0)) }
    }
    return [unquoted(value)]
  }

  private static func unquoted(_ value: String) -> String {
    for quote in ["\"", "'"]
    where value.utf8.count > 1 && value.hasPrefix(quote) && value.hasSuffix(quote) {
      return String(value.dropFirst().dropLast())
    }
    return value
  }
}
