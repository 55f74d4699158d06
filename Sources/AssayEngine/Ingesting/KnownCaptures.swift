import AssayModel
import AssayStore
import AssayText

/// The sources that a corpus has, by the SHA-256 of their documents and of their snapshots.
struct KnownCaptures {
  /// Who has a text.
  private var texts: [String: String] = [:]
  /// Who has a snapshot, and whether the corpus keeps it as a file.
  private var captures: [String: String] = [:]
  /// The paths of the snapshots, by digest.
  private(set) var snapshots: [String: String] = [:]

  init(_ connection: Connection) throws(StoreError) {
    let documents = try connection.prepare("SELECT digest, id FROM documents ORDER BY id DESC")
    while try documents.step() { texts[documents.text(0)] = documents.text(1) }
    let sources = try connection.prepare(
      "SELECT snapshot, id FROM sources WHERE snapshot IS NOT NULL ORDER BY id DESC")
    while try sources.step() {
      let path = sources.text(0)
      let digest = String((path.split(separator: "/").last ?? "").prefix { $0 != "." })
      captures[digest] = sources.text(1)
      snapshots[digest] = path
    }
  }

  /// The source that was captured as these bytes, or has them as its text.
  func source(ofBytes digest: String) -> String? { captures[digest] ?? texts[digest] }

  /// Whether a snapshot has these bytes, and no document has.
  func isSnapshot(_ digest: String) -> Bool { snapshots[digest] != nil && texts[digest] == nil }

  /// The source that has this text.
  func source(ofText digest: String) -> String? { texts[digest] }

  /// Notes a source that is about to come.
  mutating func note(_ id: String, text: String) { texts[text] = texts[text] ?? id }

  /// Notes the bytes that a source is captured as.
  mutating func note(_ id: String, bytes: String) { captures[bytes] = captures[bytes] ?? id }
}
