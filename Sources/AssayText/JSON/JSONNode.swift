/// A value of a JSON text, and where it stands.
package struct JSONNode: Sendable {
  package let value: Value
  package let span: Span

  /// What JSON has.
  package indirect enum Value: Sendable {
    case null
    case boolean(Bool)
    /// As it is written.
    case number(String)
    case text(String)
    case list([JSONNode])
    /// In the order of the text; no name stands twice.
    case object([Member])
  }

  /// A name of an object with its value.
  package struct Member: Sendable {
    package let name: String
    package let nameSpan: Span
    package let value: JSONNode
  }

  /// What it is, for a message: `a list`.
  package var kind: String {
    switch value {
    case .null: "null"
    case .boolean: "a boolean"
    case .number: "a number"
    case .text: "a text"
    case .list: "a list"
    case .object: "an object"
    }
  }
}

extension JSONNode {
  /// A value that stands in no text, or at a place of one that is known.
  package init(_ value: Value, at span: Span = Span(0, 0)) { self.init(value: value, span: span) }

  /// The text, where it is one.
  package var text: String? { if case .text(let text) = value { text } else { nil } }
  /// The items, where it is a list.
  package var items: [JSONNode]? { if case .list(let items) = value { items } else { nil } }
  /// The members, where it is an object.
  package var members: [Member]? { if case .object(let members) = value { members } else { nil } }

  /// The member of an object with this name; `nil` where there is none, and for `null`.
  package subscript(_ name: String) -> JSONNode? {
    guard let node = members?.first(where: { $0.name == name })?.value else { return nil }
    if case .null = node.value { return nil }
    return node
  }
}

extension JSONNode.Member {
  package init(_ name: String, _ value: JSONNode) {
    self.init(name: name, nameSpan: value.span, value: value)
  }
}
