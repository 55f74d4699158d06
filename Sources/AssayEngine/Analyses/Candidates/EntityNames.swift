import AssayModel
import AssayReading
import AssayStore

/// What the entities of a corpus are called, made ready for a search in texts.
struct EntityNames: Sendable {
  let matcher: NameMatcher
  /// The kinds of the entities by their keys; empty for a key that none has.
  private let kinds: [String]

  /// Reads all names from the index.
  init(_ workspace: Workspace) throws {
    var names: [(name: String, entity: Int32)] = []
    var kinds: [String] = []
    let own = try workspace.connection.prepare("SELECT key, kind, name FROM entities ORDER BY key")
    while try workspace.step(own) {
      let key = Int(own.integer(0))
      if kinds.count <= key { kinds += Array(repeating: "", count: key + 1 - kinds.count) }
      kinds[key] = own.text(1)
      names.append((own.text(2), own.key(0)))
    }
    let others = try workspace.connection.prepare(
      "SELECT entity, name FROM aliases ORDER BY entity, name")
    while try workspace.step(others) { names.append((others.text(1), others.key(0))) }
    matcher = NameMatcher(names: names)
    self.kinds = kinds
  }

  /// The kind of an entity; empty if there is none with this key.
  func kind(of key: Int32) -> String { kinds.indices.contains(Int(key)) ? kinds[Int(key)] : "" }

  /// A reader of sentences in a language.
  func reader(language: String?) -> SentenceReader {
    SentenceReader(language: language, names: matcher) { kind(of: $0) == "place" }
  }
}
