/// The number of the last few words of a text, kept as words come.
///
/// - SeeAlso: R. Karp, M. Rabin, *Efficient Randomized Pattern-Matching Algorithms* (1987).
struct RollingHash {
  private static let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
  private let dropped: UInt64
  private var sum: UInt64 = 0

  /// - Parameter wordCount: how many words the number is of; 1 or more.
  init(of wordCount: Int) {
    dropped = (0..<wordCount).reduce(1) { power, _ in power &* Self.prime }
  }

  /// The number; well mixed, so that any of its bits can be used.
  var value: UInt32 { sum.mixed }

  /// Takes a word, as long as there are fewer than `wordCount`.
  @inline(__always)
  mutating func push(_ word: UInt32) { sum = sum &* Self.prime &+ UInt64(word) }

  /// Takes a word and lets the first one go.
  @inline(__always)
  mutating func roll(_ word: UInt32, dropping first: UInt32) {
    sum = sum &* Self.prime &+ UInt64(word) &- UInt64(first) &* dropped
  }
}

extension UInt64 {
  /// 32 bits each of which depends on all of these 64.
  ///
  /// - SeeAlso: G. Steele, D. Lea, C. Flood, *Fast Splittable Pseudorandom Number Generators*
  ///   (2014), figure 16.
  @inline(__always)
  var mixed: UInt32 {
    var mixed = self
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return UInt32(truncatingIfNeeded: mixed >> 32)
  }
}
