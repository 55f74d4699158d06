import AssayModel

/// Finds sources that share figures which others do not have.
///
/// That two sources agree on what everybody says tells nothing. That they share what is rare, and
/// others who speak of the same have something else, tells that one took it from the other: Dong,
/// Berti-Équille and Srivastava, *Integrating Conflicting Data: The Role of Source Dependence*
/// (VLDB 2009).
enum SharedFigures {
  /// How many such figures tie two sources.
  static let leastShared = 3
  /// How many sources at most have a rare figure.
  private static let mostCarriers = 3

  /// - Complexity: O(claims + pairs of sources that share a rare figure).
  static func ties(
    _ evidence: Evidence, _ facts: Facts, _ monitor: WorkMonitor
  ) throws(Cancelled) -> [Origins.Tie] {
    var shared: [UInt64: Int] = [:]
    for (number, item) in facts.items.enumerated() {
      try monitor.check(at: number)
      guard item.values.count > 1, item.question == 0 else { continue }
      let speaking = Set(
        item.values.flatMap { facts.claims(of: facts.values[$0]) }
          .map { evidence.claims.sources[Int($0)] })
      for (value, place) in item.values.enumerated() where !facts.values[place].number.isNaN {
        if value > 0 { try monitor.check(at: value) }
        let carriers = sources(of: facts.values[place], facts, evidence.claims)
        // What nobody else speaks of is not rare.
        guard carriers.count > 1, carriers.count <= mostCarriers, carriers.count < speaking.count
        else { continue }
        for (index, one) in carriers.enumerated() {
          for other in carriers[(index + 1)...] {
            shared[
              UInt64(UInt32(bitPattern: one)) << 32 | UInt64(UInt32(bitPattern: other)),
              default: 0] += 1
          }
        }
      }
    }
    return shared.filter { $0.value >= leastShared }.map { pair, count in
      let (one, other) = (Int32(truncatingIfNeeded: pair >> 32), Int32(truncatingIfNeeded: pair))
      let isLater = evidence.sources.rank(of: one) > evidence.sources.rank(of: other)
      return Origins.Tie(
        source: isLater ? one : other, other: isLater ? other : one, reason: .figures,
        measure: Double(count))
    }
  }

  private static func sources(
    of value: Facts.Value, _ facts: Facts, _ claims: ClaimTable
  ) -> [Int32] {
    var found: [Int32] = []
    for claim in facts.claims(of: value) {
      let source = claims.sources[Int(claim)]
      if !found.contains(source) { found.append(source) }
      if found.count > mostCarriers { break }
    }
    return found.sorted()
  }
}
