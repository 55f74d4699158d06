/// Gathers the verdicts on all positions of two contents.
///
/// Contradictions are kept apart by whether a date is missing. A class with memory of its own, as
/// it is written to for each of many million pairs.
final class PairTally {
  /// A row in the making.
  struct Bucket {
    var pairCount = 0.0
    var left: Int32 = -1
    var right: Int32 = -1
    var deciding = DecidingField.value
    var leftIsReported = true
    var rightIsReported = true
    /// The source of all claims; -1 if there are several, 0 before the first.
    var source: Int32 = 0

    /// Takes in claims of one source, or of several (-1).
    @inline(__always)
    mutating func note(_ source: Int32) {
      self.source = self.source == 0 || self.source == source ? source : -1
    }
  }

  private let buckets = UnsafeMutablePointer<Bucket>.allocate(capacity: bucketCount)
  /// For each position of the left content, and behind them of the right one, the buckets that it
  /// is in, as bits.
  private var masks = UnsafeMutablePointer<UInt32>.allocate(capacity: 64)
  private var capacity = 64
  private var leftCount = 0
  private(set) var usedMask: UInt32 = 0

  static let bucketCount = Verdict.allCases.count * 2

  init() { buckets.initialize(repeating: Bucket(), count: Self.bucketCount) }

  deinit {
    buckets.deallocate()
    masks.deallocate()
  }

  /// Begins with two contents of so many positions.
  func reset(_ leftCount: Int, _ rightCount: Int) {
    for bucket in 0..<Self.bucketCount where usedMask & (1 << UInt32(bucket)) != 0 {
      buckets[bucket] = Bucket()
    }
    usedMask = 0
    self.leftCount = leftCount
    let count = leftCount + rightCount
    if count > capacity {
      masks.deallocate()
      capacity = count * 2
      masks = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
    }
    masks.update(repeating: 0, count: count)
  }

  func bucket(_ number: Int) -> Bucket { buckets[number] }
  func leftMask(_ place: Int) -> UInt32 { masks[place] }
  func rightMask(_ place: Int) -> UInt32 { masks[leftCount + place] }

  /// Adds so many pairs of claims of two positions, by their places among their contents'
  /// positions and the claims that would stand for them.
  @inline(__always)
  func add(
    _ judgement: Judgement, _ left: KeyGroup.Summary, _ leftPlace: Int, _ leftClaim: Int32,
    _ right: KeyGroup.Summary, _ rightPlace: Int, _ rightClaim: Int32, pairs: Double
  ) {
    let number = Int(judgement.verdict.rawValue) * 2 + (judgement.isUndated ? 1 : 0)
    let bit = UInt32(1) << UInt32(number)
    usedMask |= bit
    masks[leftPlace] |= bit
    masks[leftCount + rightPlace] |= bit
    let bucket = buckets + number
    bucket.pointee.pairCount += pairs
    bucket.pointee.leftIsReported = bucket.pointee.leftIsReported && left.isReported
    bucket.pointee.rightIsReported = bucket.pointee.rightIsReported && right.isReported
    bucket.pointee.note(left.source)
    bucket.pointee.note(right.source)
    let isFirst =
      bucket.pointee.left < 0 || leftClaim < bucket.pointee.left
      || leftClaim == bucket.pointee.left && rightClaim < bucket.pointee.right
    guard isFirst else { return }
    (bucket.pointee.left, bucket.pointee.right) = (leftClaim, rightClaim)
    bucket.pointee.deciding = judgement.deciding
  }
}
