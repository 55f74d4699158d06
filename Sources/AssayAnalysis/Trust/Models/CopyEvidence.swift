import AssayModel
import Glibc

/// What speaks for copying between each two sources, and how likely it is.
///
/// For a value of score *P* that sources of accuracy *A* and *B* give, the chance that both come
/// to it alone is *P A B* + (1 − *P*)(1 − *A*)(1 − *B*) / 100; that the second gives it and the
/// first copies it, *P B* + (1 − *P*)(1 − *B*). Of copying, each common value speaks with
/// 0.2 + 0.8 × the ratio of the two, each item on which they differ with 0.2. (With scores for
/// the paper's sets of true and false values: X. Li, X. Dong, K. Lyons, W. Meng and D. Srivastava,
/// *Scaling up Copy Detection* (2015).)
struct CopyEvidence: ~Copyable {
  /// How many false values an item can have.
  static let falseValues = 100.0
  /// The chance that a copier takes a value over.
  static let copied = 0.8
  /// The chance that one of two sources copies from the other.
  static let copying = 0.2

  private let pairs: SourcePairs
  /// The odds of one direction before any common value is seen; of a pair.
  private let priors: NumberRow
  /// By how much likelier the lesser source copies than the greater, and twice what is as likely
  /// in both directions, each times ``copied``; of a pair.
  private let dependence: PairRow

  init(_ pairs: SourcePairs) {
    self.pairs = pairs
    dependence = PairRow(count: pairs.count)
    priors = NumberRow(repeating: 0, count: pairs.count)
    for pair in 0..<pairs.count {
      priors[pair] = exp(Self.priorLogarithm(ofDifferences: Double(pairs.differences[pair])))
    }
  }

  func isCounted(_ slot: Int) -> Bool { pairs.firstMeeting[slot] >= 0 }

  /// Calls with each two votes for one value, by their places, that may depend on each other: how
  /// much the first depends on the second in any case, the second on the first, and either on the
  /// other if it is asked later.
  @inline(__always) func eachDependence(
    _ monitor: WorkMonitor,
    _ body: (_ first: Int, _ second: Int, _ ahead: Double, _ behind: Double, _ even: Double) -> Void
  ) throws(Cancelled) {
    try pairs.meetings.withUnsafeBufferPointer { meetings throws(Cancelled) in
      for pair in 0..<pairs.count {
        try monitor.check(at: pair)
        let (lead, even) = (dependence[pair].x, dependence[pair].y)
        if lead == 0 && even == 0 { continue }
        for place in pairs.starts[pair]..<pairs.starts[pair + 1] {
          let meeting = meetings[place]
          body(Int(meeting.first), Int(meeting.second), max(lead, 0), max(-lead, 0), even)
        }
      }
    }
  }

  /// Weighs all pairs anew.
  func weigh(
    _ arrays: VoteArrays, scores: borrowing NumberRow, accuracy: borrowing NumberRow,
    _ monitor: WorkMonitor
  ) throws(Cancelled) {
    try pairs.meetings.withUnsafeBufferPointer { meetings throws(Cancelled) in
      try pairs.slotOfVote.withUnsafeBufferPointer { slots throws(Cancelled) in
        for pair in 0..<pairs.count {
          try monitor.check(at: pair)
          let places = pairs.starts[pair]..<pairs.starts[pair + 1]
          let meeting = meetings[places.lowerBound]
          collect(
            pair, meetings, places, slots, scores: scores,
            accuracy[Int(arrays.voters[Int(meeting.first)])],
            accuracy[Int(arrays.voters[Int(meeting.second)])])
        }
      }
    }
  }

  /// Sets what the common values of a pair say: for the lesser source copying from the greater and
  /// the other way round a product, and the logarithm of what was taken out of it.
  @inline(__always) private func collect(
    _ pair: Int, _ meetings: UnsafeBufferPointer<SourcePairs.Meeting>, _ places: Range<Int>,
    _ slots: UnsafeBufferPointer<Int32>, scores: borrowing NumberRow, _ lesser: Double,
    _ greater: Double
  ) {
    let (independent, error) = (1 - Self.copied, 1 - greater)
    var (product, taken) = (SIMD2(1.0, 1.0), SIMD2(0.0, 0.0))
    for place in places {
      let score = scores[Int(slots[Int(meetings[place].first)])]
      let (isSo, isNot) = (score * lesser, (1 - score) * (1 - lesser))
      let alone = Self.copied * (isSo + isNot)
      let scale = 1 / (isSo * greater + isNot * error / Self.falseValues)
      let other = Self.copied * (score * greater + (1 - score) * error)
      product *= SIMD2(independent + other * scale, independent + alone * scale)
      // A factor is within 0.2...10⁴, so the products stay far from 0 and infinity.
      if min(product.x, product.y) < 1e-200 || max(product.x, product.y) > 1e200 {
        taken += SIMD2(log(product.x), log(product.y))
        product = SIMD2(1, 1)
      }
    }
    setDependence(pair, product, taken)
  }

  /// Bayes' rule, by the odds against no copying; no dependence where copying is the less likely.
  private func setDependence(_ pair: Int, _ product: SIMD2<Double>, _ taken: SIMD2<Double>) {
    var (lesser, greater, none) = (product.x, product.y, 1.0)
    if taken == SIMD2(0, 0) {
      lesser *= priors[pair]
      greater *= priors[pair]
    } else {
      let prior = Self.priorLogarithm(ofDifferences: Double(pairs.differences[pair]))
      lesser = prior + taken.x + log(lesser)
      greater = prior + taken.y + log(greater)
      let top = max(lesser, greater, 0)
      (lesser, greater, none) = (exp(lesser - top), exp(greater - top), exp(-top))
    }
    // By the prior alone, each of many sources with little in common would be a copier of some.
    guard lesser + greater > none else {
      dependence[pair] = SIMD2(0, 0)
      return
    }
    let scale = Self.copied / (lesser + greater + none)
    dependence[pair] = SIMD2(scale * (lesser - greater), scale * 2 * min(lesser, greater))
  }

  /// The logarithm of the odds of one direction before any common value is seen.
  private static func priorLogarithm(ofDifferences count: Double) -> Double {
    log(copying / 2 / (1 - copying)) + count * log(1 - copied)
  }
}

/// Two numbers for each pair, without checks of bounds.
private struct PairRow: ~Copyable {
  private let start: UnsafeMutablePointer<SIMD2<Double>>

  init(count: Int) {
    start = .allocate(capacity: max(count, 1))
    start.initialize(repeating: SIMD2(0, 0), count: count)
  }

  deinit { start.deallocate() }

  @inline(__always) subscript(_ pair: Int) -> SIMD2<Double> {
    get { start[pair] }
    nonmutating _modify { yield &start[pair] }
  }
}
