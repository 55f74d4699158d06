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
    wording: [(source: Int32, other: Int32, share: Double)] = []
  ) {
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
      ties += SharedFigures.ties(evidence, facts)
    }
    ties.removeAll { tie in
      [tie.source, tie.other].contains { !sources.rank.indices.contains(Int($0)) }
    }
    ties.sort {
      ($0.reason.rawValue, sources.rank(of: $0.source), sources.rank(of: $0.other))
        < ($1.reason.rawValue, sources.rank(of: $1.source), sources.rank(of: $1.other))
    }
    let roots = Self.roots(ties, sources)
    (self.rules, self.ties, self.roots) = (rules, ties, roots)
    // Sources that are not known count as one.
    claimRoots = evidence.claims.sources.map {
      roots.indices.contains(Int($0)) ? roots[Int($0)] : 0
    }
    claimSpeakers = rules.contains(.speaker) ? evidence.claims.speakers : []
  }

  private static func roots(_ ties: [Tie], _ sources: SourceTable) -> [Int32] {
    var roots = (0..<Int32(max(1, sources.count))).map { $0 }
    func root(of source: Int32) -> Int32 {
      var at = source
      while roots[Int(at)] != at {
        roots[Int(at)] = roots[Int(roots[Int(at)])]
        at = roots[Int(at)]
      }
      return at
    }
    for tie in ties {
      let (one, other) = (root(of: tie.source), root(of: tie.other))
      guard one != other else { continue }
      let isFirst = sources.rank[Int(one)] < sources.rank[Int(other)]
      roots[Int(isFirst ? other : one)] = isFirst ? one : other
    }
    for source in roots.indices { roots[source] = root(of: Int32(truncatingIfNeeded: source)) }
    return roots
  }

  /// The source that stands for the origin of a claim's source.
  package func root(of claim: Int32) -> Int32 { claimRoots[Int(claim)] }

  /// How many origins claims of one value have, and for each claim the number of its own, from 0 in
  /// the order of the claims: claims are tied by their sources' origin, or by their speaker.
  ///
  /// - Complexity: O(claims).
  package func components(of claims: ArraySlice<Int32>) -> (count: Int, numbers: [Int32]) {
    if claims.count == 1 { return (1, [0]) }
    var parents: [Int32] = []
    var byRoot: [Int32: Int32] = [:]
    var bySpeaker: [Int32: Int32] = [:]
    func top(_ place: Int32) -> Int32 {
      var at = place
      while parents[Int(at)] != at {
        parents[Int(at)] = parents[Int(parents[Int(at)])]
        at = parents[Int(at)]
      }
      return at
    }
    func join(_ place: Int32, _ known: Int32?) {
      guard let known else { return }
      let (one, other) = (top(place), top(known))
      parents[Int(max(one, other))] = min(one, other)
    }
    for (index, claim) in claims.enumerated() {
      let place = Int32(truncatingIfNeeded: index)
      parents.append(place)
      let root = claimRoots[Int(claim)]
      join(place, byRoot[root])
      if byRoot[root] == nil { byRoot[root] = place }
      guard !claimSpeakers.isEmpty, claimSpeakers[Int(claim)] > 0 else { continue }
      let speaker = claimSpeakers[Int(claim)]
      join(place, bySpeaker[speaker])
      if bySpeaker[speaker] == nil { bySpeaker[speaker] = place }
    }
    var numbers: [Int32: Int32] = [:]
    let all = parents.indices.map { place -> Int32 in
      let top = top(Int32(truncatingIfNeeded: place))
      if let known = numbers[top] { return known }
      numbers[top] = Int32(truncatingIfNeeded: numbers.count)
      return numbers[top] ?? 0
    }
    return (numbers.count, all)
  }
}
