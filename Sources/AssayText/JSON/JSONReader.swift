/// Reads a JSON text (RFC 8259) strictly: one value, no name twice in an object, no lone surrogate,
/// at most ``deepest`` lists and objects in each other.
package struct JSONReader {
  private let bytes: [UInt8]
  /// What faults are called.
  private let code: DiagnosticCode
  private var place: Int
  /// Where the text ends that is read.
  private let end: Int
  private var depth = 0

  /// How deep values may be nested.
  package static let deepest = 64

  /// The value of a text, or of a part of it, as of a line.
  ///
  /// - Throws: a diagnostic with `code` and the place of the first fault.
  package static func value(
    of text: SourceText, in range: Range<Int>? = nil, code: DiagnosticCode
  ) throws(Diagnostic) -> JSONNode {
    let range = (range ?? 0..<text.bytes.count).clamped(to: 0..<text.bytes.count)
    var reader = JSONReader(bytes: text.bytes, in: range, code: code)
    do throws(Diagnostic) {
      return try reader.whole()
    } catch {
      throw error.located(in: text)
    }
  }

  private init(bytes: [UInt8], in range: Range<Int>, code: DiagnosticCode) {
    (self.bytes, self.code) = (bytes, code)
    (place, end) = (range.lowerBound, range.upperBound)
  }

  private mutating func whole() throws(Diagnostic) -> JSONNode {
    let node = try value()
    skipSpace()
    guard place == end else { throw fault("the text goes on behind its value") }
    return node
  }

  private mutating func value() throws(Diagnostic) -> JSONNode {
    skipSpace()
    let start = place
    guard let byte = next else { throw fault("the text ends where a value should stand") }
    let value: JSONNode.Value
    switch byte {
    case UInt8(ascii: "{"):
      value = .object(
        try nested { reader throws(Diagnostic) in
          try reader.members()
        })
    case UInt8(ascii: "["):
      value = .list(
        try nested { reader throws(Diagnostic) in
          try reader.items()
        })
    case UInt8(ascii: "\""): value = .text(try text())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): value = .number(try number())
    default:
      let word = bytes[start..<end].prefix { $0 | 0x20 &- 0x61 < 26 || $0 >= 0x80 }
      place += word.count
      switch String(decoding: word, as: UTF8.self) {
      case "null": value = .null
      case "true": value = .boolean(true)
      case "false": value = .boolean(false)
      default:
        place = start
        throw fault("no value of JSON begins so", length: max(1, word.count))
      }
    }
    return JSONNode(value: value, span: Span(start, place))
  }

  private mutating func nested<Items>(
    _ read: (inout JSONReader) throws(Diagnostic) -> [Items]
  ) throws(Diagnostic) -> [Items] {
    guard depth < Self.deepest else {
      throw fault("values are nested deeper than \(Self.deepest)")
    }
    depth += 1
    defer { depth -= 1 }
    place += 1
    return try read(&self)
  }

  /// What stands behind `[`, and the `]`.
  private mutating func items() throws(Diagnostic) -> [JSONNode] {
    if take("]") { return [] }
    var items: [JSONNode] = []
    while true {
      items.append(try value())
      if take("]") { return items }
      guard take(",") else { throw fault("a `,` or a `]` should stand here") }
    }
  }

  /// What stands behind `{`, and the `}`.
  private mutating func members() throws(Diagnostic) -> [JSONNode.Member] {
    if take("}") { return [] }
    var members: [JSONNode.Member] = []
    var names: Set<String> = []
    while true {
      skipSpace()
      let start = place
      guard next == UInt8(ascii: "\"") else { throw fault("a name in quotes should stand here") }
      let name = try text()
      let span = Span(start, place)
      guard names.insert(name).inserted else {
        throw Diagnostic(code, at: span, "the name `\(name)` stands here twice")
      }
      guard take(":") else { throw fault("a `:` should stand here") }
      members.append(JSONNode.Member(name: name, nameSpan: span, value: try value()))
      if take("}") { return members }
      guard take(",") else { throw fault("a `,` or a `}` should stand here") }
    }
  }

  private mutating func number() throws(Diagnostic) -> String {
    let start = place
    func isDigit(_ byte: UInt8?) -> Bool { byte.map { $0 &- UInt8(ascii: "0") < 10 } ?? false }
    func digits() throws(Diagnostic) {
      guard isDigit(next) else { throw fault("a digit should stand here") }
      while isDigit(next) { place += 1 }
    }
    if next == UInt8(ascii: "-") { place += 1 }
    let first = next
    let whole = place
    try digits()
    guard first != UInt8(ascii: "0") || place == whole + 1 else {
      place = whole
      throw fault("a number does not begin with 0")
    }
    if next == UInt8(ascii: ".") {
      place += 1
      try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      place += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func text() throws(Diagnostic) -> String {
    let start = place
    place += 1
    var out: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw fault("a control character stands in a text") }
      if byte == UInt8(ascii: "\\") {
        out += try escape().utf8
      } else {
        out.append(byte)
        place += 1
      }
    }
    guard next != nil else {
      place = start
      throw fault("a text has no end")
    }
    place += 1
    guard let text = String(validating: out, as: UTF8.self) else {
      throw Diagnostic(code, at: Span(start, place), "this is no UTF-8")
    }
    return text
  }

  private mutating func escape() throws(Diagnostic) -> String {
    let start = place
    place += 1
    let byte = next
    place += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      var units = [hexadecimal()]
      let isPair = units[0].map { $0 & 0xFC00 == 0xD800 } ?? false
      if isPair, bytes[min(place, end)..<end].starts(with: [0x5C, 0x75]) {
        place += 2
        units.append(hexadecimal())
      }
      let known = units.compactMap { $0 }
      if known.count == units.count, let text = String(validating: known, as: UTF16.self) {
        return text
      }
    default: break
    }
    place = start
    throw fault("this is no escape of JSON")
  }

  /// Four hexadecimal digits.
  private mutating func hexadecimal() -> UInt16? {
    guard place + 4 <= end else { return nil }
    let digits = String(decoding: bytes[place..<place + 4], as: UTF8.self)
    guard digits.allSatisfy(\.isHexDigit), digits.utf8.count == 4 else { return nil }
    place += 4
    return UInt16(digits, radix: 16)
  }

  private var next: UInt8? { place < end ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
  }

  /// Passes over a sign and the space before it, if it is there.
  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  private func fault(_ message: String, length: Int = 1) -> Diagnostic {
    let stop = min(place + length, end)
    return Diagnostic(code, at: Span(min(place, stop), stop), message)
  }
}
