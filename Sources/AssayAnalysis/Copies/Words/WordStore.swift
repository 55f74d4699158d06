import AssayText

/// The words of all units, one behind the other, and where each stood: nine bytes a word.
struct WordStore: Sendable {
  /// The number of each word.
  private(set) var hashes: [UInt32] = []
  /// Where each word begins in its unit, in bytes.
  private var starts: [UInt32] = []
  /// How many bytes each word has; `.max` for so many or more.
  private var lengths: [UInt8] = []
  /// How many bytes the words have that are too long for ``lengths``.
  private var longLengths: [Int: UInt32] = [:]
  /// Behind the last word of each unit.
  private var ends: [Int] = []

  var unitCount: Int { ends.count }

  @inline(__always)
  mutating func append(_ hash: UInt32, from start: Int, to end: Int) {
    let length = end - start
    if length >= Int(UInt8.max) { longLengths[hashes.count] = UInt32(truncatingIfNeeded: length) }
    lengths.append(UInt8(clamping: length))
    starts.append(UInt32(truncatingIfNeeded: start))
    hashes.append(hash)
  }

  /// Ends a unit; its words are those appended since the one before.
  mutating func endUnit() { ends.append(hashes.count) }

  /// Where the words of a unit stand among all.
  func words(of unit: Int) -> Range<Int> {
    (unit > 0 ? ends[unit - 1] : 0)..<ends[unit]
  }

  /// The bytes from the first to the last of some words, `range` counted within `unit`.
  func span(of range: Range<Int>, in unit: Int) -> Span {
    let words = words(of: unit)
    let first = words.lowerBound + range.lowerBound
    let last = max(first, words.lowerBound + range.upperBound - 1)
    guard words.contains(first), words.contains(last) else { return Span(0, 0) }
    let length = longLengths[last] ?? UInt32(lengths[last])
    return Span(Int(starts[first]), Int(starts[last]) + Int(length))
  }
}
