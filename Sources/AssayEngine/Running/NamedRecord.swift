import AssayModel
import AssayText

/// A record that was looked for by its id or by what it is called.
package struct NamedRecord: Hashable, Sendable {
  package let kind: RecordKind
  package let id: String
  /// What it is called; of a claim, what it says.
  package let name: String
  /// The alias, or the publisher, by which it was found, when its id and its name do not fit.
  package let alias: String?
  /// The words of its id and its names, folded, with a space before each.
  private let words: String

  init(kind: RecordKind, id: String, names: [String], soughtBy sought: [String]) {
    (self.kind, self.id, name) = (kind, id, names.first ?? "")
    let own = Self.folded(id + " " + (names.first ?? ""))
    words = names.dropFirst().reduce(own) { $0 + Self.folded($1) }
    let others = sought.filter { !own.contains(" " + $0) }
    alias = names.dropFirst().first { name in
      let folded = Self.folded(name)
      return others.contains { folded.contains(" " + $0) }
    }
  }

  /// Whether the record is found by these words, too.
  package func isFound(by text: String) -> Bool {
    WordFolding.words(of: text).split(separator: " ").allSatisfy { words.contains(" " + $0) }
  }

  private static func folded(_ text: String) -> String {
    let words = WordFolding.words(of: text)
    return words.isEmpty ? "" : " " + words
  }
}
