import AssayModel

/// For each fingerprint the wordings that have it.
struct PostingLists {
  /// Fingerprint and wording, 32 bits each, ascending, no two alike; fingerprints that only one
  /// wording has are left out.
  private var postings: [UInt64] = []
  /// The places in ``postings`` of each wording, side by side.
  private var places: [Int] = []
  /// Where the places of each wording begin; one more at the end.
  private var begins: [Int] = []
  /// How many different fingerprints each wording has, those left out included.
  private(set) var fingerprintCounts: [UInt32]

  /// - Parameter pairs: fingerprint and wording; in the order of wordings.
  /// - Complexity: O(pairs).
  init(
    _ pairs: consuming [UInt64], wordingCount: Int, _ monitor: WorkMonitor
  ) throws(Cancelled) {
    fingerprintCounts = [UInt32](repeating: 0, count: wordingCount)
    postings = try RadixSort.byHighHalf(pairs, monitor)
    keepShared()
    try monitor.check()
    begins = [Int](repeating: 0, count: wordingCount + 1)
    for posting in postings { begins[Self.wording(posting) + 1] += 1 }
    for wording in 0..<wordingCount { begins[wording + 1] += begins[wording] }
    places = [Int](repeating: 0, count: postings.count)
    var ends = begins
    for (place, posting) in postings.enumerated() {
      try monitor.check(at: place)
      let wording = Self.wording(posting)
      places[ends[wording]] = place
      ends[wording] += 1
    }
  }

  /// Calls `meet` with each earlier wording that has a fingerprint of `wording`, once for each
  /// fingerprint; `nil` among `documents` is like no other.
  ///
  /// Of each fingerprint only the nearest `limit` of other documents are met, and no more than
  /// sixteen times as many are looked at: so a formula costs no more than other wording.
  func forEachEarlier(
    than wording: Int, limit: Int, documents: [Int32?], _ meet: (Int) -> Void
  ) {
    let document = documents[wording]
    for place in places[begins[wording]..<begins[wording + 1]] {
      let fingerprint = postings[place] >> 32
      var met = 0
      var index = place - 1
      let last = max(0, place - 16 * limit)
      while index >= last, met < limit, postings[index] >> 32 == fingerprint {
        let other = Self.wording(postings[index])
        if document == nil || documents[other] != document {
          meet(other)
          met += 1
        }
        index -= 1
      }
    }
  }

  private static func wording(_ posting: UInt64) -> Int {
    Int(UInt32(truncatingIfNeeded: posting))
  }

  private mutating func keepShared() {
    var kept = 0
    var index = 0
    while index < postings.count {
      let fingerprint = postings[index] >> 32
      let begin = kept
      while index < postings.count, postings[index] >> 32 == fingerprint {
        if kept == begin || postings[kept - 1] != postings[index] {
          postings[kept] = postings[index]
          fingerprintCounts[Self.wording(postings[index])] += 1
          kept += 1
        }
        index += 1
      }
      if kept - begin == 1 { kept = begin }
    }
    postings.removeSubrange(kept...)
  }
}
