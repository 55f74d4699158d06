import AssayModel
import AssayText

/// A claim as text, field by field: what an editor of single fields works on.
package struct ClaimText: Hashable, Sendable {
  package var id: String
  package let source: String
  /// The fields in their order.
  package private(set) var fields: [Field] = []

  /// A field as it is written.
  package struct Field: Hashable, Sendable {
    package let name: String
    /// What stands behind the name.
    package var words: String
  }

  package init(id: String, source: String) { (self.id, self.source) = (id, source) }

  /// The claim of a text; `nil` unless the text is one claim and nothing else.
  package init?(_ text: String) {
    let source = SourceText(name: "", text)
    var parser = RecordParser(source)
    guard case .record(let record)? = parser.next(), parser.next() == nil, parser.faults.isEmpty,
      case .claim(let reference) = record.header
    else { return nil }
    self.init(id: record.id.id, source: reference.id)
    for field in record.fields {
      let whole = source.text(at: field.span)
      let name = field.index.map { RecordSpec.claim.fields[$0].name } ?? Self.firstWord(of: whole)
      let words = whole.dropFirst(name.count).drop(while: \.isWhitespace)
      fields.append(Field(name: name, words: String(words)))
    }
  }

  private static func firstWord(of field: String) -> String {
    String(field.prefix { !$0.isWhitespace })
  }

  /// What the first field of this name has, or `nil`.
  package subscript(name: String) -> String? { fields.first { $0.name == name }?.words }

  /// What all fields of this name have.
  package func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.words) }

  /// Puts fields in the place of all of their name, which stand where the first stood or else where
  /// the manual has them.
  package mutating func set(_ name: String, _ words: [String]) {
    let order = Self.order(of: name)
    let place =
      fields.firstIndex { $0.name == name } ?? fields.firstIndex { Self.order(of: $0.name) > order }
      ?? fields.count
    fields.removeAll { $0.name == name }
    fields.insert(contentsOf: words.map { Field(name: name, words: $0) }, at: place)
  }

  /// The same with one field.
  package mutating func set(_ name: String, _ words: String) { set(name, [words]) }

  /// Where a field stands among the others; qualifiers stand before what every record may have.
  private static func order(of name: String) -> Int {
    RecordSpec.claim.field(name)?.index ?? (RecordSpec.claim.field("quote")?.index ?? 0)
  }

  /// The declaration, its fields below each other, without a line end.
  package var text: String {
    let width = fields.map { $0.name.utf8.count }.max() ?? 0
    let lines = fields.map { field in
      let space = String(repeating: " ", count: width - field.name.utf8.count + 1)
      return "  \(field.name)\(field.words.isEmpty ? "" : space + field.words)\n"
    }
    return "claim \(id) from @\(source) {\n\(lines.joined())}"
  }
}
