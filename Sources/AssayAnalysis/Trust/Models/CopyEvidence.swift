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
  /// What common values say of a pair, the lesser source copying from the greater and the other
  /// way round: a product, and the logarithm of what was taken out of it.
  private let products: PairRow
  private let logarithms: PairRow
  /// The odds of one direction before any common value is seen; of a pair.
  private let priors: NumberRow
  /// By how much likelier the lesser source copies than the greater, and twice what is as likely
  /// in both directions, each times ``copied``; of a pair.
  private let dependence: PairRow

  init(_ pairs: SourcePairs) {
    self.pairs = pairs
    products = PairRow(count: pairs.count)
    logarithms = PairRow(count: pairs.count)
    dependence = PairRow(count: pairs.count)
    priors = NumberRow(repeating: 0, count: pairs.count)
    for pair in 0..<pairs.count {
      priors[pair] = exp(Self.priorLogarithm(ofDifferences: Double(pairs.differences[pair])))
    }
  }

  func isCounted(_ slot: Int) -> Bool { pairs.firstMeeting[slot] >= 0 }

  /// Calls with each two voters of a slot, by their rank in it, that may depend on each other: how
  /// much the first depends on the second in any case, the second on the first, and either on the
  /// other if it is asked later.
  @inline(__always) func eachDependence(
    _ slot: Int, voters: Int,
    _ body: (_ first: Int, _ second: Int, _ ahead: Double, _ behind: Double, _ even: Double) -> Void
  ) {
    pairs.pairOfMeeting.withUnsafeBufferPointer { meetings in
      var meeting = pairs.firstMeeting[slot]
      for first in 0..<voters {
        for second in (first + 1)..<max(voters, first + 1) {
          let pair = Int(meetings[meeting])
          meeting += 1
          let (lead, even) = (dependence[pair].x, dependence[pair].y)
          if lead == 0 && even == 0 { continue }
          body(first, second, max(lead, 0), max(-lead, 0), even)
        }
      }
    }
  }

  /// Weighs all pairs anew.
  func weigh(
    _ votes: Votes, _ arrays: VoteArrays, scores: borrowing NumberRow,
    accuracy: borrowing NumberRow
  ) {
    products.fill(SIMD2(1, 1))
    logarithms.fill(SIMD2(0, 0))
    pairs.pairOfMeeting.withUnsafeBufferPointer { meetings in
      for slot in 0..<votes.valueCount {
        let places = arrays.places(of: slot)
        guard places.count > 1, isCounted(slot) else { continue }
        collect(
          meetings, from: pairs.firstMeeting[slot], places, arrays, score: scores[slot],
          accuracy: accuracy)
      }
    }
    for pair in 0..<pairs.count { setDependence(pair) }
  }

  @inline(__always) private func collect(
    _ meetings: UnsafeBufferPointer<Int32>, from start: Int, _ places: Range<Int>,
    _ arrays: VoteArrays, score: Double, accuracy: borrowing NumberRow
  ) {
    let independent = 1 - Self.copied
    var meeting = start
    for place in places {
      let lesser = accuracy[Int(arrays.voters[place])]
      let (isSo, isNot) = (score * lesser, (1 - score) * (1 - lesser))
      let alone = Self.copied * (isSo + isNot)
      for later in (place + 1)..<places.upperBound {
        let pair = Int(meetings[meeting])
        meeting += 1
        let greater = accuracy[Int(arrays.voters[later])]
        let error = 1 - greater
        let scale = 1 / (isSo * greater + isNot * error / Self.falseValues)
        let other = Self.copied * (score * greater + (1 - score) * error)
        let product =
          products[pair] * SIMD2(independent + other * scale, independent + alone * scale)
        products[pair] = product
        // A factor is within 0.2...10⁴, so the products stay far from 0 and infinity.
        if min(product.x, product.y) < 1e-200 || max(product.x, product.y) > 1e200 {
          logarithms[pair] += SIMD2(log(product.x), log(product.y))
          products[pair] = SIMD2(1, 1)
        }
      }
    }
  }

  /// Bayes' rule, by the odds against no copying; no dependence where copying is the less likely.
  private func setDependence(_ pair: Int) {
    var (lesser, greater, none) = (products[pair].x, products[pair].y, 1.0)
    let taken = logarithms[pair]
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
  private let count: Int
  private let start: UnsafeMutablePointer<SIMD2<Double>>

  init(count: Int) {
    self.count = count
    start = .allocate(capacity: max(count, 1))
    start.initialize(repeating: SIMD2(0, 0), count: count)
  }

  deinit { start.deallocate() }

  @inline(__always) subscript(_ pair: Int) -> SIMD2<Double> {
    get { start[pair] }
    nonmutating _modify { yield &start[pair] }
  }

  func fill(_ numbers: SIMD2<Double>) { start.update(repeating: numbers, count: count) }
}
