import AssayModel

/// Finds wording that texts share, whole or changed in places.
///
/// Units of text, paragraphs or sentences, are added one by one with the number of their document;
/// of the text only the numbers and the places of its words are kept, nine bytes a word. Letters
/// count as `WordFolding` has them: case, accents and punctuation make no difference.
///
/// The phases are: units with the same words are taken together, fingerprints are chosen by
/// winnowing, wordings with enough fingerprints in common are compared word by word. A pair is
/// always found if its shared words stand in runs of ``CopyOptions/guaranteedWords`` or more, save
/// for formulas, of which see ``CopyOptions/commonness``, and for text that repeats itself.
///
/// A unit of fewer than ``CopyOptions/shingleWords`` words is found only by one with the same words,
/// and one of fewer than ``CopyOptions/sharedWords`` words not at all.
package struct CopyFinder: Sendable {
  /// What counts as shared wording.
  package let options: CopyOptions
  var words = WordStore()
  /// For each unit the number of its document.
  var documents: [Int32] = []
  private var reader = WordReader()

  package init(_ options: CopyOptions = CopyOptions()) { self.options = options }

  /// How many units were added; the number the next one gets.
  package var unitCount: Int { documents.count }

  /// Adds a unit of text, which has the number ``unitCount`` from before.
  ///
  /// Any bytes will do: where they are no UTF-8, words end. Of more than 2³² − 1 bytes the rest is
  /// not read, and of as many units the rest is not taken.
  ///
  /// - Complexity: O(bytes).
  package mutating func add(_ text: UnsafeBufferPointer<UInt8>, document: Int32) {
    guard documents.count < Int(UInt32.max) else { return }
    reader.read(text, into: &words)
    words.endUnit()
    documents.append(document)
  }

  /// The pairs of units of different documents that share enough wording, by `first`, then by
  /// `second`.
  ///
  /// Enough is ``CopyOptions/containment`` of either unit and ``CopyOptions/sharedWords``.
  ///
  /// - Complexity: O(words + candidate pairs × words of a unit). No fingerprint makes more
  ///   candidate pairs than ``CopyOptions/commonness`` times the units that have it.
  package func matches(_ monitor: WorkMonitor = .idle) throws(Cancelled) -> [CopyMatch] {
    let wordings = try WordingTable(words, documents: documents, monitor)
    let postings = try PostingLists(
      fingerprints(of: wordings, monitor), wordingCount: wordings.count, monitor)
    var pairs = CandidatePairs(options, wordingCount: wordings.count)
    var runFinder = RunFinder(runWords: options.runWords)
    var writer = PairWriter(options, words, documents, wordings)
    try monitor.enter(.comparing, of: wordings.count)
    for wording in 0..<wordings.count {
      if wording & 255 == 0 { try monitor.note(wording) }
      try writer.addAlike(wording, monitor)
      pairs.add(wording, postings, documents: wordings.documents) {
        words.words(of: wordings.first(of: $0)).count
      }
      guard pairs.isFull || wording == wordings.count - 1 else { continue }
      try compare(pairs.take(monitor), wordings, &runFinder, &writer, monitor)
    }
    return try writer.matches.sorted(monitor) { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  /// Fingerprint and wording, 32 bits each, in the order of wordings.
  private func fingerprints(
    of wordings: WordingTable, _ monitor: WorkMonitor
  ) throws(Cancelled) -> [UInt64] {
    var pairs: [UInt64] = []
    var winnowing = Winnowing(options)
    try words.hashes.withUnsafeBufferPointer { hashes throws(Cancelled) in
      for wording in 0..<wordings.count {
        let range = words.words(of: wordings.first(of: wording))
        if wording & 255 == 0 { try monitor.check() }
        guard range.count >= options.sharedWords else { continue }
        winnowing.choose(from: UnsafeBufferPointer(rebasing: hashes[range])) {
          pairs.append(UInt64($0) << 32 | UInt64(wording))
        }
      }
    }
    return pairs
  }

  /// Compares pairs word by word.
  private func compare(
    _ pairs: [(longer: Int, shorter: Int)], _ wordings: WordingTable,
    _ runFinder: inout RunFinder, _ writer: inout PairWriter, _ monitor: WorkMonitor
  ) throws(Cancelled) {
    try words.hashes.withUnsafeBufferPointer { hashes throws(Cancelled) in
      var indexed = -1
      for (count, pair) in pairs.enumerated() {
        if count & 63 == 0 { try monitor.check() }
        let longRange = words.words(of: wordings.first(of: pair.longer))
        let shortRange = words.words(of: wordings.first(of: pair.shorter))
        let long = UnsafeBufferPointer(rebasing: hashes[longRange])
        let short = UnsafeBufferPointer(rebasing: hashes[shortRange])
        if indexed != pair.longer { runFinder.index(long) }
        indexed = pair.longer
        try writer.add(
          longer: pair.longer, shorter: pair.shorter,
          runFinder.runs(short: short, long: long, monitor), monitor)
      }
    }
  }
}
