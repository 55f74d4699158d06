import AssayModel

/// Claims by the keys under which they can be compared.
///
/// Two claims are comparable if they share a subject, a predicate and their further fields, or a
/// question. Of a predicate with a value the object belongs to the key: aid to one country says
/// nothing of aid to another. A claim of a symmetric relation, or of one with an inverse, stands
/// under the key of either side.
struct ComparisonKeys {
  /// A claim under a key.
  struct Entry {
    /// Subject and predicate, or the question.
    let high: UInt64
    /// Object and further fields.
    let low: UInt64
    let claim: Int32
    /// Whether the fact is read from the object's side.
    let isMirrored: Bool
    /// The place of the answer in the claims' list; -1 for a fact.
    let answer: Int32

    /// Whether it stands before another one: by key, then by claim.
    @inline(__always)
    func precedes(_ other: Entry) -> Bool {
      (high, low, claim, answer) < (other.high, other.low, other.claim, other.answer)
    }
  }

  private(set) var entries: [Entry] = []

  /// - Parameter fromBothSides: whether a relation with an inverse is read from either side;
  ///   otherwise from one of the two, always the same.
  init(
    _ evidence: Evidence, fromBothSides: Bool = true, _ monitor: WorkMonitor
  ) throws(Cancelled) {
    let claims = evidence.claims
    entries.reserveCapacity(claims.count + claims.count / 8)
    if !fromBothSides { try countPartners(evidence, monitor) }
    for claim in 0..<claims.count {
      try monitor.check(at: claim)
      addFact(of: claim, evidence, fromBothSides)
      for answer in claims.answerStarts[claim]..<claims.answerStarts[claim + 1]
      where claims.answers[Int(answer)].question > 0 {
        // Questions have keys where no subject has one.
        let question = UInt64(UInt32(bitPattern: claims.answers[Int(answer)].question))
        entries.append(
          Entry(
            high: UInt64(UInt32.max) << 32 | question, low: 0, claim: Int32(claim),
            isMirrored: false, answer: answer))
      }
    }
    // Keys beyond that many are few, and sorted among themselves.
    try sort(
      greatest: min(claims.subjects.max() ?? 0, Int32(clamping: 16 * claims.count)), monitor)
    try orderByFirstClaim(of: claims.count, monitor)
  }

  private mutating func addFact(of claim: Int, _ evidence: Evidence, _ fromBothSides: Bool) {
    let claims = evidence.claims
    let (subject, predicate, object) =
      (claims.subjects[claim], claims.predicates[claim], claims.objects[claim])
    let predicates = evidence.predicates
    guard subject > 0, predicate > 0, Int(predicate) < predicates.count else { return }
    let stated = predicates.inverses[Int(predicate)]
    let inverse = Int(stated) < predicates.count ? stated : 0
    let qualifiers = claims.qualifiers[claim]
    func add(_ subject: Int32, _ predicate: Int32, _ object: Int32, isMirrored: Bool) {
      entries.append(
        Entry(
          high: UInt64(UInt32(bitPattern: subject)) << 32 | UInt64(UInt32(bitPattern: predicate)),
          low: UInt64(UInt32(bitPattern: object)) << 32
            | UInt64(UInt32(bitPattern: qualifiers &+ 1)),
          claim: Int32(claim), isMirrored: isMirrored, answer: -1))
    }
    let objectIsKey = predicates.takesValue[Int(predicate)]
    if !objectIsKey, fromBothSides {
      add(subject, predicate, 0, isMirrored: false)
      if inverse > 0, object > 0 { add(object, inverse, 0, isMirrored: true) }
      return
    }
    let isSwapped =
      inverse > 0 && object > 0
      && (inverse == predicate
        ? isAsked(object, before: subject, predicate, evidence)
        : Self.isAsked(inverse, before: predicate, predicates))
    if isSwapped {
      add(object, inverse, objectIsKey ? subject : 0, isMirrored: true)
    } else {
      add(subject, predicate, objectIsKey ? object : 0, isMirrored: false)
    }
  }

  /// Of a symmetric relation that allows one partner only: whom each entity is joined with.
  private var partners: [UInt64: Set<Int32>] = [:]

  private mutating func countPartners(
    _ evidence: Evidence, _ monitor: WorkMonitor
  ) throws(Cancelled) {
    let (claims, predicates) = (evidence.claims, evidence.predicates)
    for claim in 0..<claims.count where claims.objects[claim] > 0 {
      try monitor.check(at: claim)
      let predicate = Int(claims.predicates[claim])
      guard predicate > 0, predicate < predicates.count, !predicates.allowsSeveral[predicate],
        predicates.inverses[predicate] == Int32(predicate)
      else { continue }
      let (subject, object) = (claims.subjects[claim], claims.objects[claim])
      partners[Self.side(subject, Int32(predicate)), default: []].insert(object)
      partners[Self.side(object, Int32(predicate)), default: []].insert(subject)
    }
  }

  private static func side(_ entity: Int32, _ predicate: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: entity)) << 32 | UInt64(UInt32(bitPattern: predicate))
  }

  /// Of the two sides of a symmetric relation the one is asked that has more partners, so that they
  /// meet.
  private func isAsked(
    _ side: Int32, before other: Int32, _ predicate: Int32, _ evidence: Evidence
  ) -> Bool {
    let counts = (
      partners[Self.side(side, predicate)]?.count ?? 0,
      partners[Self.side(other, predicate)]?.count ?? 0
    )
    return counts.0 == counts.1
      ? evidence.rank(ofEntity: side) < evidence.rank(ofEntity: other) : counts.0 > counts.1
  }

  /// Of a relation and its inverse, which side is asked where one side is enough: the one that allows
  /// one answer only, so that different answers meet; else the one whose id comes first.
  private static func isAsked(
    _ side: Int32, before other: Int32, _ predicates: PredicateTable
  ) -> Bool {
    let isMany = (predicates.allowsSeveral[Int(side)], predicates.allowsSeveral[Int(other)])
    return isMany.0 == isMany.1
      ? predicates.rank(of: side) < predicates.rank(of: other) : !isMany.0
  }

  /// Brings equal keys together, within a key in the order of the claims: by counting the subjects
  /// first, so that what is left to sort is short.
  private mutating func sort(greatest: Int32, _ monitor: WorkMonitor) throws(Cancelled) {
    let questions = Int(greatest) + 1
    func bucket(_ entry: Entry) -> Int {
      let subject = entry.high >> 32
      return subject > UInt64(greatest) ? questions : Int(subject)
    }
    var starts = [Int](repeating: 0, count: questions + 2)
    for entry in entries { starts[bucket(entry) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var next = starts
    let unsorted = entries
    try entries.withUnsafeMutableBufferPointer { sorted throws(Cancelled) in
      for (step, entry) in unsorted.enumerated() {
        try monitor.check(at: step)
        let place = bucket(entry)
        sorted[next[place]] = entry
        next[place] += 1
      }
      for bucket in 0...questions where starts[bucket + 1] - starts[bucket] > 1 {
        try monitor.check(at: bucket)
        let place = starts[bucket]..<starts[bucket + 1]
        guard place.count >= WorkMonitor.stride else {
          sorted[place].sort { $0.precedes($1) }
          continue
        }
        for (offset, entry) in try sorted[place].sorted(monitor, by: { $0.precedes($1) })
          .enumerated()
        {
          sorted[place.lowerBound + offset] = entry
        }
      }
    }
  }

  /// Brings the keys into the order of their first claims, and those of one claim into the order of
  /// what it says: the keys of records, by which they were brought together, mean nothing.
  private mutating func orderByFirstClaim(
    of claimCount: Int, _ monitor: WorkMonitor
  ) throws(Cancelled) {
    try monitor.check()
    var starts = [Int32](repeating: 0, count: claimCount + 1)
    forEachKey { run in starts[Int(run[run.startIndex].claim) + 1] += 1 }
    for claim in 0..<claimCount { starts[claim + 1] += starts[claim] }
    var runs = [Range<Int32>](repeating: 0..<0, count: Int(starts[claimCount]))
    var next = starts
    forEachKey { run in
      let claim = Int(run[run.startIndex].claim)
      runs[Int(next[claim])] =
        Int32(truncatingIfNeeded: run.startIndex)..<Int32(truncatingIfNeeded: run.endIndex)
      next[claim] += 1
    }
    let grouped = entries
    entries.removeAll(keepingCapacity: true)
    for claim in 0..<claimCount {
      try monitor.check(at: claim)
      let own = Int(starts[claim])..<Int(starts[claim + 1])
      if own.count > 1 {
        runs[own].sort { left, right in
          let (one, other) = (grouped[Int(left.lowerBound)], grouped[Int(right.lowerBound)])
          return (one.answer, one.isMirrored ? 1 : 0) < (other.answer, other.isMirrored ? 1 : 0)
        }
      }
      for run in runs[own] { entries += grouped[Int(run.lowerBound)..<Int(run.upperBound)] }
    }
  }

  /// Calls `body` with each run of entries that share a key; a part begins and ends with a run.
  func forEachKey<Failure: Error>(
    in part: Range<Int>? = nil, _ body: (ArraySlice<Entry>) throws(Failure) -> Void
  ) throws(Failure) {
    var start = part?.lowerBound ?? 0
    let last = part?.upperBound ?? entries.count
    while start < last {
      var end = start + 1
      while end < last, entries[end].high == entries[start].high,
        entries[end].low == entries[start].low
      {
        end += 1
      }
      try body(entries[start..<end])
      start = end
    }
  }

  /// The beginning of a run that parts the entries into two halves of about the same work, which
  /// grows with the square of a run.
  var middle: Int {
    var total = 0.0
    forEachKey { total += Self.work($0) }
    var done = 0.0
    var middle: Int?
    forEachKey { run in
      done += Self.work(run)
      if middle == nil, done >= total / 2 { middle = run.endIndex }
    }
    return middle ?? 0
  }

  /// In pairs: to gather a claim costs as much as to judge a thousand. A claim by itself is passed
  /// over.
  private static func work(_ run: ArraySlice<Entry>) -> Double {
    run.count == 1 ? 8 : Double(run.count) * (Double(run.count) + 1000)
  }
}
