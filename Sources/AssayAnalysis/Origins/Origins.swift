import AssayModel

/// Which sources count once.
///
/// An origin is a set of sources that are tied to one another, directly or by way of others. That
/// claims have one speaker ties the claims and not their sources: ``components(of:)`` sees to it.
package struct Origins: Sendable {
  /// Two sources and what ties them.
  package struct Tie: Hashable, Sendable {
    /// The source that takes from the other where that is declared; else the one with the later id.
    package let source: Int32
    package let other: Int32
    package let reason: OriginTie
    /// Of wording the greater share of words that one has of the other, 0 to 1; of figures how many
    /// are shared; of speakers how many claims; 0 for a declaration.
    package let measure: Double
    /// The speaker; 0 where the tie is another.
    package let speaker: Int32

    package init(
      source: Int32, other: Int32, reason: OriginTie, measure: Double, speaker: Int32 = 0
    ) {
      (self.source, self.other, self.reason) = (source, other, reason)
      (self.measure, self.speaker) = (measure, speaker)
    }
  }

  package let rules: OriginRules
  /// By kind of tie, then by the order of ids.
  package let ties: [Tie]
  /// For each source's key the first by id of those it counts with.
  package let roots: [Int32]
  private let claimRoots: [Int32]
  private let claimSpeakers: [Int32]

  /// - Parameters:
  ///   - wording: pairs of sources whose documents share wording, with the greater share.
  package init(
    _ evidence: Evidence, _ facts: Facts?, rules: OriginRules,
    wording: [(source: Int32, other: Int32, share: Double)] = [], _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) {
    let sources = evidence.sources
    var ties: [Tie] = []
    if rules.contains(.derivation) {
      for (source, origins) in sources.origins.enumerated() {
        for origin in origins where origin > 0 && Int(origin) < sources.count {
          ties.append(
            Tie(
              source: Int32(truncatingIfNeeded: source), other: origin, reason: .derivation,
              measure: 0))
        }
      }
    }
    if rules.contains(.wording) {
      ties += wording.map {
        Tie(source: $0.source, other: $0.other, reason: .wording, measure: $0.share)
      }
    }
    if rules.contains(.figures), let facts {
      ties += try SharedFigures.ties(evidence, facts, monitor)
    }
    ties.removeAll { tie in
      [tie.source, tie.other].contains { !sources.rank.indices.contains(Int($0)) }
    }
    ties = try ties.sorted(monitor) {
      ($0.reason.rawValue, sources.rank(of: $0.source), sources.rank(of: $0.other))
        < ($1.reason.rawValue, sources.rank(of: $1.source), sources.rank(of: $1.other))
    }
    let roots = try Self.roots(ties, sources, monitor)
    (self.rules, self.ties, self.roots) = (rules, ties, roots)
    // Sources that are not known count as one.
    claimRoots = evidence.claims.sources.map {
      roots.indices.contains(Int($0)) ? roots[Int($0)] : 0
    }
    claimSpeakers = rules.contains(.speaker) ? evidence.claims.speakers : []
  }

  private static func roots(
    _ ties: [Tie], _ sources: SourceTable, _ monitor: WorkMonitor
  ) throws(Cancelled) -> [Int32] {
    var sets = DisjointSets(count: max(1, sources.count))
    for (place, tie) in ties.enumerated() {
      try monitor.check(at: place)
      sets.join(tie.source, tie.other) { sources.rank[Int($0)] < sources.rank[Int($1)] }
    }
    return sets.names
  }

  /// The source that stands for the origin of a claim's source.
  package func root(of claim: Int32) -> Int32 { claimRoots[Int(claim)] }

  /// The sources that stand for the origins of claims, ascending.
  var claimed: [Int32] {
    var isClaimed = [Bool](repeating: false, count: max(roots.count, 1))
    for root in claimRoots { isClaimed[Int(root)] = true }
    return isClaimed.indices.filter { isClaimed[$0] }.map { Int32(truncatingIfNeeded: $0) }
  }

  /// How many origins claims of one value have, and for each claim the number of its own, from 0 in
  /// the order of the claims: claims are tied by their sources' origin, or by their speaker.
  ///
  /// - Complexity: O(claims).
  package func components(
    of claims: ArraySlice<Int32>, _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) -> (count: Int, numbers: [Int32]) {
    if claims.count == 1 { return (1, [0]) }
    var sets = DisjointSets(count: claims.count)
    var byRoot: [Int32: Int32] = [:]
    var bySpeaker: [Int32: Int32] = [:]
    func tie(_ place: Int32, to known: inout Int32?) {
      if let known { sets.join(place, known) } else { known = place }
    }
    for (index, claim) in claims.enumerated() {
      if index > 0 { try monitor.check(at: index) }
      let place = Int32(truncatingIfNeeded: index)
      tie(place, to: &byRoot[claimRoots[Int(claim)]])
      guard !claimSpeakers.isEmpty, claimSpeakers[Int(claim)] > 0 else { continue }
      tie(place, to: &bySpeaker[claimSpeakers[Int(claim)]])
    }
    var numbers: [Int32: Int32] = [:]
    let all = sets.names.map { name -> Int32 in
      if let known = numbers[name] { return known }
      let number = Int32(truncatingIfNeeded: numbers.count)
      numbers[name] = number
      return number
    }
    return (numbers.count, all)
  }
}
