import AssayText

/// Writes JSON (RFC 8259).
package enum JSONText {
  /// Appends a value in one line, without spaces.
  package static func append(_ node: JSONNode, to out: inout [UInt8]) {
    switch node.value {
    case .null: out += "null".utf8
    case .boolean(let isTrue): out += (isTrue ? "true" : "false").utf8
    case .number(let digits): out += digits.utf8
    case .text(let text): append(text, to: &out)
    case .list(let items):
      out.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        append(item, to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        append(member.name, to: &out)
        out.append(UInt8(ascii: ":"))
        append(member.value, to: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  /// Appends a text in quotes.
  package static func append(_ text: String, to out: inout [UInt8]) {
    var text = text
    out.append(UInt8(ascii: "\""))
    text.withUTF8 { bytes in
      var start = 0
      for (index, byte) in bytes.enumerated() {
        let escape: String
        switch byte {
        case UInt8(ascii: "\""): escape = "\\\""
        case UInt8(ascii: "\\"): escape = "\\\\"
        case 0x0A: escape = "\\n"
        case 0x0D: escape = "\\r"
        case 0x09: escape = "\\t"
        case 0..<0x20: escape = "\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
        default: continue
        }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        out += escape.utf8
        start = index + 1
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
    out.append(UInt8(ascii: "\""))
  }
}

extension JSONNode: ExpressibleByStringInterpolation, ExpressibleByArrayLiteral {
  package init(stringLiteral text: String) { self.init(.text(text)) }
  package init(arrayLiteral items: JSONNode...) { self.init(.list(items)) }

  /// An object of the members that are there.
  static func object(_ members: (name: String, value: JSONNode?)...) -> JSONNode {
    JSONNode(
      .object(members.compactMap { member in member.value.map { Member(member.name, $0) } }))
  }

  /// A list of texts.
  static func texts(_ texts: some Sequence<String>) -> JSONNode {
    JSONNode(.list(texts.map { JSONNode(.text($0)) }))
  }

  /// `true`.
  static var yes: JSONNode { JSONNode(.boolean(true)) }
}
