/// Numbers for pairs of keys, from 0 in the order in which the pairs were first seen.
///
/// A longer key is numbered step by step: the number of its first two parts and the third make the
/// next pair. Numbers depend on the order of the calls alone.
package struct PairNumbering: Sendable {
  private struct Slot {
    var pair: UInt64 = 0
    /// -1 for a free slot.
    var number: Int32 = -1
  }

  /// As many as a power of two, at most half of them taken.
  private var slots: [Slot]
  private var slotCount = 0
  /// The numbers of the pairs of 0 and a key, by key; -1 for none.
  ///
  /// Keys of an index run from 1 without great gaps, so a table is smaller and faster than slots.
  private var direct: [Int32] = []
  /// Keys from here on go to ``slots``, so that one great key does not make a great table.
  private static let directLimit: Int32 = 1 << 22
  /// How many pairs have a number.
  package private(set) var count = 0

  package init() { slots = Array(repeating: Slot(), count: 64) }

  /// The number of a pair, a new one if it was not seen before.
  ///
  /// - Complexity: O(1) on average.
  package mutating func number(_ left: Int32, _ right: Int32) -> Int32 {
    if left == 0, right >= 0, right < Self.directLimit { return number(ofKey: Int(right)) }
    let pair = Self.packed(left, right)
    var place = Self.start(of: pair, in: slots.count)
    while slots[place].number >= 0 {
      if slots[place].pair == pair { return slots[place].number }
      place = (place + 1) & (slots.count - 1)
    }
    let number = Int32(truncatingIfNeeded: count)
    slots[place] = Slot(pair: pair, number: number)
    (count, slotCount) = (count + 1, slotCount + 1)
    if slotCount * 2 > slots.count { grow() }
    return number
  }

  /// The number of a pair that was seen; -1 for any other.
  ///
  /// - Complexity: O(1) on average.
  package func find(_ left: Int32, _ right: Int32) -> Int32 {
    if left == 0, right >= 0, right < Self.directLimit {
      return Int(right) < direct.count ? direct[Int(right)] : -1
    }
    let pair = Self.packed(left, right)
    var place = Self.start(of: pair, in: slots.count)
    while slots[place].number >= 0 {
      if slots[place].pair == pair { return slots[place].number }
      place = (place + 1) & (slots.count - 1)
    }
    return -1
  }

  private mutating func number(ofKey key: Int) -> Int32 {
    if key >= direct.count {
      let missing = max(key + 1, direct.count * 2) - direct.count
      direct.append(contentsOf: repeatElement(-1, count: missing))
    }
    if direct[key] < 0 {
      direct[key] = Int32(truncatingIfNeeded: count)
      count += 1
    }
    return direct[key]
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.number >= 0 {
      var place = Self.start(of: slot.pair, in: slots.count)
      while slots[place].number >= 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = slot
    }
  }

  private static func packed(_ left: Int32, _ right: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
  }

  /// The finishing step of MurmurHash3: every bit of the pair reaches every bit of the place.
  private static func start(of pair: UInt64, in count: Int) -> Int {
    var bits = pair
    bits = (bits ^ bits >> 33) &* 0xff51_afd7_ed55_8ccd
    bits = (bits ^ bits >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return Int(truncatingIfNeeded: bits ^ bits >> 33) & (count - 1)
  }
}
