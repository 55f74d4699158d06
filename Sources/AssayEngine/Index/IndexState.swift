import AssayCorpus
import AssayModel
import AssayStore
import AssayText

/// How the files of a corpus differ from what its index was made of.
struct IndexState {
  /// What the index knows of a file.
  struct Known {
    let key: Int64
    let stamp: String
    let digest: String
    let uses: [String]
    let isDocument: Bool
  }

  private(set) var known: [String: Known] = [:]
  /// Corpus files that are new or have other bytes, in the order in which they are reached.
  private(set) var changed: [String] = []
  /// Files that are no longer there or no longer used.
  private(set) var removed: [String] = []
  /// Whether a document has other bytes, or is gone.
  private(set) var hasChangedDocument = false
  /// Files whose time changed but not their bytes, with their new stamps.
  private(set) var touched: [(path: String, stamp: String)] = []

  /// Whether a `use` fits no file any more, or one outside of the folder.
  private(set) var hasFaultyUse = false

  var isFresh: Bool {
    changed.isEmpty && removed.isEmpty && !hasChangedDocument && !hasFaultyUse
  }

  /// How the files differ, with the stamps of those that do: equal as long as nobody changes them.
  struct Difference: Equatable {
    var changed: [String] = []
    var removed: [String] = []
    var hasChangedDocument = false
    var hasFaultyUse = false
  }

  /// What has to be read again, and what cannot be read.
  func difference(in folder: CorpusFolder) -> Difference {
    Difference(
      changed: changed.map { $0 + " " + (folder.stamp(of: $0) ?? "-") }, removed: removed,
      hasChangedDocument: hasChangedDocument, hasFaultyUse: hasFaultyUse)
  }

  /// Compares the files with a complete index.
  ///
  /// - Throws: `StoreError`, or `Cancelled` if the monitor says so.
  init(_ folder: CorpusFolder, _ connection: Connection, _ monitor: WorkMonitor) throws {
    let files = try connection.prepare(
      "SELECT path, key, stamp, digest, uses, is_document FROM files")
    while try files.step() {
      known[files.text(0)] = Known(
        key: files.integer(1), stamp: files.text(2), digest: files.text(3),
        uses: files.text(4).split(separator: "\n").map(String.init),
        isDocument: files.integer(5) == 1)
    }
    let reached = try compareCorpusFiles(folder, monitor)
    for path in known.keys.sorted() {
      try monitor.check()
      guard let file = known[path], !reached.contains(path) else { continue }
      if !file.isDocument {
        removed.append(path)
      } else if try !isUnchanged(path, file, folder, monitor) {
        hasChangedDocument = true
      }
    }
  }

  /// Follows the `use` patterns from the entry file on, and gives all files that they reach.
  private mutating func compareCorpusFiles(
    _ folder: CorpusFolder, _ monitor: WorkMonitor
  ) throws(Cancelled) -> Set<String> {
    var waiting = [CorpusFolder.entry]
    var reached: Set<String> = [CorpusFolder.entry]
    var next = 0
    while next < waiting.count {
      try monitor.check()
      let path = waiting[next]
      next += 1
      guard let file = known[path], !file.isDocument else {
        changed.append(path)
        continue
      }
      if try !isUnchanged(path, file, folder, monitor) { changed.append(path) }
      // Of a file that changed, too: whether it uses others now is seen when it is read.
      for pattern in file.uses {
        let used = folder.files(matching: pattern)
        if used.isEmpty || used.contains(where: { leadsOut($0, folder) }) { hasFaultyUse = true }
        for path in used where reached.insert(path).inserted { waiting.append(path) }
      }
    }
    return reached
  }

  /// Whether a file that the index does not know is a link out of the folder.
  private func leadsOut(_ path: String, _ folder: CorpusFolder) -> Bool {
    guard known[path] == nil else { return false }
    return (try? folder.requireInside(path, at: Span(0, 0))) == nil
  }

  private mutating func isUnchanged(
    _ path: String, _ file: Known, _ folder: CorpusFolder, _ monitor: WorkMonitor
  ) throws(Cancelled) -> Bool {
    guard let stamp = folder.stamp(of: path) else { return false }
    if stamp == file.stamp, !stamp.isEmpty { return true }
    guard let bytes = try? folder.bytes(of: path),
      try Digest.sha256(bytes, monitor) == file.digest
    else { return false }
    touched.append((path, stamp))
    return true
  }
}
