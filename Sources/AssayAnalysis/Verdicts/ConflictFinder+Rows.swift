import AssayModel

/// Two positions under a key, and where the positions of their contents begin.
struct PositionPair {
  let one: Int
  let other: Int
  /// Their places among the positions of their contents.
  let row: Int
  let column: Int

  init(_ one: Int, _ other: Int, _ firstOne: Int, _ firstOther: Int) {
    (self.one, self.other) = (one, other)
    (row, column) = (one - firstOne, other - firstOther)
  }
}

extension ConflictFinder {
  /// Adds the pairs of claims of one position, which differ in nothing.
  mutating func addWithin(_ judgement: Judgement, _ pair: PositionPair, of group: KeyGroup) {
    let summary = group.summaries[pair.one]
    guard summary.count > 1 else { return }
    tally.add(
      judgement, summary, pair.row, summary.first, summary, pair.column,
      group.members(of: pair.one).dropFirst().first ?? summary.first,
      pairs: Double(summary.count) * Double(summary.count - 1) / 2)
  }

  /// Adds the pairs of two positions of different answers, less those of a claim with itself: it may
  /// say two things to a question. Different answers never agree, so no tie is looked for.
  mutating func addShared(
    _ judgement: Judgement, _ pair: PositionPair, of group: KeyGroup
  ) throws(Cancelled) {
    let (ones, others) = (group.members(of: pair.one), group.members(of: pair.other))
    try look(after: ones.count + others.count)
    let pairs = Double(ones.count) * Double(others.count) - Double(Self.commonCount(ones, others))
    for one in ones {
      guard let other = others.first(where: { $0 != one }) else { continue }
      tally.add(
        judgement, group.summaries[pair.one], pair.row, one, group.summaries[pair.other],
        pair.column, other, pairs: pairs)
      return
    }
  }

  /// How many numbers two ascending lists have in common.
  private static func commonCount(_ ones: ArraySlice<Int32>, _ others: ArraySlice<Int32>) -> Int {
    var (count, place) = (0, others.startIndex)
    for one in ones {
      while place < others.endIndex, others[place] < one { place += 1 }
      if place < others.endIndex, others[place] == one { count += 1 }
    }
    return count
  }

  /// Adds the pairs of two positions that say the same: those of independent origins agree, the
  /// others restate.
  mutating func addSame(
    _ judgement: Judgement, _ pair: PositionPair, of group: KeyGroup
  ) throws(Cancelled) {
    let (left, right) = (group.summaries[pair.one], group.summaries[pair.other])
    let isOne = pair.one == pair.other
    // The position with more claims is the one to be looked up in.
    let isTurned = right.count < left.count
    let index = tieIndex(isTurned ? pair.one : pair.other, of: group)
    try look(after: Int(min(left.count, right.count)))
    let ties = try TieCount(
      group.members(of: isTurned ? pair.other : pair.one), index, isOne: isOne, dependence,
      min(left.count, right.count) > 1000 ? monitor : nil)
    for (count, first) in [(ties.free, ties.firstFree), (ties.tied, ties.firstTied)] {
      guard let first else { continue }
      var judgement = judgement
      let tie = dependence.tie(first.left, first.right)
      if let tie { (judgement.verdict, judgement.deciding) = (.restates, tie) }
      tally.add(
        judgement, left, pair.row, isTurned ? first.right : first.left, right, pair.column,
        isTurned ? first.left : first.right, pairs: count)
    }
  }

  private mutating func tieIndex(_ position: Int, of group: KeyGroup) -> TieIndex {
    if let known = tieIndexes[position] { return known }
    let index = TieIndex(group.members(of: position))
    tieIndexes[position] = index
    return index
  }

  /// A row for each pair of claims of two positions.
  mutating func addPairs(
    _ judgement: Judgement, _ comparison: ContentComparison, _ pair: PositionPair,
    of group: KeyGroup, _ key: KeyContext, _ leftContent: Int, _ rightContent: Int
  ) throws(Cancelled) {
    let (ones, others) = (group.members(of: pair.one), group.members(of: pair.other))
    for (index, one) in ones.enumerated() {
      for other in pair.one == pair.other ? others.dropFirst(index + 1) : others {
        guard found.count <= scope.mostRows else { return }
        try look(after: 16)
        if one == other { continue }
        var judgement = judgement
        if judgement.verdict == .agrees,
          let tie = dependence.tie(one, other)
        {
          (judgement.verdict, judgement.deciding) = (.restates, tie)
        }
        let (left, right) = (min(one, other), max(one, other))
        try append(judgement, comparison, left, right, flags(of: left, right))
        let isTurned = left != one
        note(
          key, group.contents[isTurned ? rightContent : leftContent],
          group.contents[isTurned ? leftContent : rightContent])
      }
    }
  }

  private func flags(of left: Int32, _ right: Int32) -> VerdictFlags {
    let claims = evidence.claims
    var flags: VerdictFlags = []
    if claims.speakers[Int(left)] > 0 || claims.speakers[Int(right)] > 0 {
      flags.insert(.reportedOnly)
    }
    if claims.sources[Int(left)] == claims.sources[Int(right)] { flags.insert(.isSelf) }
    return flags
  }

  private mutating func append(
    _ judgement: Judgement, _ comparison: ContentComparison?, _ left: Int32, _ right: Int32,
    _ flags: VerdictFlags,
    counts: (left: Int32, right: Int32, pairs: Double) = (1, 1, 1)
  ) throws(Cancelled) {
    if found.count >= 1 << 18, found.count == found.left.capacity { try found.grow(monitor) }
    found.left.append(left)
    found.right.append(right)
    found.verdicts.append(judgement.verdict)
    found.deciding.append(judgement.deciding)
    found.flags.append(judgement.isUndated ? flags.union(.ifSameTime) : flags)
    let isApart = judgement.verdict == .contradicts
    // Four digits are more than a share needs.
    found.gaps.append(isApart ? ((comparison?.gap ?? .nan) * 10_000).rounded() / 10_000 : .nan)
    found.days.append(isApart ? comparison?.days ?? .nan : .nan)
    found.leftCounts.append(counts.left)
    found.rightCounts.append(counts.right)
    found.pairCounts.append(counts.pairs)
  }

  /// Adds to a row by what it was compared.
  private mutating func note(_ key: KeyContext?, _ left: Content?, _ right: Content?) {
    func answer(_ content: Content?) -> Int32 {
      guard let content, let key, key.question > 0 else { return 0 }
      return content.isDenied ? -content.object : content.object
    }
    found.questions.append(key?.question ?? 0)
    found.leftAnswers.append(answer(left))
    found.rightAnswers.append(answer(right))
  }

  /// Makes rows of what the tally has gathered.
  mutating func flush(
    _ group: KeyGroup, _ key: KeyContext, _ comparison: ContentComparison, _ left: Int, _ right: Int
  ) throws(Cancelled) {
    guard tally.usedMask != 0 else { return }
    let isTold = key.question > 0 && group.isToldByDenial(left, right)
    if key.question > 0 { try look(after: group.memberCount(of: left, right)) }
    for number in 0..<PairTally.bucketCount where tally.usedMask & (1 << UInt32(number)) != 0 {
      let bucket = tally.bucket(number)
      guard let verdict = Verdict(rawValue: UInt8(number / 2)) else { continue }
      if isTold, verdict == .contradicts { continue }
      var judgement = Judgement(verdict: verdict, deciding: bucket.deciding)
      judgement.isUndated = number % 2 == 1
      var flags: VerdictFlags = []
      if bucket.leftIsReported || bucket.rightIsReported { flags.insert(.reportedOnly) }
      if bucket.source > 0 { flags.insert(.isSelf) }
      let counts = sideCounts(
        group, group.span(of: left), group.span(of: right), bit: 1 << UInt32(number))
      try append(
        judgement, comparison, bucket.left, bucket.right, flags,
        counts: (counts.left, counts.right, bucket.pairCount))
      note(key, group.contents[left], group.contents[right])
    }
  }

  /// How many claims the positions have between which the verdict is given; on both sides all of
  /// them if they say the same.
  private func sideCounts(
    _ group: KeyGroup, _ ones: Range<Int>, _ others: Range<Int>, bit: UInt32
  ) -> (left: Int32, right: Int32) {
    func count(_ positions: Range<Int>, _ isIn: (Int) -> Bool) -> Int32 {
      var count = 0
      for (place, position) in positions.enumerated() where isIn(place) {
        count += Int(group.summaries[position].count)
      }
      return Int32(truncatingIfNeeded: count)
    }
    guard ones != others else {
      let both = count(ones) { (tally.leftMask($0) | tally.rightMask($0)) & bit != 0 }
      return (both, both)
    }
    return (
      count(ones) { tally.leftMask($0) & bit != 0 },
      count(others) { tally.rightMask($0) & bit != 0 }
    )
  }

  /// Whether a date is missing, and what one of the two says may change.
  private func mayDifferInTime(_ left: Int, _ right: Int) -> Bool {
    let times = evidence.claims.times
    guard times.isMissing(left) || times.isMissing(right) else { return false }
    return [left, right].contains { claim in
      let predicate = Int(evidence.claims.predicates[claim])
      let changes = evidence.predicates.changes
      return changes.indices.contains(predicate) && changes[predicate]
    }
  }

  /// What a person says of two claims outranks what their fields say, unless one is taken back.
  mutating func addLinked() throws(Cancelled) {
    for (step, pair) in try linked.keys.sorted(monitor, by: <).enumerated() {
      try monitor.check(at: step)
      guard let relation = linked[pair] else { continue }
      let (left, right) = (
        Int32(truncatingIfNeeded: pair >> 32), Int32(truncatingIfNeeded: pair & 0xFFFF_FFFF)
      )
      let isTakenBack = isRetracted[Int(left)] || isRetracted[Int(right)]
      let verdict = isTakenBack ? .retracted : Self.verdict(of: relation)
      guard scope.givesAll || verdict == .contradicts else { continue }
      let judgement = Judgement(
        verdict: verdict, deciding: .link,
        isUndated: verdict == .contradicts && mayDifferInTime(Int(left), Int(right)))
      try append(judgement, nil, left, right, flags(of: left, right))
      note(nil, nil, nil)
    }
  }
  private static func verdict(of relation: Evidence.Link.Relation) -> Verdict {
    switch relation {
    case .supports: .agrees
    case .refines: .refines
    case .restates: .restates
    case .contradicts, .corrects, .retracts: .contradicts
    }
  }
}
