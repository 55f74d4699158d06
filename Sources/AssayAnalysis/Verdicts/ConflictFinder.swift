import AssayModel

/// Finds the pairs of comparable claims and gives each its verdict.
///
/// Claims are brought together by key; under a key they are gathered into contents and positions,
/// so that ten thousand claims which say three things cost pairs of positions and three rows.
package struct ConflictFinder {
  let evidence: Evidence
  let scope: ConflictScope
  let comparer: ContentComparer
  private let judge: PairJudge
  let dependence: Dependence
  private let columns: ComparedColumns
  private let rules: KeyRules
  let monitor: WorkMonitor
  /// Pairs that were looked at since the monitor was.
  private var pairsSinceLook = 0
  let isRetracted: [Bool]
  private var isLinked: [Bool]
  /// What a person says of two claims, by their places, the lesser one first.
  private(set) var linked: [UInt64: Evidence.Link.Relation] = [:]
  var found = Conflicts()
  /// Used again for each pair of contents.
  private(set) var tally = PairTally()
  /// Of positions with claims of several origins; of the key at hand.
  var tieIndexes: [Int: TieIndex] = [:]

  /// The verdicts on all comparable pairs.
  ///
  /// - Returns: rows by key.
  /// - Complexity: O(claims + positions² per key + rows).
  package static func conflicts(
    in evidence: Evidence, _ scope: ConflictScope, _ monitor: WorkMonitor = .idle
  ) throws(Cancelled) -> Conflicts {
    let keys = try ComparisonKeys(evidence, monitor)
    let middle = keys.middle
    try monitor.enter(.comparing, of: keys.entries.count)
    var first = ConflictFinder(evidence, scope, monitor)
    var second = first
    second.tally = PairTally()
    do throws(Cancelled) {
      try TwoThreads.run { () throws(Cancelled) in
        try first.run(keys, 0..<middle)
      } beside: { () throws(Cancelled) in
        try second.run(keys, middle..<keys.entries.count)
      }
      try first.found.append(second.found, monitor)
      try first.addLinked()
      return first.found
    } catch {
      let found = (first.found, second.found)
      (first.found, second.found) = (Conflicts(), Conflicts())
      LateRelease.release(found)
      throw error
    }
  }

  private init(_ evidence: Evidence, _ scope: ConflictScope, _ monitor: WorkMonitor) {
    (self.evidence, self.scope, self.monitor) = (evidence, scope, monitor)
    comparer = ContentComparer(units: evidence.units, containment: evidence.containment)
    judge = PairJudge(evidence)
    columns = ComparedColumns(evidence.claims)
    rules = KeyRules(evidence)
    dependence = Dependence(evidence.claims, evidence.sources)
    isRetracted = evidence.retracted
    let claims = evidence.claims
    isLinked = [Bool](repeating: false, count: claims.count)
    for link in evidence.links {
      let isOwn = claims.sources[Int(link.claim)] == claims.sources[Int(link.other)]
      if isOwn, link.relation == .corrects || link.relation == .retracts { continue }
      linked[Self.pair(link.claim, link.other)] = link.relation
      (isLinked[Int(link.claim)], isLinked[Int(link.other)]) = (true, true)
    }
  }

  static func pair(_ left: Int32, _ right: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: min(left, right))) << 32
      | UInt64(UInt32(bitPattern: max(left, right)))
  }

  /// Compares the claims under the keys of a part of the entries.
  private mutating func run(_ keys: ComparisonKeys, _ part: Range<Int>) throws(Cancelled) {
    var unseen = 0
    try keys.forEachKey(in: part) { entries throws(Cancelled) in
      unseen += entries.count
      if unseen >= WorkMonitor.stride {
        try monitor.advance(by: unseen)
        unseen = 0
      }
      guard entries.count > 1, found.crowded == nil else { return }
      found.keyCount += 1
      try compare(entries)
    }
  }

  /// Looks at the monitor once many pairs have been looked at.
  @inline(__always)
  mutating func look(after pairs: Int) throws(Cancelled) {
    pairsSinceLook &+= pairs
    if pairsSinceLook >= 16 * WorkMonitor.stride {
      pairsSinceLook = 0
      try monitor.check()
    }
  }

  /// All pairs under one key.
  private mutating func compare(_ entries: ArraySlice<ComparisonKeys.Entry>) throws(Cancelled) {
    guard let first = entries.first else { return }
    let key = KeyContext(first, rules)
    let isLong = entries.count >= WorkMonitor.stride
    var group = try KeyGroup(
      entries, key, columns, isRetracted, isLinked, dependence, isLong ? monitor : nil)
    let positions = group.positions.count
    guard positions * positions / 2 <= scope.mostPairs else {
      found.crowded = (first.claim, group.contents.count, entries.count)
      return
    }
    try group.sortPositions(monitor)
    tieIndexes.removeAll(keepingCapacity: true)
    let start = found.count
    try compareContents(of: group, key)
    if found.count > scope.mostRows {
      found.crowded = (first.claim, group.contents.count, entries.count)
    }
    if key.question > 0, !scope.givesPairs { try found.removeRepeated(from: start, monitor) }
  }

  /// Each two contents under a key, as long as there is room for rows.
  private mutating func compareContents(
    of group: KeyGroup, _ key: KeyContext
  ) throws(Cancelled) {
    for left in group.contents.indices {
      try look(after: group.contents.count - left)
      for right in left..<group.contents.count {
        guard found.count <= scope.mostRows else { return }
        if left == right, !scope.givesAll { continue }
        if key.isMirrorPair(group.contents[left], group.contents[right]) { continue }
        try compare(left, right, of: group, key)
      }
    }
  }

  /// Whether a person has linked the claims of two positions: then that is the verdict.
  private static func areLinked(
    _ one: Position, _ other: Position, _ linked: [UInt64: Evidence.Link.Relation]
  ) -> Bool {
    one.linkedClaim >= 0 && other.linkedClaim >= 0
      && linked[pair(one.linkedClaim, other.linkedClaim)] != nil
  }

  /// All positions of two contents.
  private mutating func compare(
    _ left: Int, _ right: Int, of group: KeyGroup, _ key: KeyContext
  ) throws(Cancelled) {
    let comparison = comparer.compare(
      group.contents[left], group.contents[right], allowsSeveral: key.allowsSeveral,
      isAnswer: key.question > 0)
    let mayContradict = comparison.relation == .apart || comparison.relation == .needsRate
    guard scope.givesAll || mayContradict else { return }
    let pairs = (left: group.span(of: left).count, right: group.span(of: right).count)
    try look(after: pairs.left * pairs.right)
    tally.reset(pairs.left, pairs.right)
    if scope.givesPairs {
      try eachPair(left, right, of: group, key, comparison)
    } else {
      try gather(left, right, of: group, key, comparison)
      try flush(group, key, comparison, left, right)
    }
  }

  /// Puts the verdicts on all positions of two contents into the tally. Many million pairs come by
  /// here, so it works on plain memory, and only what is rare is done elsewhere.
  private mutating func gather(
    _ left: Int, _ right: Int, of group: KeyGroup, _ key: KeyContext,
    _ comparison: ContentComparison
  ) throws(Cancelled) {
    let (ones, isOne) = (group.span(of: left), left == right)
    var unsettled: [PositionPair] = []
    // Nearly always it is one piece.
    let piece = max(1, 16 * WorkMonitor.stride / max(1, group.span(of: right).count))
    for start in stride(from: ones.lowerBound, to: ones.upperBound, by: piece) {
      if start > ones.lowerBound { try monitor.check() }
      let part = start..<min(start + piece, ones.upperBound)
      gather(left, right, part, of: group, key, comparison, &unsettled)
    }
    let contents = (group.contents[left], group.contents[right])
    for pair in unsettled {
      try look(after: 64)
      let judgement = judge.judge(
        group.positions[pair.one], group.positions[pair.other], comparison, key, contents)
      if !isOne, group.summaries[pair.one].hasShared, group.summaries[pair.other].hasShared {
        try addShared(judgement, pair, of: group)
      } else if judgement.verdict == .agrees {
        try addSame(judgement, pair, of: group)
      } else {
        addWithin(judgement, pair, of: group)
      }
    }
  }

  /// Puts the verdicts on a part of the positions of one content, and all of another, into the tally.
  private mutating func gather(
    _ left: Int, _ right: Int, _ part: Range<Int>, of group: KeyGroup, _ key: KeyContext,
    _ comparison: ContentComparison, _ unsettled: inout [PositionPair]
  ) {
    let contents = (group.contents[left], group.contents[right])
    let (ones, others) = (group.span(of: left), group.span(of: right))
    let (judge, tally, givesAll, isOne) = (judge, tally, scope.givesAll, left == right)
    let linked = linked
    group.withPositions { positions, summaries in
      for one in part {
        let (position, summary) = (positions[one], summaries[one])
        for other in isOne ? one..<others.upperBound : others {
          var judgement = judge.judge(position, positions[other], comparison, key, contents)
          guard givesAll || judgement.verdict == .contradicts else { continue }
          if Self.areLinked(position, positions[other], linked) { continue }
          let partner = summaries[other]
          if summary.hasShared, partner.hasShared, !isOne {
            unsettled.append(PositionPair(one, other, ones.lowerBound, others.lowerBound))
            continue
          }
          if judgement.verdict == .agrees || one == other {
            guard one != other, let tie = summary.tie(partner) else {
              unsettled.append(PositionPair(one, other, ones.lowerBound, others.lowerBound))
              continue
            }
            if let field = tie.field { judgement = Judgement(verdict: .restates, deciding: field) }
          }
          tally.add(
            judgement, summary, one - ones.lowerBound, summary.first, partner,
            other - others.lowerBound, partner.first,
            pairs: Double(summary.count) * Double(partner.count))
        }
      }
    }
  }

  /// Makes a row of each pair of claims of two contents.
  private mutating func eachPair(
    _ left: Int, _ right: Int, of group: KeyGroup, _ key: KeyContext,
    _ comparison: ContentComparison
  ) throws(Cancelled) {
    let contents = (group.contents[left], group.contents[right])
    let (ones, others) = (group.span(of: left), group.span(of: right))
    for one in ones {
      for other in left == right ? one..<others.upperBound : others {
        let (position, partner) = (group.positions[one], group.positions[other])
        if Self.areLinked(position, partner, linked) { continue }
        let judgement = judge.judge(position, partner, comparison, key, contents)
        guard scope.givesAll || judgement.verdict == .contradicts else { continue }
        try addPairs(
          judgement, comparison, PositionPair(one, other, ones.lowerBound, others.lowerBound),
          of: group, key, left, right)
      }
    }
  }
}
