import AssayText

/// The headers of a message or of a part of one (RFC 5322, RFC 2047).
struct MailHeaders {
  /// In the order of the message, names in small letters, lines that were folded made one.
  private var fields: [(name: String, value: ArraySlice<UInt8>)] = []
  /// Where the body begins.
  let end: Int

  /// How many bytes of a value are kept; no program writes as many.
  private static let longest = 1 << 16

  init(_ bytes: ArraySlice<UInt8>) {
    var place = bytes.startIndex
    var fields: [(name: String, value: [UInt8])] = []
    while place < bytes.endIndex {
      let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[place..<end]
      if line.last == 0x0D { line.removeLast() }
      let next = min(end + 1, bytes.endIndex)
      if line.isEmpty {
        place = next
        break
      }
      if let first = line.first, first == 0x20 || first == 0x09 {
        if let last = fields.indices.last {
          fields[last].value += line.prefix(Self.longest - fields[last].value.count)
        }
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        fields.append((name, Array(line[(colon + 1)...].prefix(Self.longest))))
      } else if !line.starts(with: Array("From ".utf8)), !line.starts(with: Array(">From ".utf8)) {
        // What is no header is the first line of a body.
        break
      }
      place = next
    }
    self.fields = fields.map { ($0.name, $0.value[...]) }
    end = place
  }

  /// The words of a header, with encoded ones decoded; `nil` if there is none.
  func text(_ name: String) -> String? {
    guard let value = fields.first(where: { $0.name == name })?.value else { return nil }
    let words = PlainWords.collapsed(EncodedWords.decode(value), limit: 2000)
    return words.isEmpty ? nil : words
  }

  /// The first word of a header with parameters, in small letters: `text/html`.
  func kind(_ name: String) -> String? {
    text(name)?.split(separator: ";").first.map { PlainWords.collapsed($0).lowercased() }
  }

  /// A parameter of a header: `charset` of `text/html; charset="utf-8"`.
  func parameter(_ parameter: String, of name: String) -> String? {
    guard let value = fields.first(where: { $0.name == name })?.value else { return nil }
    for part in String(decoding: value, as: UTF8.self).split(separator: ";").dropFirst() {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, PlainWords.collapsed(sides[0]).lowercased() == parameter else {
        continue
      }
      let words = PlainWords.collapsed(sides[1])
      return words.hasPrefix("\"") ? String(words.dropFirst().prefix { $0 != "\"" }) : words
    }
    return nil
  }
}

/// Words beyond ASCII in headers: `=?UTF-8?Q?caf=C3=A9?=` (RFC 2047).
enum EncodedWords {
  static func decode(_ value: ArraySlice<UInt8>) -> String {
    // Looked for once: words that nothing ends would each be searched to the end of the value.
    let last = lastEnd(in: value)
    var out = ""
    var rest = value
    var wasEncoded = false
    while let start = place(of: "=?", in: rest) {
      guard let word = word(rest[start...], last) else {
        out += plain(rest[...start])
        rest = rest[(start + 1)...]
        wasEncoded = false
        continue
      }
      let between = rest[..<start]
      // White space between two encoded words is not of the text.
      if !wasEncoded || between.contains(where: { $0 > 0x20 }) { out += plain(between) }
      out += word.text
      rest = rest[word.end...]
      wasEncoded = true
    }
    return out + plain(rest)
  }

  /// UTF-8, as newer programs write it, or else Latin letters.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return text(bytes[...], .windows1252)
  }

  private static func text(_ bytes: ArraySlice<UInt8>, _ charset: Charset?) -> String {
    let decoder = TextDecoder(name: "", declared: charset)
    let decoded = try? decoder.decode(bytes)
    return String(decoding: decoded?.bytes ?? [], as: UTF8.self)
  }

  /// - Parameter last: where the last `?=` of the header stands.
  private static func word(
    _ bytes: ArraySlice<UInt8>, _ last: Int
  ) -> (text: String, end: Int)? {
    let parts = bytes.dropFirst(2).prefix(1000)
      .split(separator: UInt8(ascii: "?"), maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[0].allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
      let method = parts[1].first, parts[1].count == 1,
      "bBqQ".utf8.contains(method), parts[2].startIndex <= last,
      let end = place(of: "?=", in: bytes[parts[2].startIndex...])
    else { return nil }
    let label = String(decoding: parts[0].prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self)
    let body = bytes[parts[2].startIndex..<end]
    let raw: [UInt8]
    switch method | 0x20 {
    case UInt8(ascii: "b"): raw = TransferCoding.base64(body)
    case UInt8(ascii: "q"):
      let spaced = body.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
      raw = TransferCoding.quotedPrintable(spaced[...]).bytes
    default: return nil
    }
    return (text(raw[...], Charset(label: label)), end + 2)
  }

  private static func lastEnd(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.indices.dropLast().last { index in
      bytes[index] == UInt8(ascii: "?") && bytes[index + 1] == UInt8(ascii: "=")
    } ?? -1
  }

  private static func place(of words: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let marks = Array(words.utf8)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      if bytes[index] == marks[0], bytes[index + 1] == marks[1] { return index }
      index += 1
    }
    return nil
  }
}
