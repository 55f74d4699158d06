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
