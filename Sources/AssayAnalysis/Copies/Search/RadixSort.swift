import AssayModel

/// Sorting of numbers by counting their digits.
enum RadixSort {
  /// `numbers` ordered by their high 32 bits; those in which these are equal keep their order.
  ///
  /// - Complexity: O(count), with room for as many numbers again.
  static func byHighHalf(
    _ numbers: consuming [UInt64], _ monitor: WorkMonitor
  ) throws(Cancelled) -> [UInt64] {
    var from = numbers
    guard from.count > 1 else { return from }
    var into = [UInt64](repeating: 0, count: from.count)
    for shift: UInt64 in [32, 43, 54] {
      try move(from, to: &into, shift: shift, monitor)
      swap(&from, &into)
    }
    return from
  }

  private static let mask: UInt64 = 0x7FF  // 11 bits: three digits cover 32 bits

  private static func move(
    _ numbers: [UInt64], to sorted: inout [UInt64], shift: UInt64, _ monitor: WorkMonitor
  ) throws(Cancelled) {
    var places = [Int](repeating: 0, count: Int(mask) + 2)
    for number in numbers { places[Int(number >> shift & mask) + 1] += 1 }
    for digit in 0...Int(mask) { places[digit + 1] += places[digit] }
    for (step, number) in numbers.enumerated() {
      try monitor.check(at: step)
      let digit = Int(number >> shift & mask)
      sorted[places[digit]] = number
      places[digit] += 1
    }
  }
}
