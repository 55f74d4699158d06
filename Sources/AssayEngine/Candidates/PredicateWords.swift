import AssayModel
import AssayStore
import AssayText

/// The predicates of a corpus with the words of their labels, to be found in sentences.
struct PredicateWords: Sendable {
  /// A predicate that a sentence may use.
  struct Predicate: Sendable {
    let id: String
    /// The words of its label as stems; at least one.
    let stems: [String]
    /// One of these has to stand before them, where the label begins with `is` or `has`.
    let auxiliaries: Set<String>
    /// The kinds of entity that its object may be; empty if it takes none.
    let objects: [String]
    /// What its value measures; `none` if it takes none.
    let measure: String

    /// Whether an entity of this kind may be the object.
    func takes(_ kind: String) -> Bool { objects.contains(kind) || objects.contains("any") }
  }

  /// Those with more words in their labels first, then in the order of ids.
  let predicates: [Predicate]

  /// Words of labels that say nothing.
  private static let small: Set<String> = [
    "a", "an", "are", "be", "been", "by", "de", "el", "en", "es", "está", "for", "has", "have",
    "in", "is", "its", "la", "of", "on", "the", "to", "was", "were", "with",
  ]

  init(_ workspace: Workspace) throws {
    let statement = try workspace.connection.prepare(
      "SELECT id, label, object, value FROM predicates ORDER BY id")
    var found: [Predicate] = []
    while try workspace.step(statement) {
      let stems = Self.stems(of: statement.text(1))
      guard !stems.isEmpty else { continue }
      let objects = statement.isNull(2) ? "" : statement.text(2)
      found.append(
        Predicate(
          id: statement.text(0), stems: stems,
          auxiliaries: Self.auxiliaries(of: statement.text(1)),
          objects: objects.split(separator: "; ").map(String.init).filter { $0 != "none" },
          measure: statement.text(3)))
    }
    predicates = found.enumerated().sorted {
      ($1.element.stems.count, $0.offset) < ($0.element.stems.count, $1.offset)
    }.map(\.element)
  }

  /// What may stand for the `is` or `has` that a label begins with; empty for other labels.
  private static func auxiliaries(of label: String) -> Set<String> {
    switch label.prefix(while: { $0 != " " }) {
    case "is", "are": ["is", "are", "was", "were", "be", "been", "being", "es", "son", "está"]
    case "has", "have": ["has", "have", "had", "tiene", "tienen"]
    default: []
    }
  }

  /// The words of a text that say something, without their endings.
  static func stems(of text: String) -> [String] {
    WordFolding.words(of: text).split(separator: " ").map(String.init)
      .filter { !small.contains($0) }.map(stem)
  }

  /// A word without the ending that a verb or plural has: `gives` and `giving` are `giv`.
  private static func stem(_ word: String) -> String {
    var stem = word[...]
    for ending in ["ing", "ed", "es", "s"] where stem.hasSuffix(ending) {
      guard stem.utf8.count >= ending.utf8.count + 3 else { continue }
      stem = stem.dropLast(ending.count)
      break
    }
    if stem.hasSuffix("e"), stem.utf8.count > 3 { stem = stem.dropLast() }
    return String(stem)
  }
}
