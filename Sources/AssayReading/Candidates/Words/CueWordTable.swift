/// Words by the hash of their folded letters: each has a number, counted from 0.
struct CueWordTable: Sendable {
  private var slots: [(hash: UInt64, number: Int32)] = Array(repeating: (0, -1), count: 256)
  private(set) var count = 0

  /// The number of a word, or -1.
  @inline(__always)
  func number(of hash: UInt64) -> Int32 {
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[place]
      if slot.number < 0 || slot.hash == hash { return slot.number }
      place = (place &+ 1) & mask
    }
  }

  /// The number of a word, a new one if it has none yet.
  mutating func add(_ hash: UInt64) -> Int32 {
    let known = number(of: hash)
    if known >= 0 { return known }
    if count * 4 >= slots.count { grow() }
    let number = Int32(count)
    count += 1
    put(hash, number)
    return number
  }

  private mutating func put(_ hash: UInt64, _ number: Int32) {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place].number >= 0 { place = (place + 1) & mask }
    slots[place] = (hash, number)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, -1), count: old.count * 2)
    for slot in old where slot.number >= 0 { put(slot.hash, slot.number) }
  }
}

/// FNV-1a over the letters of a word, one at a time.
enum WordLetters {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The hash as the table takes it: its low bits depend on all letters.
  @inline(__always)
  static func finished(_ hash: UInt64) -> UInt64 { hash ^ (hash >> 29) }

  /// The hash of a word that is folded already.
  static func hash(of word: some Sequence<UInt8>) -> UInt64 {
    finished(word.reduce(seed) { add($1, to: $0) })
  }
}
