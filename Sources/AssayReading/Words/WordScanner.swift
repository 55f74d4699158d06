import AssayText

/// Bytes to words, folded as ``WordFolding`` folds them, each with its place.
///
/// A word is a run of letters and digits. An apostrophe and a hyphen separate words, as they do for
/// `has`: `don't` is `don` and `t`, in a text and in what is looked for in it.
package struct WordScanner: ~Copyable {
  private var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var index = 0
  private var room: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0
  /// The first byte of the word at hand.
  package private(set) var start = 0
  /// The byte behind its last, marks that belong to it included.
  package private(set) var end = 0

  package init() {
    capacity = 1024
    room = .allocate(capacity: capacity)
  }

  deinit { room.deallocate() }

  /// The letters of the word at hand; they live until the next call.
  package var word: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: room, count: count) }

  /// Begins a text, which has to stay where it is until its last word.
  package mutating func begin(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    (index, count) = (0, 0)
    reserve(bytes.count)
  }

  /// Goes to the next word; `false` when there is none.
  package mutating func next() -> Bool {
    count = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x80 {
        if scanBeyondASCII() { return true }
        continue
      }
      guard Self.isWord(byte) else {
        index += 1
        if count > 0 { return true }
        continue
      }
      if count == 0 { start = index }
      scanASCII()
    }
    return count > 0
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Takes the ASCII letters from the one at hand on.
  private mutating func scanASCII() {
    var (index, count) = (index, count)
    while index < bytes.count, Self.isWord(bytes[index]) {
      room[count] = bytes[index] | 0x20
      count &+= 1
      index &+= 1
    }
    (self.index, self.count, end) = (index, count, index)
  }

  /// Takes the scalar at hand; `true` if a word ends before or with it.
  private mutating func scanBeyondASCII() -> Bool {
    let (value, length) = bytes.scalar(at: index)
    let (effect, written) = WordFolding.fold(value, to: room + count)
    switch effect {
    case .separates:
      index += length
      return count > 0
    case .vanishes:
      index += length
      if count > 0 { end = index }
      return false
    case .joins:
      if count == 0 { start = index }
    case .standsAlone:
      if count > 0 { return true }
      start = index
    }
    index += length
    end = index
    count += written
    reserve(bytes.count - index)
    return effect == .standsAlone
  }

  /// Makes room for so many letters of ASCII and one folding more.
  private mutating func reserve(_ more: Int) {
    let needed = count + more + WordFolding.longestFolding
    guard needed > capacity else { return }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: needed * 2)
    larger.update(from: room, count: count)
    room.deallocate()
    (room, capacity) = (larger, needed * 2)
  }
}
