/// Gathers the verdicts on all positions of two contents.
///
/// Contradictions are kept apart by whether a date is missing.
struct PairTally {
  /// A row in the making.
  struct Bucket {
    var pairCount = 0.0
    var left: Int32 = -1
    var right: Int32 = -1
    var deciding = DecidingField.value
    var gap = Double.nan
    var days = Double.nan
    var leftIsReported = true
    var rightIsReported = true
    /// The source of all claims; -1 if there are several, 0 before the first.
    var source: Int32 = 0
  }

  private(set) var buckets = [Bucket](repeating: Bucket(), count: bucketCount)
  /// For each position of the left and the right content, the buckets that it is in, as bits.
  private(set) var leftMasks: [UInt32] = []
  private(set) var rightMasks: [UInt32] = []
  private(set) var usedMask: UInt32 = 0

  static let bucketCount = Verdict.allCases.count * 2

  mutating func reset(_ leftCount: Int, _ rightCount: Int) {
    for bucket in 0..<Self.bucketCount where usedMask & (1 << UInt32(bucket)) != 0 {
      buckets[bucket] = Bucket()
    }
    usedMask = 0
    leftMasks.removeAll(keepingCapacity: true)
    leftMasks.append(contentsOf: repeatElement(0, count: leftCount))
    rightMasks.removeAll(keepingCapacity: true)
    rightMasks.append(contentsOf: repeatElement(0, count: rightCount))
  }

  /// What one side adds.
  struct Side {
    /// The place among the content's positions.
    let place: Int
    let summary: KeyGroup.Summary
    /// The claim that would stand for the side.
    let claim: Int32
  }

  /// Adds so many pairs of claims of two positions.
  @inline(__always)
  mutating func add(_ judgement: Judgement, _ left: Side, _ right: Side, pairs: Double) {
    let number = Int(judgement.verdict.rawValue) * 2 + (judgement.isUndated ? 1 : 0)
    let bit = UInt32(1) << UInt32(number)
    usedMask |= bit
    leftMasks[left.place] |= bit
    rightMasks[right.place] |= bit
    buckets[number].pairCount += pairs
    buckets[number].leftIsReported = buckets[number].leftIsReported && left.summary.isReported
    buckets[number].rightIsReported = buckets[number].rightIsReported && right.summary.isReported
    for source in [left.summary.source, right.summary.source] {
      let known = buckets[number].source
      buckets[number].source = known == 0 || known == source ? source : -1
    }
    let isEarlier =
      buckets[number].left < 0
      || (left.claim, right.claim) < (buckets[number].left, buckets[number].right)
    guard isEarlier else { return }
    (buckets[number].left, buckets[number].right) = (left.claim, right.claim)
    buckets[number].deciding = judgement.deciding
    (buckets[number].gap, buckets[number].days) = (judgement.gap, judgement.days)
  }
}
