import AssayModel

/// The units grouped by their words: units with the same words, in order, have one wording.
///
/// Wordings are numbered from 0, in the order of their first units.
struct WordingTable {
  /// The units of all wordings, those of a wording side by side and in order.
  private var units: [UInt32] = []
  /// Where the units of each wording begin in ``units``; one more at the end.
  private var begins: [Int] = [0]
  /// For each wording the document of its units, or `nil` if they are of several.
  private(set) var documents: [Int32?] = []
  /// For each wording its first unit of another document than that of its very first unit.
  private(set) var firstElsewhere: [Int?] = []

  var count: Int { documents.count }

  /// - Complexity: O(words).
  init(
    _ words: WordStore, documents unitDocuments: [Int32], _ monitor: WorkMonitor
  ) throws(Cancelled) {
    var wordings: [UInt32] = []
    wordings.reserveCapacity(words.unitCount)
    var firsts: [Int] = []
    var known: [UInt64: UInt32] = [:]
    try words.hashes.withUnsafeBufferPointer { hashes throws(Cancelled) in
      for unit in 0..<words.unitCount {
        if unit & 1023 == 0 { try monitor.check() }
        let own = hashes[words.words(of: unit)]
        let key = own.reduce(UInt64(own.count)) { key, word in
          (key &* 0x9E37_79B9_7F4A_7C15 ^ key >> 29) &+ UInt64(word)
        }
        let next = UInt32(truncatingIfNeeded: firsts.count)
        let wording = known[key, default: next]
        if wording < next,
          hashes[words.words(of: firsts[Int(wording)])].elementsEqual(own)
        {
          wordings.append(wording)
        } else {
          if wording == next { known[key] = next }
          wordings.append(next)
          firsts.append(unit)
        }
      }
    }
    gather(wordings, count: firsts.count)
    firstElsewhere = try firsts.enumerated().map { wording, first throws(Cancelled) in
      try monitor.check(at: wording)
      return units(of: wording).first { unitDocuments[Int($0)] != unitDocuments[first] }.map(
        Int.init)
    }
    documents = zip(firsts, firstElsewhere).map { $1 == nil ? unitDocuments[$0] : nil }
  }

  /// The units that have a wording, in order; at least one.
  func units(of wording: Int) -> ArraySlice<UInt32> {
    units[begins[wording]..<begins[wording + 1]]
  }

  /// The first unit that has a wording.
  func first(of wording: Int) -> Int { Int(units[begins[wording]]) }

  private mutating func gather(_ wordings: [UInt32], count: Int) {
    begins = [Int](repeating: 0, count: count + 1)
    for wording in wordings { begins[Int(wording) + 1] += 1 }
    for wording in 0..<count { begins[wording + 1] += begins[wording] }
    units = [UInt32](repeating: 0, count: wordings.count)
    var places = begins
    for (unit, wording) in wordings.enumerated() {
      units[places[Int(wording)]] = UInt32(truncatingIfNeeded: unit)
      places[Int(wording)] += 1
    }
  }
}
