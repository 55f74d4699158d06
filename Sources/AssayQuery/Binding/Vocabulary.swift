import AssayLanguage
import AssayModel
import AssayText

/// What binding has to know of a corpus.
package protocol Vocabulary {
  /// The key of a record, or `nil` if there is none with this id.
  func key(of id: String, _ kind: RecordKind) -> Int64?
  /// The ids of a kind, for a suggestion; in any order.
  func ids(_ kind: RecordKind) -> [String]
  /// What the records of a kind are called besides, for a suggestion: names, titles, other names;
  /// in any order.
  func names(_ kind: RecordKind) -> [(id: String, name: String)]
  /// The answers of a question, in its order.
  func answers(toQuestion key: Int64) -> [String]
  /// What a predicate says as a further field of a claim: its key, and the type of its object or
  /// else of its value; `nil` if there is no such predicate or it says neither.
  func qualifier(_ predicate: String) -> (key: Int64, type: ValueType)?
  /// What is wrong with a regular expression, and at which byte of it.
  func fault(inPattern pattern: String) -> (message: String, offset: Int)?
}

/// What the program has bound so far.
package struct Environment: Sendable {
  /// Queries by their `let` or `def` names.
  package var definitions: [String: Definition] = [:]
  /// Values by their names, without `$`.
  package var values: [String: Constant] = [:]
  /// The query of the last result.
  package var last: Definition? {
    get { definitions[Self.lastName] }
    set { definitions[Self.lastName] = newValue }
  }

  /// The name of the last result, which no `let` can take.
  private static let lastName = "it"

  package init() {}

  /// A query with a name, and the text in which it stands.
  package struct Definition: Sendable {
    package let parameters: [Name]
    package let query: Query
    package let text: SourceText
    /// What was bound where it stands: a later `let` of a name it uses does not change it.
    package let environment: Environment

    package init(
      parameters: [Name] = [], query: Query, text: SourceText, environment: Environment
    ) {
      (self.parameters, self.query, self.text) = (parameters, query, text)
      self.environment = environment
    }
  }
}
