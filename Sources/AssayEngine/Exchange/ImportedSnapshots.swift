import AssayCorpus
import AssayExchange
import AssayModel
import AssayText

/// The snapshots that come with an import; they wait on the shelf until it is made.
final class ImportedSnapshots {
  private let workspace: Workspace
  private var comes: [String: FileMove] = [:]
  private var order: [String] = []
  /// Those that the corpus has already.
  private var known: Set<String> = []

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// How many the corpus has already.
  var knownCount: Int { known.count }

  /// Takes a snapshot that was read.
  ///
  /// - Throws: `badImport` when it has other bytes than its name says, `differentRecord` when the
  ///   corpus has another file there.
  func take(_ path: String, _ bytes: [UInt8]) throws(Diagnostic) {
    let digest = Digest.sha256(bytes)
    guard digest == SnapshotName.digest(of: path) else {
      throw .badImport(
        "`\(path)` does not have the bytes that its name says", at: nil,
        hint: "their SHA-256 is \(digest)")
    }
    guard comes[path] == nil, !known.contains(path) else { return }
    try workspace.folder.requireInside(SnapshotName.relation, at: Span(0, 0))
    if FileReader.stamp(of: workspace.folder.absolute(path)) != nil {
      try workspace.folder.requireInside(path, at: Span(0, 0))
      let there = try workspace.folder.bytes(of: path)
      guard Digest.sha256(there) == digest else {
        throw Diagnostic(
          .differentRecord, at: nil, "snapshot `\(path)` is another in the corpus",
          hint: "its bytes are not what its name says")
      }
      known.insert(path)
      return
    }
    let place = try workspace.makeShelf().put(bytes, digest: digest)
    comes[path] = FileMove(path: path, digest: digest, place: place)
    order.append(path)
  }

  /// Whether neither the corpus nor the import has a file.
  func isMissing(_ named: String) -> Bool {
    let folder = workspace.folder
    guard let path = try? folder.relative(named, from: CorpusFolder.entry, at: Span(0, 0)) else {
      // What leads out of the corpus is a fault, told as one.
      return false
    }
    return comes[path] == nil && FileReader.stamp(of: folder.absolute(path)) == nil
  }

  /// The moves of those that sources name, in the order of the import.
  func moves(named: Set<String>) -> [FileMove] {
    order.filter(named.contains).compactMap { comes[$0] }
  }

  /// How many come that no source names.
  func count(notNamed named: Set<String>) -> Int { order.count { !named.contains($0) } }

  /// Takes away what waits and has not come in.
  func discard() {
    if !comes.isEmpty { workspace.discardIngestion() }
  }
}
