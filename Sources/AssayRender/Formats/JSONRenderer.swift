import AssayModel
import AssayText

/// An object for each row: one a line, or all of them in one array (RFC 8259).
///
/// Numbers and truth values stand as such, a missing cell is `null`, all else is a string. Controls
/// of any kind are escaped, so that the lines are safe to show; broken UTF-8 becomes `�`.
struct JSONRenderer: RowSink {
  private let output: Output
  private let isArray: Bool
  /// What stands before each cell: `{"source":`, `,"claims":`.
  private var keys: [[UInt8]] = []
  private var kinds: [CellKind] = []
  private var hasRows = false

  init(to output: Output, isArray: Bool) {
    self.output = output
    self.isArray = isArray
  }

  mutating func begin(_ columns: [Column]) throws(OutputFailure) {
    kinds = columns.map(\.kind)
    for column in columns {
      var key: [UInt8] = [UInt8(ascii: keys.isEmpty ? "{" : ",")]
      var name = column.name
      name.withUTF8 { Self.appendString($0, to: &key) }
      key.append(UInt8(ascii: ":"))
      keys.append(key)
    }
    if isArray { try output.write("[") }
  }

  mutating func row(_ row: borrowing RowBuffer) throws(OutputFailure) {
    if isArray { output.buffer.append(hasRows ? ",\n" : "\n") }
    hasRows = true
    append(row, to: &output.buffer)
    if !isArray { output.buffer.append(UInt8(ascii: "\n")) }
    try output.flushIfFull()
  }

  mutating func end(_ summary: ResultSummary) throws(OutputFailure) {
    if isArray { try output.write(hasRows ? "\n]\n" : "]\n") }
    try output.flush()
  }

  private func append(_ row: borrowing RowBuffer, to out: inout [UInt8]) {
    if keys.isEmpty { out.append(UInt8(ascii: "{")) }
    row.forEachCell { cell, bytes in
      out.append(contentsOf: keys[cell])
      guard let bytes else { return out.append("null") }
      let isRaw =
        switch kinds[cell] {
        case .number: Self.isNumber(bytes)
        case .boolean: bytes.elementsEqual("true".utf8) || bytes.elementsEqual("false".utf8)
        case .text, .date, .figure, .reference: false
        }
      if isRaw { out.append(contentsOf: bytes) } else { Self.appendString(bytes, to: &out) }
    }
    out.append(UInt8(ascii: "}"))
  }

  /// Whether JSON reads `bytes` as a number: `-1.5e3` but neither `+1`, `01`, `.5` nor `NaN`.
  static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = bytes[...]
    func digits() -> Int {
      let found = rest.prefix { $0 &- 0x30 < 10 }.count
      rest = rest.dropFirst(found)
      return found
    }
    func skip(_ signs: StaticString...) -> Bool {
      guard let next = rest.first, signs.contains(where: { $0.utf8Start.pointee == next })
      else { return false }
      rest = rest.dropFirst()
      return true
    }
    _ = skip("-")
    let startsWithZero = rest.first == 0x30
    let whole = digits()
    guard whole > 0, !startsWithZero || whole == 1 else { return false }
    if skip("."), digits() == 0 { return false }
    if skip("e", "E") {
      _ = skip("+", "-")
      if digits() == 0 { return false }
    }
    return rest.isEmpty
  }

  /// Appends `text` as a string of JSON.
  static func appendString(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte &- 0x20 < 0x5F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        index += 1
        continue
      }
      let (value, length) = text.scalar(at: index)
      if needsEscape(value) {
        out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        appendEscape(of: value, to: &out)
        start = index + length
      }
      index += length
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    out.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x20, 0x22, 0x5C, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E,
      0x2066...0x2069:
      true
    default: scalar == UnsafeBufferPointer<UInt8>.brokenScalar
    }
  }

  private static func appendEscape(of scalar: UInt32, to out: inout [UInt8]) {
    switch scalar {
    case 0x22: out.append("\\\"")
    case 0x5C: out.append("\\\\")
    case 0x0A: out.append("\\n")
    case 0x0D: out.append("\\r")
    case 0x09: out.append("\\t")
    case UnsafeBufferPointer<UInt8>.brokenScalar: out.append("\u{FFFD}")
    default:
      out.append("\\u")
      for shift in [12, 8, 4, 0] as [UInt32] {
        let digit = UInt8(scalar >> shift & 0xF)
        out.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
  }
}
