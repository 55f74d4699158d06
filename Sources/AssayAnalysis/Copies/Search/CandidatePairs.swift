import AssayModel

/// Pairs of wordings with enough fingerprints in common to be worth comparing.
struct CandidatePairs {
  /// How many pairs are held before they are compared: 16 MiB.
  private static let batchCount = 1 << 21

  private let options: CopyOptions
  /// For each wording the fingerprints in common with the one at hand; 0 for most.
  private var counts: [UInt32]
  private var met: [UInt32] = []
  /// The longer wording and the shorter one, 32 bits each.
  private var pairs: [UInt64] = []

  init(_ options: CopyOptions, wordingCount: Int) {
    self.options = options
    counts = [UInt32](repeating: 0, count: wordingCount)
  }

  var isFull: Bool { pairs.count >= Self.batchCount }

  /// Adds the pairs of `wording` with earlier ones.
  mutating func add(
    _ wording: Int, _ postings: PostingLists, documents: [Int32?], wordCount: (Int) -> Int
  ) {
    postings.forEachEarlier(than: wording, limit: options.commonness, documents: documents) {
      if counts[$0] == 0 { met.append(UInt32(truncatingIfNeeded: $0)) }
      counts[$0] += 1
    }
    let own = wordCount(wording)
    for earlier in met {
      let other = wordCount(Int(earlier))
      // Text that repeats itself has fewer fingerprints than windows, each of at most *w* shingles.
      let fewest = Int(
        min(postings.fingerprintCounts[wording], postings.fingerprintCounts[Int(earlier)]))
      let words = min(own, other, fewest * options.windowShingles)
      if counts[Int(earlier)] >= options.fingerprintsNeeded(ofWords: words) {
        let this = UInt64(wording)
        pairs.append(own > other ? this << 32 | UInt64(earlier) : UInt64(earlier) << 32 | this)
      }
      counts[Int(earlier)] = 0
    }
    met.removeAll(keepingCapacity: true)
  }

  /// Hands the pairs out, those with the same longer wording one after the other.
  mutating func take(_ monitor: WorkMonitor) throws(Cancelled) -> [(longer: Int, shorter: Int)] {
    let sorted = try RadixSort.byHighHalf(pairs, monitor)
    pairs.removeAll(keepingCapacity: true)
    return sorted.map { (Int($0 >> 32), Int(UInt32(truncatingIfNeeded: $0))) }
  }
}
