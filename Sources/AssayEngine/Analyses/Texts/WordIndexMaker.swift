import AssayModel
import AssayReading
import AssayStore
import AssayText

extension Workspace {
  /// The words of all documents: those of the last time if the documents are the same, or made anew.
  func wordIndex() throws -> WordIndex {
    if let words { return words }
    do {
      let made = try WordIndexMaker(workspace: self).index()
      words = made
      return made
    } catch let failure as WordIndexFailure {
      throw Diagnostic.noWordIndex(failure)
    }
  }
}

/// Finds the word index of a corpus beside its index, or makes it.
struct WordIndexMaker {
  let workspace: Workspace

  /// Where the file lies; `nil` where the index of the corpus is in memory.
  private var path: String? {
    workspace.faults.isEmpty ? workspace.stateFolder.map { $0 + "/words" } : nil
  }

  func index() throws -> WordIndex {
    let identity = try identity()
    guard let path else { return try make(nil, identity) }
    if let known = WordIndexFile.open(path, identity) { return known }
    WordIndexFile.removeLeftovers(beside: path)
    do {
      return try make(path, identity)
    } catch is WordIndexFailure {
      // Where nothing can be written, memory may suffice.
      return try make(nil, identity)
    }
  }

  /// What tells these documents from others: their keys, ids and digests, and how many sentences
  /// they have.
  private func identity() throws -> WordIndex.Identity {
    let statement = try workspace.prepare(
      "SELECT key, id, digest, sentences FROM documents ORDER BY key")
    var (first, second) = (UInt64(bitPattern: Schema.version), UInt64(0))
    while try workspace.step(statement) {
      let digest = WordHash.of(statement.bytes(2))
      for number in [
        UInt64(bitPattern: statement.integer(0)), WordHash.of(statement.bytes(1)), digest,
        UInt64(bitPattern: statement.integer(3)),
      ] {
        first = (first ^ number) &* 0x9E37_79B9_7F4A_7C15
        first ^= first >> 29
        second = (second &+ number) &* 0xBF58_476D_1CE4_E5B9
        second ^= second >> 31
      }
    }
    return WordIndex.Identity(first: first, second: second)
  }

  private func make(_ path: String?, _ identity: WordIndex.Identity) throws -> WordIndex {
    var builder = try WordIndexBuilder.begin(path, identity)
    let ranges = try keyRanges()
    let documents = try workspace.prepare("SELECT key FROM documents ORDER BY id")
    // A document's passages lie side by side, so that reading them is reading on.
    let passages = try workspace.prepare(
      """
      SELECT key, paragraph, sentence, start, text FROM passages
        WHERE key BETWEEN ?1 AND ?2 AND +source = ?3 ORDER BY key
      """)
    var count = 0
    try workspace.monitor.enter(.readingPassages)
    while try workspace.step(documents) {
      let source = documents.key(0)
      guard let range = ranges[source] else { continue }
      builder.beginDocument(source: source)
      passages.bind(range.lowerBound, at: 1)
      passages.bind(range.upperBound, at: 2)
      passages.bind(Int64(source), at: 3)
      while try workspace.step(passages) {
        try workspace.monitor.reach(count)
        try builder.addPassage(
          passages.bytes(4), key: passages.key(0), paragraph: passages.key(1),
          sentence: passages.key(2), start: passages.key(3))
        count += 1
      }
      passages.reset()
    }
    return try builder.finish(workspace.monitor)
  }

  /// The first and the last key among the passages of each source.
  private func keyRanges() throws -> [Int32: ClosedRange<Int64>] {
    let statement = try workspace.prepare(
      "SELECT source, min(key), max(key) FROM passages GROUP BY source")
    var ranges: [Int32: ClosedRange<Int64>] = [:]
    while try workspace.step(statement) {
      ranges[statement.key(0)] = statement.integer(1)...statement.integer(2)
    }
    return ranges
  }
}

extension Diagnostic {
  /// What the failure to make a word index means to a user.
  static func noWordIndex(_ failure: WordIndexFailure) -> Diagnostic {
    switch failure {
    case .unwritable(let reason):
      Diagnostic(.unwritableFile, at: nil, "the word index cannot be written: \(reason)")
    case .tooLarge:
      Diagnostic(
        .outOfRange, at: nil, "the documents have more words than a word index can count")
    }
  }
}
