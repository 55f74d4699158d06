import AssayModel
import Glibc

/// Numbers for words in the order in which they are met, in a table of open addresses over bytes.
struct WordTable: ~Copyable {
  /// For each slot the upper half of a word's hash, then its number counted from 1; 0 is free.
  private var slots: UnsafeMutablePointer<UInt64>
  private var mask: Int
  private(set) var count = 0
  /// The letters of all words, one after the other.
  private(set) var letters: UnsafeMutablePointer<UInt8>
  private var letterCapacity: Int
  /// Behind the last letter of each word; the first is 0.
  private(set) var ends: UnsafeMutablePointer<UInt64>
  private var endCapacity: Int

  init() {
    (mask, letterCapacity, endCapacity) = (1 << 16 - 1, 1 << 18, 1 << 15)
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
    letters = .allocate(capacity: letterCapacity)
    ends = .allocate(capacity: endCapacity)
    ends[0] = 0
  }

  deinit {
    slots.deallocate()
    letters.deallocate()
    ends.deallocate()
  }

  /// How many bytes the letters have.
  var letterCount: Int { Int(ends[count]) }

  /// The letters of a word.
  func word(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    let start = Int(ends[number])
    return UnsafeBufferPointer(start: letters + start, count: Int(ends[number + 1]) - start)
  }

  /// The number of a word, which is new if it was not met before.
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = WordHash.of(word)
    let tag = hash & 0xFFFF_FFFF_0000_0000
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & mask
    while slots[slot] != 0 {
      let entry = slots[slot]
      if entry & 0xFFFF_FFFF_0000_0000 == tag {
        let number = Int(entry & 0xFFFF_FFFF) - 1
        let known = self.word(number)
        if known.count == word.count, let one = known.baseAddress, let other = word.baseAddress,
          memcmp(one, other, word.count) == 0
        {
          return Int32(truncatingIfNeeded: number)
        }
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = tag | UInt64(count + 1)
    append(word)
    if count * 2 > mask { enlarge() }
    return Int32(truncatingIfNeeded: count - 1)
  }

  private mutating func append(_ word: UnsafeBufferPointer<UInt8>) {
    let used = letterCount
    if used + word.count > letterCapacity {
      letterCapacity = (used + word.count) * 2
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: letterCapacity)
      larger.update(from: letters, count: used)
      letters.deallocate()
      letters = larger
    }
    if count + 2 > endCapacity {
      let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: endCapacity * 2)
      larger.update(from: ends, count: count + 1)
      ends.deallocate()
      (ends, endCapacity) = (larger, endCapacity * 2)
    }
    if let start = word.baseAddress { (letters + used).update(from: start, count: word.count) }
    count += 1
    ends[count] = UInt64(used + word.count)
  }

  private mutating func enlarge() {
    slots.deallocate()
    mask = mask * 2 + 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
    for number in 0..<count {
      let hash = WordHash.of(word(number))
      var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
    }
  }

  /// The numbers of the words in the order of their bytes.
  func order() -> [Int32] {
    var keys: [(head: UInt64, number: Int32)] = []
    keys.reserveCapacity(count)
    for number in 0..<count {
      var head: UInt64 = 0
      let word = word(number)
      for at in 0..<8 { head = head << 8 | (at < word.count ? UInt64(word[at]) : 0) }
      keys.append((head, Int32(truncatingIfNeeded: number)))
    }
    let (letters, ends) = (letters, ends)
    keys.sort { one, other in
      if one.head != other.head { return one.head < other.head }
      let (first, second) = (Int(one.number), Int(other.number))
      let (from, to) = (Int(ends[first]), Int(ends[second]))
      let (count, otherCount) = (Int(ends[first + 1]) - from, Int(ends[second + 1]) - to)
      let order = memcmp(letters + from, letters + to, min(count, otherCount))
      return order != 0 ? order < 0 : count < otherCount
    }
    return keys.map(\.number)
  }
}
