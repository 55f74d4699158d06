import AssayModel
import Glibc

/// The words of an index that a form of a pattern stands for.
package struct WordSet {
  /// Their numbers, in order.
  package let words: [Int32]
  /// How often they stand in all documents, taken together.
  package let frequency: Int
  /// A bit for each word of the index, where there are several.
  private let bits: [UInt64]

  /// The words that a form stands for.
  package init(_ form: WordForm, in index: WordIndex) {
    var words: [Int32] = []
    if form.isExact {
      if let word = index.word(form.pieces[0]) { words.append(Int32(truncatingIfNeeded: word)) }
    } else {
      let pieces = form.pieces.map { Array($0.utf8) }
      for word in index.words(beginningWith: pieces[0])
      where Self.fits(index.letters(of: word), pieces) {
        words.append(Int32(truncatingIfNeeded: word))
      }
    }
    self.init(words, in: index)
  }

  init(_ words: [Int32], in index: WordIndex) {
    self.words = words
    frequency = words.reduce(0) { $0 + index.frequency(of: Int($1)) }
    guard words.count > 1 else {
      bits = []
      return
    }
    var bits = [UInt64](repeating: 0, count: index.wordCount / 64 + 1)
    for word in words { bits[Int(word) / 64] |= 1 << UInt64(word & 63) }
    self.bits = bits
  }

  /// Whether a word belongs to it.
  package func contains(_ word: Int) -> Bool {
    if bits.isEmpty { return words.first.map(Int.init) == word }
    return bits[word / 64] & 1 << UInt64(word & 63) != 0
  }

  /// The positions of all its words, in order.
  package func positions(
    in index: WordIndex, _ monitor: WorkMonitor
  ) throws(Cancelled) -> [Int32] {
    var found: [Int32] = []
    // Where every eighth word is meant, the stream is read faster than lists are merged.
    if words.count > 1, frequency > index.tokenCount / 8 {
      for position in 0..<index.tokenCount {
        try monitor.check(at: position)
        if contains(index.word(at: position)) { found.append(Int32(truncatingIfNeeded: position)) }
      }
      return found
    }
    for word in words {
      try monitor.check()
      index.appendPositions(of: Int(word), to: &found)
    }
    if words.count > 1 { found.sort() }
    return found
  }

  /// Whether a word begins with the first piece, ends with the last and has the others between, in
  /// their order.
  static func fits(_ word: UnsafeBufferPointer<UInt8>, _ pieces: [[UInt8]]) -> Bool {
    guard let first = pieces.first, let last = pieces.last,
      word.count >= pieces.reduce(0, { $0 + $1.count }),
      word.prefix(first.count).elementsEqual(first), word.suffix(last.count).elementsEqual(last)
    else { return false }
    var from = first.count
    let end = word.count - last.count
    for piece in pieces.dropFirst().dropLast() {
      var place = from
      while place + piece.count <= end, !word[place..<place + piece.count].elementsEqual(piece) {
        place += 1
      }
      guard place + piece.count <= end else { return false }
      from = place + piece.count
    }
    return true
  }
}

extension WordIndex {
  /// The number of a folded word; `nil` if no document has it.
  package func word(_ text: String) -> Int? {
    let letters = Array(text.utf8)
    let place = firstWord(notBefore: letters)
    guard place < wordCount, self.letters(of: place).elementsEqual(letters) else { return nil }
    return place
  }

  /// The words that begin so.
  package func words(beginningWith letters: [UInt8]) -> Range<Int> {
    let first = firstWord(notBefore: letters)
    var next = letters
    while let last = next.last {
      next.removeLast()
      // No byte of UTF-8 is 0xFF, so there is always a greater one.
      if last < 0xFF { return first..<firstWord(notBefore: next + [last + 1]) }
    }
    return first..<wordCount
  }

  private func firstWord(notBefore letters: [UInt8]) -> Int {
    var (low, high) = (0, wordCount)
    while low < high {
      let middle = (low + high) / 2
      if self.letters(of: middle).lexicographicallyPrecedes(letters) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
