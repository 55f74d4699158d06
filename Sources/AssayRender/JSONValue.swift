/// A document of JSON (RFC 8259) on its way out; the members of an object keep their order.
package indirect enum JSONValue: Hashable, Sendable {
  case text(String)
  case number(Int)
  case boolean(Bool)
  case list([JSONValue])
  case object([Member])

  /// A name and its value.
  package struct Member: Hashable, Sendable {
    package let name: String
    package let value: JSONValue

    package init(_ name: String, _ value: JSONValue) { (self.name, self.value) = (name, value) }
  }

  /// The document in one line, without a line end.
  package var line: String {
    var out: [UInt8] = []
    append(to: &out, indent: nil)
    return String(decoding: out, as: UTF8.self)
  }

  /// The document with two spaces for each level and a line end.
  ///
  /// What fits on a line of 100 columns stands on one.
  package var page: String {
    var out: [UInt8] = []
    append(to: &out, indent: 0)
    return String(decoding: out, as: UTF8.self) + "\n"
  }

  /// - Parameter indent: the level at hand; `nil` for one line.
  private func append(to out: inout [UInt8], indent: Int?) {
    switch self {
    case .text(let text): Self.append(text, to: &out)
    case .number(let number): out += String(number).utf8
    case .boolean(let isTrue): out += (isTrue ? "true" : "false").utf8
    case .list(let items):
      Self.append(items.map { (nil, $0) }, "[", "]", to: &out, indent: next(after: indent))
    case .object(let members):
      Self.append(
        members.map { ($0.name, $0.value) }, "{", "}", to: &out, indent: next(after: indent))
    }
  }

  /// The level for what stands within; `nil` where all of it fits on the line.
  private func next(after indent: Int?) -> Int? {
    guard let indent else { return nil }
    return line.utf8.count + 2 * indent <= 80 ? nil : indent + 1
  }

  private static func append(
    _ items: [(name: String?, value: JSONValue)], _ open: String, _ close: String,
    to out: inout [UInt8], indent: Int?
  ) {
    out += open.utf8
    for (index, item) in items.enumerated() {
      if index > 0 { out += (indent == nil ? ", " : ",").utf8 }
      if let indent { out += ("\n" + String(repeating: "  ", count: indent)).utf8 }
      if let name = item.name {
        append(name, to: &out)
        out += ": ".utf8
      }
      item.value.append(to: &out, indent: indent)
    }
    if let indent { out += ("\n" + String(repeating: "  ", count: indent - 1)).utf8 }
    out += close.utf8
  }

  private static func append(_ text: String, to out: inout [UInt8]) {
    var text = text
    text.withUTF8 { JSONRenderer.appendString($0, to: &out) }
  }
}

extension JSONValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral text: String) { self = .text(text) }
  package init(integerLiteral number: Int) { self = .number(number) }
  package init(booleanLiteral isTrue: Bool) { self = .boolean(isTrue) }
  package init(arrayLiteral items: JSONValue...) { self = .list(items) }
  package init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { Member($0.0, $0.1) })
  }
}

extension JSONValue {
  /// An array of texts.
  package static func texts(_ texts: some Sequence<String>) -> JSONValue {
    .list(texts.map { .text($0) })
  }

  /// This object with further members behind its own; anything else as it is.
  package func with(_ more: [Member]) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members + more)
  }
}
