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
    Self.clear(&leftMasks, leftCount)
    Self.clear(&rightMasks, rightCount)
  }

  private static func clear(_ masks: inout [UInt32], _ count: Int) {
    if masks.count == count, count == 1 { return masks[0] = 0 }
    masks.removeAll(keepingCapacity: true)
    masks.append(contentsOf: repeatElement(0, count: count))
  }

  /// Adds so many pairs of claims of two positions, by their places among their contents'
  /// positions and the claims that would stand for them.
  @inline(__always)
  mutating func add(
    _ judgement: Judgement, _ left: KeyGroup.Summary, _ leftPlace: Int, _ leftClaim: Int32,
    _ right: KeyGroup.Summary, _ rightPlace: Int, _ rightClaim: Int32, pairs: Double
  ) {
    let number = Int(judgement.verdict.rawValue) * 2 + (judgement.isUndated ? 1 : 0)
    let bit = UInt32(1) << UInt32(number)
    usedMask |= bit
    leftMasks[leftPlace] |= bit
    rightMasks[rightPlace] |= bit
    buckets.withUnsafeMutableBufferPointer { buckets in
      let bucket = buckets.baseAddress.unsafelyUnwrapped + number
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
}
