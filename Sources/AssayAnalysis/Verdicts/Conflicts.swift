import AssayModel

/// Pairs of opposing values with their verdicts, column by column.
///
/// A row is a pair of contents under one key with one verdict: on its left side the claims of the
/// one content, on its right side those of the other. All columns have one length.
package struct Conflicts: Sendable {
  /// The places of one claim of each side between which the verdict holds: the first by id.
  package var left: [Int32] = []
  package var right: [Int32] = []
  package var verdicts: [Verdict] = []
  package var deciding: [DecidingField] = []
  package var flags: [VerdictFlags] = []
  /// Of figures: the distance as a share of the greater one, 0 to 1; not-a-number elsewhere.
  package var gaps: [Double] = []
  /// Of dates: the days between them; not-a-number elsewhere.
  package var days: [Double] = []
  /// How many claims stand on each side: all that are said in a manner for which the verdict holds.
  package var leftCounts: [Int32] = []
  package var rightCounts: [Int32] = []
  /// How many pairs of claims the row stands for.
  package var pairCounts: [Double] = []
  /// The question by which they are compared; 0 where it is a fact.
  package var questions: [Int32] = []
  /// The answers that are compared, by their places from 1, negative where they are spoken against;
  /// 0 where it is a fact.
  package var leftAnswers: [Int32] = []
  package var rightAnswers: [Int32] = []
  /// How many keys two claims or more stand under.
  package var keyCount = 0
  /// The place of a claim under the key at which there were too many pairs or rows, so that rows are
  /// missing, and how many different values and claims that key has; `nil` if there is none.
  package var crowded: (claim: Int32, valueCount: Int, claimCount: Int)?

  package var count: Int { left.count }

  /// Makes room for twice as many rows, column by column: all at once would take long.
  mutating func grow(_ monitor: WorkMonitor) throws(Cancelled) {
    let room = 2 * count
    left.reserveCapacity(room)
    right.reserveCapacity(room)
    verdicts.reserveCapacity(room)
    deciding.reserveCapacity(room)
    flags.reserveCapacity(room)
    try monitor.check()
    gaps.reserveCapacity(room)
    try monitor.check()
    days.reserveCapacity(room)
    try monitor.check()
    leftCounts.reserveCapacity(room)
    rightCounts.reserveCapacity(room)
    try monitor.check()
    pairCounts.reserveCapacity(room)
    try monitor.check()
    questions.reserveCapacity(room)
    leftAnswers.reserveCapacity(room)
    rightAnswers.reserveCapacity(room)
  }

  /// Adds the rows of another part of the keys.
  mutating func append(_ other: Conflicts, _ monitor: WorkMonitor) throws(Cancelled) {
    left += other.left
    try monitor.check()
    right += other.right
    try monitor.check()
    verdicts += other.verdicts
    try monitor.check()
    deciding += other.deciding
    flags += other.flags
    try monitor.check()
    gaps += other.gaps
    try monitor.check()
    days += other.days
    try monitor.check()
    leftCounts += other.leftCounts
    try monitor.check()
    rightCounts += other.rightCounts
    try monitor.check()
    pairCounts += other.pairCounts
    try monitor.check()
    questions += other.questions
    try monitor.check()
    leftAnswers += other.leftAnswers
    try monitor.check()
    rightAnswers += other.rightAnswers
    keyCount += other.keyCount
    crowded = crowded ?? other.crowded
  }

  /// Takes rows from this one on out again that stand for one pair of claims which a row before them
  /// names: a claim may give one answer and speak against another.
  mutating func removeRepeated(
    from start: Int, _ monitor: WorkMonitor
  ) throws(Cancelled) {
    var seen: Set<UInt64> = []
    var kept = start
    for row in start..<count {
      try monitor.check(at: row)
      if verdicts[row] == .contradicts {
        let isNew = seen.insert(ConflictFinder.pair(left[row], right[row])).inserted
        if !isNew, pairCounts[row] == 1 { continue }
      }
      move(row, to: kept)
      kept += 1
    }
    truncate(to: kept)
  }

  private mutating func move(_ row: Int, to place: Int) {
    guard row != place else { return }
    (left[place], right[place]) = (left[row], right[row])
    (verdicts[place], deciding[place], flags[place]) = (verdicts[row], deciding[row], flags[row])
    (gaps[place], days[place]) = (gaps[row], days[row])
    (leftCounts[place], rightCounts[place]) = (leftCounts[row], rightCounts[row])
    (pairCounts[place], questions[place]) = (pairCounts[row], questions[row])
    (leftAnswers[place], rightAnswers[place]) = (leftAnswers[row], rightAnswers[row])
  }

  private mutating func truncate(to rows: Int) {
    let extra = count - rows
    guard extra > 0 else { return }
    left.removeLast(extra)
    right.removeLast(extra)
    verdicts.removeLast(extra)
    deciding.removeLast(extra)
    flags.removeLast(extra)
    gaps.removeLast(extra)
    days.removeLast(extra)
    leftCounts.removeLast(extra)
    rightCounts.removeLast(extra)
    pairCounts.removeLast(extra)
    questions.removeLast(extra)
    leftAnswers.removeLast(extra)
    rightAnswers.removeLast(extra)
  }
}

/// What `conflicts` gives, and how much it may do for it.
package struct ConflictScope: Sendable {
  /// Every verdict, not only contradictions.
  package var givesAll = false
  /// A row for each pair of claims rather than of values.
  package var givesPairs = false
  /// How many rows there may be.
  package var mostRows = 10_000_000
  /// How many pairs of positions may be looked at under one key.
  package var mostPairs = 400_000_000

  package init(givesAll: Bool = false, givesPairs: Bool = false) {
    (self.givesAll, self.givesPairs) = (givesAll, givesPairs)
  }
}
