import AssayAnalysis
import AssayCorpus
import AssayModel
import AssayStore

/// Finds documents that share most of their wording with others.
///
/// A document is one unit of ``CopyFinder``: fingerprints of its words are the keys by which those
/// are found that are worth comparing, so that nothing is compared with everything.
struct NearDuplicates {
  /// Share of the words of one of two documents from which on they are told to be alike.
  static let threshold = 0.5

  /// What a document shares with another.
  struct Match: Hashable {
    let other: String
    /// Share of its words that stand in the other, and of the other's that stand in it.
    let share: Double
    let otherShare: Double
  }

  private var finder = CopyFinder(CopyOptions(containment: Self.threshold))
  /// The ids of the documents by their numbers.
  private var ids: [String] = []
  /// How many of them the corpus has already.
  private var knownCount = 0

  /// Reads the documents of a corpus.
  mutating func addKnown(of workspace: Workspace) throws {
    let documents = try workspace.connection.prepare("SELECT id, path FROM documents ORDER BY id")
    while try documents.step() {
      try workspace.monitor.check()
      guard let bytes = try? workspace.folder.bytes(of: documents.text(1)) else { continue }
      add(bytes, id: documents.text(0))
    }
    knownCount = ids.count
  }

  /// Adds a document.
  mutating func add(_ text: [UInt8], id: String) {
    text.withUnsafeBufferPointer { finder.add($0, document: Int32(truncatingIfNeeded: ids.count)) }
    ids.append(id)
  }

  /// For each document that is new the one before it that it shares most with.
  func matches(_ monitor: WorkMonitor) throws(Cancelled) -> [String: Match] {
    var found: [String: Match] = [:]
    for match in try finder.matches(monitor) where match.second >= knownCount {
      let candidate = Match(
        other: ids[match.first], share: match.secondContainment,
        otherShare: match.firstContainment)
      let best = found[ids[match.second]]
      if best.map({ $0.share < candidate.share }) ?? true { found[ids[match.second]] = candidate }
    }
    return found
  }
}
